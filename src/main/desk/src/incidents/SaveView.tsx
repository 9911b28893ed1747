import {useState} from "preact/hooks";
import {saveView} from "../api/archive";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {incidents} from "../words/incidents";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** Asks under which name what is looked for should be kept. */
export function SaveView(props: {
  first: string;
  query: string;
  names: readonly string[];
  close: () => void;
  done: (name: string) => void;
}) {
  const {views: words} = useWords(incidents);
  const {cancel} = useWords(shell);
  const [name, setName] = useState(props.first);
  const given = name.trim();
  const [refused, busy, sending] = useSending();
  const save = (event: Event) => {
    event.preventDefault();
    sending(async () => {
      await saveView(given, props.query);
      props.done(given);
    });
  };
  return (
    <Dialog title={words.save} close={props.close} busy={busy}>
      <form class="stack" onSubmit={save}>
        <Field label={words.name} help={words.nameHelp}>
          {(tied) => (
            <input
              {...tied}
              required
              autofocus
              maxLength={80}
              pattern="[^\/]*[^\/.\s][^\/]*"
              title={words.badName}
              value={name}
              onInput={(e) => setName(e.currentTarget.value)}
            />
          )}
        </Field>
        <p role="status" class="muted">
          {props.names.includes(given) && words.replaces}
        </p>
        {refused !== undefined && <Refusal refused={refused} />}
        <div class="row">
          <button type="submit" class="primary" aria-disabled={busy}>
            {words.save}
          </button>
          <button type="button" aria-disabled={busy} onClick={props.close}>
            {cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
