import type {Toll} from "../api/assessments";
import type {TollChange} from "../api/comparison";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

/** Tolls before and after: low, best, high. */
export function TollChanges({tolls}: {tolls: TollChange[]}) {
  const words = useWords(movement);
  const {harm, victims} = useWords(terms);
  const changed = tolls.filter((toll) => toll.changed);
  if (changed.length === 0) {
    return <p class="muted">{words.tollsSame}</p>;
  }
  return (
    <Wide>
      <table>
        <caption>{words.tolls}</caption>
        <thead>
          <tr>
            <th scope="col">{words.toll}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((toll) => (
            <tr>
              <th scope="row">{words.people(harm[toll.harm], victims[toll.victims])}</th>
              <td>
                <Figures toll={toll.before} />
              </td>
              <td>
                <Figures toll={toll.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

export function Figures({toll}: {toll: Toll | undefined}) {
  const words = useWords(movement);
  const {number} = useFormat();
  if (toll === undefined) {
    return <span class="muted">{words.noToll}</span>;
  }
  const high = toll.high === undefined ? words.open : number(toll.high);
  return (
    <span>
      {words.best} <strong>{number(toll.best)}</strong>{" "}
      <span class="muted">
        ({words.low} {number(toll.low)}, {words.high} {high})
      </span>
    </span>
  );
}
