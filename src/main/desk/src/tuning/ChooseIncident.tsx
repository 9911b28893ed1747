import {useEffect, useState} from "preact/hooks";
import {path} from "../api/api";
import type {Page} from "../api/pages";
import {useAnswer} from "../api/useAnswer";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {cut, Said} from "../parts/Said";
import {trial} from "../words/trial";
import {useWords} from "../words/words";

const SHOWN = 8;

/** Letters that come closer than this are one question, in milliseconds. */
const PAUSE = 150;

/** Finds an incident by words, and takes it. */
export function ChooseIncident(props: {close: () => void; choose: (id: string) => void}) {
  const words = useWords(trial);
  const [typed, setTyped] = useState("");
  const [q, setQ] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setQ(typed.trim()), PAUSE);
    return () => clearTimeout(pause);
  }, [typed]);
  const {value, refused, busy} = useAnswer<Page<{incident: string; title?: string}>>(
    path("/dossiers", {q, size: SHOWN}),
    "lasting",
  );
  return (
    <Dialog title={words.other} close={props.close}>
      <Field label={words.find} help={words.findHelp}>
        {(tied) => (
          <input
            {...tied}
            type="search"
            autofocus
            value={typed}
            onInput={(e) => setTyped(e.currentTarget.value)}
          />
        )}
      </Field>
      {refused !== undefined && <Refusal refused={refused} />}
      {value !== undefined && (
        <>
          <p role="status" class="muted">
            {value.total === 0 ? words.none : words.results(value.total)}
          </p>
          <ul class="choices" aria-busy={busy}>
            {value.items.map(({incident, title}) => (
              <li>
                <Said text={title ?? incident} most={120} /> <code>{incident}</code>{" "}
                <button
                  aria-label={words.take(cut(title ?? incident))}
                  onClick={() => props.choose(incident)}
                >
                  {words.pick}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
