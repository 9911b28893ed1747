import type {Ruleset} from "../api/rulesets";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {rulesets} from "../words/rulesets";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";
import {WEIGHT, type Cards} from "./cards";
import {useUnit} from "./useUnit";
import {Wide} from "../parts/Wide";

/** What differs from the ruleset that it was made from, number by number. */
export function Differences({ruleset, cards}: {ruleset: Ruleset; cards: Cards}) {
  const words = useWords(rulesets);
  const more = useWords(tuning);
  const moves = useWords(movement);
  const unit = useUnit();
  const {number: written} = useFormat();
  const {changes} = ruleset;
  if (changes === undefined) {
    return <p>{words.noBase}</p>;
  }
  const {numbers, files} = changes;
  const value = (one: number | undefined) => (one === undefined ? moves.none : written(one));
  return (
    <>
      {numbers.length === 0 && files.length === 0 && <p>{words.noDifference}</p>}
      {numbers.length > 0 && (
        <Wide>
          <table>
            <caption class="unseen">{words.numbersCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{moves.rule}</th>
                <th scope="col">{more.numbers}</th>
                <th scope="col" class="number">
                  {moves.before}
                </th>
                <th scope="col" class="number">
                  {moves.after}
                </th>
                <th scope="col">{more.unit}</th>
              </tr>
            </thead>
            <tbody>
              {numbers.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={address(["tuning", one.rule])}>{cards.title(one.rule)}</a>
                  </th>
                  <td>
                    {one.number === WEIGHT
                      ? more.weight
                      : (cards.number(one.rule, one.number)?.meaning ?? one.number)}
                  </td>
                  <td class="number">{value(one.before)}</td>
                  <td class="number">
                    <strong>{value(one.after)}</strong>
                  </td>
                  <td>{unit(one.unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {files.length > 0 && (
        <details>
          <summary>
            {words.filesToo} ({files.length})
          </summary>
          <ul>
            {files.map((file) => (
              <li>
                <code>{file.path}</code> {words.filePresent[file.present]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
