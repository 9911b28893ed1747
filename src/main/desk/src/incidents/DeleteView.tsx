import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {incidents} from "../words/incidents";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** Asks before a view is deleted. */
export function DeleteView(props: {
  name: string;
  close: () => void;
  remove: () => Promise<void>;
  done: () => void;
}) {
  const {views: words} = useWords(incidents);
  const {cancel} = useWords(shell);
  const [refused, busy, sending] = useSending();
  const remove = (event: Event) => {
    event.preventDefault();
    sending(async () => {
      await props.remove();
      props.done();
    });
  };
  return (
    <Dialog title={words.removeTitle(cut(props.name))} close={props.close} busy={busy}>
      <form class="stack" onSubmit={remove}>
        <p>{words.removeAbout}</p>
        {refused !== undefined && <Refusal refused={refused} />}
        <div class="row">
          <button type="submit" class="primary" aria-disabled={busy}>
            {words.remove}
          </button>
          <button type="button" autofocus aria-disabled={busy} onClick={props.close}>
            {cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
