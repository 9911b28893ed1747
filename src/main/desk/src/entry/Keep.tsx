import {useState} from "preact/hooks";
import {ask, Refused} from "../api/api";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {address, go} from "../shell/route";
import {useSettings} from "../shell/settings";
import {drafts} from "../words/drafts";
import {entry} from "../words/entry";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Clash, Gone, standing, type Standing} from "./Clash";
import {dossierOf, originOf, withOrigin} from "./draft";
import {useForm} from "./form";
import {at, put, textOf} from "./json";
import type {Keeper} from "./keeper";
import {discard} from "./keepers";
import type {Count} from "./problems";
import {tagOf} from "./stored";
import {useSending} from "../api/useSending";

/** Keeps the draft as a dossier: a new one, or in place of the one that it was made from. */
export function Keep({keeper, invalid}: {keeper: Keeper; invalid: Count}) {
  const words = useWords(drafts).keep;
  const {announce, may} = useSettings();
  const {show} = useForm();
  const [refused, busy, sending] = useSending();
  /** Another dossier stands there, or another state of it, or none any more. */
  const [clash, setClash] = useState<Standing | "gone">();
  const [done, setDone] = useState<string>();
  const id = textOf(at(keeper.document, ["incident", "id"]));
  const origin = originOf(keeper.document);
  const own = origin?.incident === id ? origin : undefined;

  const keep = (over?: Standing | "gone") => {
    setClash(undefined);
    if (invalid.n > 0) {
      announce(words.invalid(invalid.n, invalid.over));
      show("problems");
      return;
    }
    if (id === "") {
      // While it cannot be judged, nothing else tells that it is missing.
      announce(words.noId);
      show("/incident/id");
      return;
    }
    const sent = keeper.document;
    const dossier = dossierOf(sent);
    const path = `/dossiers/${encodeURIComponent(id)}`;
    const tag = over === "gone" ? undefined : (over?.tag ?? own?.tag);
    const kept = (now: string) => {
      // Whoever goes on with the draft goes on from here.
      const made = at(withOrigin(sent, now), ["$draft"]);
      keeper.edit((before) => put(before, ["$draft"], made));
      announce(words.kept);
      setDone(id);
    };
    sending(async () => {
      try {
        const answer = await ask(path, {
          method: "PUT",
          body: dossier,
          headers: tag !== undefined ? {"If-Match": tag} : {"If-None-Match": "*"},
        });
        kept(tagOf(answer));
      } catch (failure) {
        if (!(failure instanceof Refused) || failure.status !== 412) {
          throw failure;
        }
        const there = await standing(path);
        if (there === undefined && over === "gone") {
          throw failure;
        }
        if (there === undefined) {
          setClash("gone");
        } else if (JSON.stringify(there.document) === JSON.stringify(dossier)) {
          // It was kept before, and the answer lost.
          kept(there.tag);
        } else {
          // Only what one was shown is replaced: what is kept later is asked about anew.
          setClash({...there, again: over !== undefined});
        }
      }
    });
  };
  // Why not is said at the draft's head.
  const mayNot = own?.confidential === true && !may("confidant");
  return (
    <>
      {!mayNot && (
        <button type="button" class="primary" aria-disabled={busy} onClick={() => keep()}>
          {own === undefined ? words.asNew : words.inPlace}
        </button>
      )}
      {clash === "gone" && <Gone close={() => setClash(undefined)} keep={() => keep(clash)} />}
      {clash !== undefined && clash !== "gone" && (
        <Clash
          incident={id}
          isNew={own === undefined}
          standing={clash}
          close={() => setClash(undefined)}
          replace={() => keep(clash)}
        />
      )}
      {refused !== undefined && (
        <div>
          <p>
            <strong>{refused.status === 403 ? words.forbidden : words.notKept}</strong>
          </p>
          <Refusal refused={refused} />
        </div>
      )}
      {done !== undefined && (
        <Done keeper={keeper} incident={done} close={() => setDone(undefined)} />
      )}
    </>
  );
}

/** It is kept: where to, and what becomes of the draft. */
function Done({keeper, incident, close}: {keeper: Keeper; incident: string; close: () => void}) {
  const words = useWords(drafts).keep;
  const {cancel} = useWords(shell);
  const [refused, busy, sending] = useSending();
  const {removed} = useWords(entry);
  const there = address(["incidents", incident]);
  return (
    <Dialog title={words.kept} close={close}>
      <p>{words.draftStays}</p>
      {refused !== undefined && <Refusal refused={refused} />}
      <p class="row">
        <button
          type="button"
          class="primary"
          aria-disabled={busy}
          onClick={() =>
            sending(async (arrive) => {
              await discard(keeper.id);
              arrive(there, removed);
            })
          }
        >
          {words.removeDraft}
        </button>
        <button type="button" onClick={() => go(there)}>
          {words.keepDraft}
        </button>
        <button type="button" class="plain" onClick={close}>
          {cancel}
        </button>
      </p>
    </Dialog>
  );
}
