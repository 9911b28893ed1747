import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {entry} from "../words/entry";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {discard} from "./keepers";

/** Asks before a draft goes. */
export function RemoveDraft(props: {
  id: number | string;
  name: string;
  close: () => void;
  /** Given what there is to tell. */
  gone: (said: string) => void;
}) {
  const words = useWords(entry);
  const [refused, busy, sending] = useSending();
  return (
    <Dialog title={words.removeDraft} close={props.close} busy={busy}>
      <p>{words.removesDraft(cut(props.name, 120) || words.untitled)}</p>
      {refused !== undefined && <Refusal refused={refused} />}
      <p class="row">
        <button
          type="button"
          class="primary"
          aria-disabled={busy}
          onClick={() =>
            sending(async () => {
              await discard(props.id);
              props.gone(words.removed);
            })
          }
        >
          {words.removeIt}
        </button>
        <button type="button" aria-disabled={busy} onClick={props.close}>
          {useWords(shell).cancel}
        </button>
      </p>
    </Dialog>
  );
}
