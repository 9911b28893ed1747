import type {Agreement, Evaluation} from "../api/evaluations";
import {writeCsv} from "../api/csv";
import {save} from "../api/save";
import {GradeMatrix} from "../movement/GradeMatrix";
import {RuleLink} from "../movement/RulesMoved";
import {Said} from "../parts/Said";
import {useFormat} from "../words/format";
import {evaluation as texts} from "../words/evaluation";
import {useWords} from "../words/words";
import {Ablation} from "./Ablation";
import {Calibration} from "./Calibration";
import {GAIN, measuresCsv, misjudgedCsv, rulesCsv} from "./evaluationCsv";
import {MeasureTable, Propositions} from "./MeasureTable";
import {MisjudgedList} from "./MisjudgedList";

/** How people and machine agree: plots with their numbers, and all of it as files. */
export function EvaluationResult({evaluation}: {evaluation: Evaluation}) {
  const words = useWords(texts);
  const {number} = useFormat();
  const {all, bootstrap, split} = evaluation;
  const csv = (name: string, rows: Parameters<typeof writeCsv>[0]) => save(writeCsv(rows), name);
  const json = () =>
    save(new Blob([JSON.stringify(evaluation)], {type: "application/json"}), "evaluation.json");
  return (
    <section>
      <h2>{words.result}</h2>
      <p>
        {words.lead(
          all.claims,
          number(all.claims),
          evaluation.ruleset.slice(0, 8),
          number(bootstrap.resamples),
          String(bootstrap.seed),
        )}
      </p>
      <div class="row screen">
        <button onClick={json}>{words.json}</button>
        <button onClick={() => csv("measures.csv", measuresCsv(evaluation))}>{words.csv}</button>
        <button onClick={() => csv("rules.csv", rulesCsv(evaluation))}>{words.rulesCsv}</button>
        <button onClick={() => csv("misjudged.csv", misjudgedCsv(evaluation))}>
          {words.misjudgedCsv}
        </button>
      </div>
      <Left title={words.missing(evaluation.missing.length)} incidents={evaluation.missing} />
      <Left title={words.failed(evaluation.failed.length)} incidents={evaluation.failed} />
      <OfClaims agreement={all} />
      <h3>{words.ablation}</h3>
      <Ablation rules={evaluation.rules} />
      <Idle evaluation={evaluation} />
      <h3>{words.misjudged}</h3>
      <MisjudgedList misjudged={evaluation.misjudged} />
      {Object.entries(split).map(([field, groups]) => (
        <>
          <h3>{words.splitBy(field)}</h3>
          {groups.map((group) => (
            <details>
              <summary>
                <Said text={group.value} most={80} /> ({number(group.claims)})
              </summary>
              <OfClaims agreement={group} />
            </details>
          ))}
        </>
      ))}
    </section>
  );
}

function OfClaims({agreement}: {agreement: Agreement}) {
  const words = useWords(texts);
  return (
    <>
      <h3>{words.matrix}</h3>
      <GradeMatrix
        caption={words.matrixWhat}
        corner={words.matrixCorner}
        counts={agreement.matrix}
      />
      <h3>{words.measures}</h3>
      <p class="muted">{words.measuresWhat}</p>
      <MeasureTable measures={agreement.measures} />
      <h3>{words.propositions}</h3>
      <p class="muted">{words.propositionsWhat}</p>
      <Propositions agreement={agreement} />
      <h3>{words.calibration}</h3>
      <p class="muted">{words.calibrationWhat}</p>
      <div class="side-by-side">
        <Calibration title={words.stated} forecasting={agreement.forecasts.stated} />
        {agreement.forecasts.calibrated !== undefined && (
          <Calibration title={words.calibrated} forecasting={agreement.forecasts.calibrated} />
        )}
      </div>
    </>
  );
}

function Left({title, incidents}: {title: string; incidents: string[]}) {
  return incidents.length === 0 ? null : (
    <details>
      <summary>{title}</summary>
      <ul class="columns">
        {incidents.map((incident) => (
          <li>
            <Said text={incident} most={80} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Rules without which nothing would be otherwise. */
function Idle({evaluation}: {evaluation: Evaluation}) {
  const words = useWords(texts);
  const idle = evaluation.rules.filter(
    ({moves, gain}) => moves === 0 && (gain[GAIN]?.value ?? 0) === 0,
  );
  return idle.length === 0 ? null : (
    <details>
      <summary>{words.idle(idle.length)}</summary>
      <ul class="columns">
        {idle.map(({rule}) => (
          <li>
            <RuleLink rule={rule} />
          </li>
        ))}
      </ul>
    </details>
  );
}
