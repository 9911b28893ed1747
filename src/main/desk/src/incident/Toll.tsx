import {scaleLinear} from "d3-scale";
import type {Toll} from "../api/assessments";
import {incident} from "../words/incident";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useFile} from "./file";
import {Wide} from "../parts/Wide";

/** Sizes of one line of the plot, in units of its drawing. */
const WIDTH = 220;
const MIDDLE = 12;

function Range({toll, most}: {toll: Toll; most: number}) {
  const x = scaleLinear().domain([0, most]).range([8, 190]);
  const [low, best] = [x(toll.low), x(toll.best)];
  const high = toll.high === undefined ? WIDTH - 6 : x(toll.high);
  return (
    <svg class="range" viewBox={`0 0 ${WIDTH} ${MIDDLE * 2}`} aria-hidden="true">
      <line class="ground" x1={x(0)} x2={WIDTH - 6} y1={MIDDLE} y2={MIDDLE} />
      <line class="span" x1={low} x2={high} y1={MIDDLE} y2={MIDDLE} />
      <line class="end" x1={low} x2={low} y1={5} y2={19} />
      {toll.high === undefined ? (
        <path class="end" d={`M${high - 6},6L${high},12L${high - 6},18`} />
      ) : (
        <line class="end" x1={high} x2={high} y1={5} y2={19} />
      )}
      <circle class="best" cx={best} cy={MIDDLE} r={6} />
    </svg>
  );
}

/** How many people, as far as the claims whose grade counts say. */
export function TollTable() {
  const words = useWords(incident);
  const names = useWords(terms);
  const {number} = useFormat();
  const {toll} = useFile().assessment;
  if (toll.length === 0) {
    return <p>{words.noToll}</p>;
  }
  const most = Math.max(1, ...toll.map((one) => Math.max(one.high ?? one.best, one.low)));
  return (
    <Wide>
      <table class="toll">
        <caption class="unseen">{words.tollPlot}</caption>
        <thead>
          <tr>
            <th scope="col">{words.people}</th>
            <th scope="col" class="number">
              {words.low}
            </th>
            <th scope="col" class="number">
              {words.best}
            </th>
            <th scope="col" class="number">
              {words.high}
            </th>
            <td class="screenwide"></td>
          </tr>
        </thead>
        <tbody>
          {toll.map((one) => (
            <tr>
              <th scope="row">
                {names.harm[one.harm]}, {names.victims[one.victims]}
              </th>
              <td class="number">{number(one.low)}</td>
              <td class="number bestfigure">{number(one.best)}</td>
              <td class="number">{one.high === undefined ? words.open : number(one.high)}</td>
              <td class="screenwide">
                <Range toll={one} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
