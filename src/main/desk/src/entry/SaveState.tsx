import {save} from "../api/save";
import {useSending, type Sending} from "../api/useSending";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {drafts} from "../words/drafts";
import {entry} from "../words/entry";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {useSettings} from "../shell/settings";
import {dossierOf} from "./draft";
import {at, textOf, type Json} from "./json";
import type {Keeper} from "./keeper";
import {remake} from "./keepers";

/** The draft as a file. */
export function saveFile(document: Json): void {
  const id = textOf(at(document, ["incident", "id"])).replace(/[^A-Za-z0-9._-]/g, "") || "draft";
  save(
    new Blob([JSON.stringify(dossierOf(document), null, 2)], {type: "application/json"}),
    `${id}.json`,
  );
}

/** Whether the service has what was typed, and what to do when it has not. */
export function SaveState({keeper}: {keeper: Keeper}) {
  const words = useWords(drafts).saving;
  const {again} = useWords(shell);
  const {language} = useSettings();
  const toSend = useSending();
  const [failed, , sending] = toSend;
  const {state, at: moment, refused} = keeper.saving;
  const clock = (text: string) =>
    new Date(text).toLocaleTimeString(language === "en" ? "en-GB" : "fr-FR");
  switch (state) {
    case "saved":
      return (
        <p class="saving">{moment === undefined ? words.asSaved : words.savedAt(clock(moment))}</p>
      );
    case "changed":
    case "saving":
      return <p class="saving">{words.saving}</p>;
    case "clash":
      return (
        <div class="saving refused" role="alert">
          <p>{words.clash}</p>
          <p class="row">
            <button type="button" onClick={() => saveFile(keeper.document)}>
              {words.download}
            </button>
            <button type="button" onClick={() => sending(() => keeper.takeTheirs())}>
              {words.takeTheirs}
            </button>
            <button type="button" onClick={() => sending(() => keeper.overwrite())}>
              {words.keepMine}
            </button>
          </p>
          {failed !== undefined && <Refusal refused={failed} />}
        </div>
      );
    case "failed":
    case "refused":
      if (refused?.status === 404) {
        return <Gone keeper={keeper} toSend={toSend} />;
      }
      return (
        <div class="saving refused">
          <p role="alert">{state === "failed" ? words.failed : words.refused}</p>
          {refused !== undefined && <Refusal refused={refused} again={() => keeper.save()} />}
          {refused === undefined && (
            <button type="button" onClick={() => keeper.save()}>
              {again}
            </button>
          )}
        </div>
      );
  }
}

/** The draft is deleted, by another page: what stands here can become another one. */
function Gone({keeper, toSend}: {keeper: Keeper; toSend: Sending}) {
  const words = useWords(drafts).saving;
  const {made} = useWords(entry);
  const [refused, busy, sending] = toSend;
  return (
    <div class="saving refused">
      <p role="alert">{words.gone}</p>
      <p class="row">
        <button type="button" onClick={() => saveFile(keeper.document)}>
          {words.download}
        </button>
        <button
          type="button"
          aria-disabled={busy}
          onClick={() =>
            sending(async (arrive) => {
              await remake(keeper);
              arrive(address(["entry", keeper.id]), made, true);
            })
          }
        >
          {words.asNew}
        </button>
      </p>
      {refused !== undefined && <Refusal refused={refused} />}
    </div>
  );
}
