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

/** What the service says differs: under what was asked, whatever is chosen meanwhile. */
function Result({
  id,
  asked,
  sides,
}: {
  id: string;
  asked: Parameters<typeof path>[1];
  sides: string;
}) {
  const words = useWords(records).history;
  const {value, refused, busy, again} = useAnswer<Comparison>(
    path(`/dossiers/${encodeURIComponent(id)}/comparison`, asked),
  );
  return (
    <section aria-label={words.result} aria-busy={busy} aria-live="polite">
      <h4>{sides}</h4>
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value === undefined && busy && <Loading />}
      {value !== undefined && <Changes claims={value.claims} toll={value.toll} />}
    </section>
  );
}

type Entry = Pick<HistoryEntry, "version" | "ruleset" | "storedAt">;

const keyOf = ({version, ruleset}: Entry) => `${version} ${ruleset}`;

/** Two entries of the history: those of the page that is shown; what was chosen on another stays. */
export function CompareEntries({id, entries}: {id: string; entries: readonly Entry[]}) {
  const words = useWords(records).history;
  const {number, moment} = useFormat();
  const [earlier, setEarlier] = useState(entries[1] ?? entries[0]!);
  const [later, setLater] = useState(entries[0]!);
  const [asked, setAsked] = useState<{earlier: Entry; later: Entry}>();
  const called = (entry: Entry) =>
    words.entry(number(entry.version), entry.ruleset.slice(0, 8), moment(entry.storedAt));
  const same = keyOf(earlier) === keyOf(later);
  const ask = (event: Event) => {
    event.preventDefault();
    if (!same) {
      setAsked({earlier, later});
    }
  };
  const choice = (label: string, chosen: Entry, set: (entry: Entry) => void) => {
    const here = entries.some((entry) => keyOf(entry) === keyOf(chosen));
    const offered = here ? entries : [chosen, ...entries];
    return (
      <Field label={label}>
        {(tied) => (
          <select
            {...tied}
            value={keyOf(chosen)}
            onChange={(e) => set(offered[e.currentTarget.selectedIndex]!)}
          >
            {offered.map((entry) => (
              <option key={keyOf(entry)} value={keyOf(entry)}>
                {called(entry)}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  };
  return (
    <>
      <form class="row ends" onSubmit={ask}>
        {choice(words.earlier, earlier, setEarlier)}
        {choice(words.later, later, setLater)}
        <button type="submit" class="primary">
          {words.show}
        </button>
      </form>
      <p role="status">{same && words.same}</p>
      {asked !== undefined && (
        <Result
          id={id}
          asked={{
            fromVersion: asked.earlier.version,
            fromRuleset: asked.earlier.ruleset,
            toVersion: asked.later.version,
            toRuleset: asked.later.ruleset,
          }}
          sides={words.sides(called(asked.earlier), called(asked.later))}
        />
      )}
    </>
  );
}

/** What was known on two days. */
export function CompareMoments({id}: {id: string}) {
  const words = useWords(records).history;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const {day} = useFormat();
  const [asked, setAsked] = useState<{from: string; to: string}>();
  const crossed = from !== "" && to !== "" && from > to;
  const ask = (event: Event) => {
    event.preventDefault();
    if (!crossed) {
      setAsked({from, to});
    }
  };
  return (
    <>
      <form class="row ends" onSubmit={ask}>
        <Field label={words.from} wrong={crossed ? [words.crossed] : undefined}>
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
      {asked !== undefined && (
        <Result
          id={id}
          asked={{fromAsOf: asked.from, toAsOf: asked.to}}
          sides={words.sides(
            words.knownOn(day(asked.from)),
            asked.to === "" ? words.knownNow : words.knownOn(day(asked.to)),
          )}
        />
      )}
    </>
  );
}
