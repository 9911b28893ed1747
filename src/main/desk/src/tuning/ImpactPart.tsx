import {useState} from "preact/hooks";
import {ask} from "../api/api";
import type {Rescoring} from "../api/rescorings";
import type {Impact, Ruleset} from "../api/rulesets";
import {useSending} from "../api/useSending";
import {GradeMatrix} from "../movement/GradeMatrix";
import {Movers} from "../movement/Movers";
import {RulesMoved} from "../movement/RulesMoved";
import {TollChanges} from "../movement/TollChanges";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {rulesets} from "../words/rulesets";
import {runs} from "../words/runs";
import {useWords} from "../words/words";

const SAMPLE = 1_000;
const MOST_SAMPLE = 10_000;

/** What a ruleset would do to the archive: a sample at once, or all of it as a dry run to watch. */
export function ImpactPart({ruleset}: {ruleset: Ruleset}) {
  const words = useWords(rulesets);
  const {announce} = useSettings();
  const {number} = useFormat();
  const [sample, setSample] = useState(SAMPLE);
  const [refused, busy, sending] = useSending();
  const [impact, setImpact] = useState<Impact>();
  const begun = useWords(runs);
  const measure = (body: {sample: number} | {all: true}) =>
    sending(async (arrive) => {
      const answer = await ask<Impact | Rescoring>(`/rulesets/${ruleset.id}/impact`, {
        method: "POST",
        body,
      });
      if ("dryRun" in answer.body) {
        arrive(address(["runs", String(answer.body.id)]), begun.hasBegun(answer.body.id));
        return;
      }
      setImpact(answer.body);
      announce(said(answer.body));
    });
  const said = (told: Impact) => words.impactSaid(told, number);
  return (
    <section>
      <h2>{words.impact}</h2>
      <p>{words.impactWhat}</p>
      <form class="row screen" onSubmit={(e) => (e.preventDefault(), measure({sample}))}>
        <Field label={words.sample} help={words.sampleHelp}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              min={1}
              max={MOST_SAMPLE}
              required
              value={sample}
              onInput={(e) => setSample(e.currentTarget.valueAsNumber)}
            />
          )}
        </Field>
        <button type="submit" aria-disabled={busy}>
          {words.onSample}
        </button>
        <button type="button" aria-disabled={busy} onClick={() => measure({all: true})}>
          {words.onAll}
        </button>
      </form>
      <p role="status">{busy && words.measuring}</p>
      {refused !== undefined && <Refusal refused={refused} />}
      {impact !== undefined && (
        <>
          <p>
            <strong>{said(impact)}</strong>{" "}
            {impact.failed > 0 && words.impactFailed(number(impact.failed))}
          </p>
          <Told impact={impact} />
        </>
      )}
    </section>
  );
}

function Told({impact}: {impact: Impact}) {
  const words = useWords(rulesets);
  const moves = useWords(movement);
  const {number} = useFormat();
  return (
    <>
      <h3>{moves.grades}</h3>
      <GradeMatrix caption={moves.gradesWhat} corner={moves.gradesCorner} counts={impact.grades} />
      <h3>{moves.movers}</h3>
      <Movers movers={impact.movers} />
      <h3>{moves.rules}</h3>
      <RulesMoved rules={impact.rules} never={impact.never} always={impact.always} />
      <h3>{moves.tolls}</h3>
      {impact.tolls.length === 0 && <p>{moves.tollsSame}</p>}
      {impact.tolls.length < impact.tollsChanged && (
        <p>{words.tollsMore(number(impact.tolls.length), number(impact.tollsChanged))}</p>
      )}
      {impact.tolls.map(({incident, tolls}) => (
        <>
          <h4>
            <a href={address(["incidents", incident])}>{incident}</a>
          </h4>
          <TollChanges tolls={tolls} />
        </>
      ))}
    </>
  );
}
