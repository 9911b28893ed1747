import {useState} from "preact/hooks";
import {saveView} from "../api/archive";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {incidents} from "../words/incidents";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** As the service has it: something to be seen, and nothing that turns the direction of what stands beside it. */
const NAME = String.raw`(?!\s*\.{1,2}\s*$)(?=.*[[\p{L}\p{N}\p{P}\p{S}]--[\u115F\u1160\u2800\u3164\uFFA0]])[^\/\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]*`;

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
              pattern={NAME}
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
