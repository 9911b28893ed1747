import {download, path} from "../api/api";
import {ENDED, type Moved, type Rescoring} from "../api/rescorings";
import {save} from "../api/save";
import {useAnswer} from "../api/useAnswer";
import {useSending} from "../api/useSending";
import {GradeMatrix} from "../movement/GradeMatrix";
import {Movers} from "../movement/Movers";
import {RulesMoved} from "../movement/RulesMoved";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {Histograms} from "./Histograms";
import {Tolls} from "./Tolls";

/** What a run moved, as plots and tables. */
export function MovedPart({run}: {run: Rescoring}) {
  const words = useWords(runs);
  const at = `/rescorings/${run.id}/moved`;
  const {value, refused, again} = useAnswer<Moved>(at);
  const {language} = useSettings();
  const [failed, fetching, sending] = useSending();
  const ended = ENDED.includes(run.state);
  return (
    <section>
      <h2>{ended ? words.moved : words.movedSoFar}</h2>
      <p class="muted">{words.movedWhat}</p>
      <div class="row screen">
        {!ended && <button onClick={again}>{words.refresh}</button>}
        <button
          aria-disabled={fetching}
          onClick={() => sending(() => download(`${at}.csv`, `moved-${run.id}.csv`))}
        >
          {words.csv}
        </button>
        {value !== undefined && (
          <button
            onClick={() =>
              save(
                new Blob([JSON.stringify(value)], {type: "application/json"}),
                `moved-${run.id}.json`,
              )
            }
          >
            {words.json}
          </button>
        )}
        <a href={path(`${at}.html`, {lang: language})} target="_blank" rel="noopener">
          {words.page}
        </a>
      </div>
      {failed !== undefined && <Refusal refused={failed} />}
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value === undefined && refused === undefined && <Loading />}
      {value !== undefined &&
        (value.dossiers === 0 ? <p>{words.nothingYet}</p> : <Told moved={value} />)}
    </section>
  );
}

function Told({moved}: {moved: Moved}) {
  const words = useWords(runs);
  const moves = useWords(movement);
  return (
    <>
      <Figures moved={moved} />
      {moved.compared > 0 && (
        <>
          <h3>{moves.grades}</h3>
          <GradeMatrix
            caption={moves.gradesWhat}
            corner={moves.gradesCorner}
            counts={moved.grades}
          />
        </>
      )}
      <Histograms moved={moved} />
      {moved.compared > 0 && (
        <>
          <h3>{moves.movers}</h3>
          <Movers movers={moved.movers} />
        </>
      )}
      <h3>{moves.rules}</h3>
      <RulesMoved rules={moved.rules} never={moved.never} always={moved.always} />
      <h3>{words.tolls}</h3>
      <Tolls moved={moved} />
    </>
  );
}

function Figures({moved}: {moved: Moved}) {
  const words = useWords(runs);
  const {number} = useFormat();
  const lines: [string, number][] = [
    [words.dossiersJudged, moved.dossiers],
    [words.firstJudged, moved.first],
    [words.claims, moved.claims],
    [words.compared, moved.compared],
    [words.changed, moved.changed],
    [words.came, moved.came],
    [words.went, moved.went],
  ];
  return (
    <table class="figures">
      <caption>{words.figures}</caption>
      <tbody>
        {lines.map(([name, count]) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="number">{number(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
