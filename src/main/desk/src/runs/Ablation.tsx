import type {RuleAccount} from "../api/evaluations";
import {RuleLink} from "../movement/RulesMoved";
import {Intervals} from "../plots/Intervals";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {evaluation as texts} from "../words/evaluation";
import {useWords} from "../words/words";
import {GAIN} from "./evaluationCsv";
import {Told} from "./MeasureTable";
import {Wide} from "../parts/Wide";

/** Smaller gains than this are not drawn as if they were large. */
const LEAST_SCALE = 0.02;

/** How many lines a person takes in at once; the table has all. */
const SHOWN = 30;

/** What a measure loses without each rule, drawn and as a table. */
export function Ablation({rules}: {rules: RuleAccount[]}) {
  const words = useWords(texts);
  const moving = useWords(movement);
  const {number} = useFormat();
  const told = rules
    .filter(({moves, gain}) => moves > 0 || (gain[GAIN]?.value ?? 0) !== 0)
    .sort((a, b) => (b.gain[GAIN]?.value ?? 0) - (a.gain[GAIN]?.value ?? 0));
  const reach = Math.max(
    LEAST_SCALE,
    ...told.flatMap(({gain}) => {
      const one = gain[GAIN];
      return one === undefined ? [] : [one.value, one.low ?? 0, one.high ?? 0].map(Math.abs);
    }),
  );
  const lines = told.flatMap(({rule, gain}) => {
    const one = gain[GAIN];
    return one === undefined ? [] : [{...one, name: rule, mark: 0}];
  });
  const drawn =
    lines.length > SHOWN ? [...lines.slice(0, SHOWN / 2), ...lines.slice(-SHOWN / 2)] : lines;
  return (
    <>
      <p class="muted">{words.ablationWhat}</p>
      <Intervals title={words.plotAblation} lines={drawn} from={-reach} to={reach} />
      {drawn.length < lines.length && (
        <p class="muted">{words.plotEnds(number(drawn.length), number(lines.length))}</p>
      )}
      <Wide>
        <table>
          <caption class="unseen">{words.ablation}</caption>
          <thead>
            <tr>
              <th scope="col">{moving.rule}</th>
              <th scope="col" class="number">
                {words.gain}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
              <th scope="col" class="number">
                {words.moves}
              </th>
              <th scope="col" class="number">
                {words.fires}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map(({rule, gain, moves, fires}) => (
              <tr>
                <th scope="row">
                  <RuleLink rule={rule} />
                </th>
                <Told estimate={gain[GAIN]} />
                <td class="number">{number(moves)}</td>
                <td class="number">
                  {number(Object.values(fires).reduce((sum, count) => sum + count, 0))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
