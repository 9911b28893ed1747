import {useState} from "preact/hooks";
import {path} from "../api/api";
import type {HistoryEntry} from "../api/assessments";
import type {Comparison} from "../api/comparison";
import {useAnswer} from "../api/useAnswer";
import {Field} from "../parts/Field";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {Changes} from "./Changes";

/** What the service says differs; undefined: nothing was asked yet. */
function Result({from}: {from: string}) {
  const words = useWords(records).history;
  const {value, refused, busy, again} = useAnswer<Comparison>(from);
  return (
    <section aria-label={words.result} aria-busy={busy} aria-live="polite">
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value === undefined && busy && <Loading />}
      {value !== undefined && <Changes claims={value.claims} toll={value.toll} />}
    </section>
  );
}

/** Two entries of the history. */
export function CompareEntries({id, entries}: {id: string; entries: readonly HistoryEntry[]}) {
  const words = useWords(records).history;
  const {number, moment} = useFormat();
  const [earlier, setEarlier] = useState(Math.min(1, entries.length - 1));
  const [later, setLater] = useState(0);
  const [asked, setAsked] = useState<string>();
  const ask = (event: Event) => {
    event.preventDefault();
    const [from, to] = [entries[earlier]!, entries[later]!];
    setAsked(
      path(`/dossiers/${encodeURIComponent(id)}/comparison`, {
        fromVersion: from.version,
        fromRuleset: from.ruleset,
        toVersion: to.version,
        toRuleset: to.ruleset,
      }),
    );
  };
  const choice = (label: string, value: number, set: (at: number) => void) => (
    <Field label={label}>
      {(tied) => (
        <select {...tied} value={value} onChange={(e) => set(Number(e.currentTarget.value))}>
          {entries.map((entry, at) => (
            <option value={at}>
              {words.entry(
                number(entry.version),
                entry.ruleset.slice(0, 8),
                moment(entry.storedAt),
              )}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      <form class="row ends" onSubmit={ask}>
        {choice(words.earlier, earlier, setEarlier)}
        {choice(words.later, later, setLater)}
        <button type="submit" class="primary">
          {words.show}
        </button>
      </form>
      {asked !== undefined && <Result from={asked} />}
    </>
  );
}

/** What was known on two days. */
export function CompareMoments({id}: {id: string}) {
  const words = useWords(records).history;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [asked, setAsked] = useState<string>();
  const ask = (event: Event) => {
    event.preventDefault();
    setAsked(path(`/dossiers/${encodeURIComponent(id)}/comparison`, {fromAsOf: from, toAsOf: to}));
  };
  return (
    <>
      <form class="row ends" onSubmit={ask}>
        <Field label={words.from}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              required
              value={from}
              onInput={(e) => setFrom(e.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.to}>
          {(tied) => (
            <input {...tied} type="date" value={to} onInput={(e) => setTo(e.currentTarget.value)} />
          )}
        </Field>
        <button type="submit">{words.show}</button>
      </form>
      {asked !== undefined && <Result from={asked} />}
    </>
  );
}
