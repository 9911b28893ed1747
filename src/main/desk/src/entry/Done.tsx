import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {address, go} from "../shell/route";
import {drafts} from "../words/drafts";
import {entry} from "../words/entry";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {dossierOf} from "./draft";
import type {Json} from "./json";
import type {Keeper} from "./keeper";
import {discard} from "./keepers";

/** What was kept of a draft. */
export interface Kept {
  incident: string;
  dossier: Json;
}

/** Asks whether the draft shall be kept without the files that are not sent yet. */
export function Without(props: {keeper: Keeper; close: () => void; keep: () => void}) {
  const words = useWords(drafts).keep;
  const {cancel} = useWords(shell);
  const {unsent, lost} = props.keeper.files;
  return (
    <Dialog title={words.filesLeft} close={props.close}>
      {unsent > 0 && <p>{words.keptWithout(unsent)}</p>}
      {lost > 0 && <p>{words.filesLost(lost)}</p>}
      {unsent === 0 && lost === 0 && <p>{words.filesCame}</p>}
      <p class="row">
        <button type="button" onClick={props.keep}>
          {words.asItIs}
        </button>
        <button type="button" onClick={props.close}>
          {cancel}
        </button>
      </p>
    </Dialog>
  );
}

/** It is kept: where to, and what becomes of the draft, which may hold more by now. */
export function Done({keeper, kept, close}: {keeper: Keeper; kept: Kept; close: () => void}) {
  const words = useWords(drafts).keep;
  const {cancel} = useWords(shell);
  const {removed} = useWords(entry);
  const [refused, busy, sending] = useSending();
  const there = address(["incidents", kept.incident]);
  const {unsent, lost} = keeper.files;
  const changed = JSON.stringify(dossierOf(keeper.document)) !== JSON.stringify(kept.dossier);
  return (
    <Dialog title={words.kept} close={close} busy={busy}>
      {unsent > 0 && <p>{words.filesSince(unsent)}</p>}
      {lost > 0 && <p>{words.filesLost(lost)}</p>}
      {changed && <p>{words.changedSince}</p>}
      {unsent === 0 && !changed && <p>{words.draftStays}</p>}
      {refused !== undefined && <Refusal refused={refused} />}
      <p class="row">
        {unsent === 0 && !changed && (
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
        )}
        <button type="button" aria-disabled={busy} onClick={() => go(there)}>
          {words.keepDraft}
        </button>
        <button type="button" class="plain" aria-disabled={busy} onClick={close}>
          {cancel}
        </button>
      </p>
    </Dialog>
  );
}
