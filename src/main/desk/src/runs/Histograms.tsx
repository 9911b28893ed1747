import type {Moved} from "../api/rescorings";
import {Columns, type Series} from "../plots/Columns";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

/** Claims by their score before and after, and by how far it moved. */
export function Histograms({moved}: {moved: Moved}) {
  const words = useWords(runs);
  const moves = useWords(movement);
  const {number, signed} = useFormat();
  const scores: Series[] = [
    {name: moves.before, look: "was", values: moved.scores.map(({before}) => before)},
    {name: moves.after, look: "is", values: moved.scores.map(({after}) => after)},
  ];
  if (moved.came > 0) {
    const came = moved.scores.map((bin) => bin.came);
    scores.push({name: words.firstTime, look: "came", values: came});
  }
  const changes = reached(moved.changes);
  return (
    <>
      <h3>{words.scores}</h3>
      <WithTable
        title={words.scoresWhat}
        bins={moved.scores.map(({from, to}) => `${number(from)}–${number(to)}`)}
        series={scores}
      />
      {moved.compared > 0 && (
        <>
          <h3>{words.changes}</h3>
          <WithTable
            title={words.changesWhat}
            bins={changes.map(({from, to}) => words.range(signed(from), signed(to)))}
            series={[
              {
                name: words.claimsAxis,
                look: "is",
                values: changes.map(({claims}) => claims),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

/** Without the bins at both ends in which nothing is; no move stays in sight. */
function reached(bins: Moved["changes"]): Moved["changes"] {
  const holds = ({from, to, claims}: Moved["changes"][number]) =>
    claims > 0 || (from <= 0 && to >= 0);
  return bins.slice(bins.findIndex(holds), bins.findLastIndex(holds) + 1);
}

function WithTable(props: {title: string; bins: string[]; series: Series[]}) {
  const words = useWords(runs);
  const {number} = useFormat();
  return (
    <>
      <Columns {...props} />
      <details>
        <summary>{words.asTable}</summary>
        <Wide>
          <table class="figures">
            <caption>{props.title}</caption>
            <thead>
              <tr>
                <td />
                {props.series.map(({name}) => (
                  <th scope="col" class="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.bins.map((bin, i) => (
                <tr>
                  <th scope="row">{bin}</th>
                  {props.series.map(({values}) => (
                    <td class="number">{number(values[i] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </details>
    </>
  );
}
