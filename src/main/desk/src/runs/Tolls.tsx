import type {Moved, TollSum, TollSums} from "../api/rescorings";
import {Said} from "../parts/Said";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {runs} from "../words/runs";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

/** Tolls of incidents, added up: of all, by country, by conflict, by month. */
export function Tolls({moved}: {moved: Moved}) {
  const words = useWords(runs);
  if (moved.toll.lines.length === 0) {
    return <p>{words.noTolls}</p>;
  }
  return (
    <>
      <p class="muted">{words.tollsWhat}</p>
      <Sums caption={words.tollAll} sums={[moved.toll]} />
      <Folded title={words.countries} sums={moved.countries} />
      <Folded title={words.conflicts} sums={moved.conflicts} />
      <Folded title={words.months} sums={moved.months} />
    </>
  );
}

function Folded({title, sums}: {title: string; sums: TollSums[]}) {
  return sums.length === 0 ? null : (
    <details>
      <summary>
        {title} ({sums.length})
      </summary>
      <Sums caption={title} sums={sums} />
    </details>
  );
}

function Sums({caption, sums}: {caption: string; sums: TollSums[]}) {
  const words = useWords(runs);
  const moves = useWords(movement);
  const {harm, victims} = useWords(terms);
  const {number} = useFormat();
  const came = sums.some((one) => one.came > 0);
  return (
    <Wide>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col" class="number">
              {words.incidents}
            </th>
            <th scope="col">{words.who}</th>
            <th scope="col" class="number">
              {moves.before}
            </th>
            <th scope="col" class="number">
              {moves.after}
            </th>
            {came && (
              <th scope="col" class="number">
                {words.firstTime}
              </th>
            )}
          </tr>
        </thead>
        {sums.map((one) => (
          <tbody>
            {one.lines.map((line, i) => (
              <tr>
                {i === 0 && (
                  <>
                    <th scope="rowgroup" rowSpan={one.lines.length}>
                      <Where sums={one} />
                    </th>
                    <td class="number" rowSpan={one.lines.length}>
                      {number(one.compared + one.came)}
                    </td>
                  </>
                )}
                <th scope="row">{moves.people(harm[line.harm], victims[line.victims])}</th>
                <td class="number">
                  <Figure sum={line.before} />
                </td>
                <td class="number">
                  <Figure sum={line.after} />
                </td>
                {came && (
                  <td class="number">
                    <Figure sum={line.came} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Wide>
  );
}

function Where({sums}: {sums: TollSums}) {
  const words = useWords(runs);
  switch (sums.of) {
    case "all":
      return <>{words.all}</>;
    case "named":
      return <Said text={sums.name ?? ""} most={80} />;
    case "unknown":
      return <>{words.notKnown}</>;
    case "others":
      return <>{words.others}</>;
    case "withheld":
      return <>{words.withheld}</>;
  }
}

function Figure({sum}: {sum: TollSum}) {
  const {number} = useFormat();
  if (sum.incidents === 0) {
    return <>–</>;
  }
  return (
    <>
      <strong>{number(sum.best)}</strong>{" "}
      <span class="muted">
        ({number(sum.low)}–{number(sum.highAtLeast)}
        {sum.open > 0 && "+"})
      </span>
    </>
  );
}
