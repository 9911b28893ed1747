import {scaleLinear} from "d3-scale";
import type {Forecasting, ReliabilityBin} from "../api/evaluations";
import {Axis} from "../plots/Axis";
import {useFormat} from "../words/format";
import {evaluation as texts} from "../words/evaluation";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

const SIZE = 320;
const LEFT = 48;
const BELOW = 44;
const PAD = 20;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Forecasts beside what people found: a reliability diagram, and its numbers. */
export function Calibration({title, forecasting}: {title: string; forecasting: Forecasting}) {
  const words = useWords(texts);
  const {colon} = useWords(shell);
  const {number, percent} = useFormat();
  const bins = forecasting.reliability.filter(({claims}) => claims > 0);
  return (
    <div>
      <h4>{title}</h4>
      <p>
        {words.brier} <strong>{number(forecasting.brier["score"] ?? Number.NaN)}</strong>
      </p>
      <Diagram title={`${words.calibration}${colon} ${title}`} bins={bins} />
      <Wide>
        <table>
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.forecast}
              </th>
              <th scope="col" class="number">
                {words.observed}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr>
                <th scope="row" class="number">
                  {percent(bin.mean ?? (bin.from + bin.to) / 2)}
                </th>
                <td class="number">
                  {number(bin.supported)}/{number(bin.claims)}
                </td>
                <td class="number">
                  {bin.low !== undefined &&
                    bin.high !== undefined &&
                    words.intervalIs(percent(bin.low), percent(bin.high))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </div>
  );
}

function Diagram({title, bins}: {title: string; bins: ReliabilityBin[]}) {
  const words = useWords(texts);
  const {colon} = useWords(shell);
  const {percent} = useFormat();
  const x = scaleLinear([0, 1], [LEFT, SIZE - PAD]);
  const y = scaleLinear([0, 1], [SIZE - BELOW, PAD]);
  return (
    <figure class="plot calibration">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={title}>
        <line class="mark" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        {bins.map(({from, to, mean, claims, supported, low, high}) => {
          const at = x(mean ?? (from + to) / 2);
          return (
            <g class="interval">
              <title>{`${percent(mean ?? from)}${colon} ${supported}/${claims}`}</title>
              {low !== undefined && high !== undefined && (
                <line class="reach" x1={at} x2={at} y1={y(low)} y2={y(high)} />
              )}
              <circle
                cx={at}
                cy={y(supported / claims)}
                r={Math.min(9, 3 + Math.sqrt(claims) / 2)}
              />
            </g>
          );
        })}
        <Axis
          side="bottom"
          from={x(0)}
          to={x(1)}
          across={y(0)}
          ticks={TICKS.map((at) => ({at: x(at), text: percent(at)}))}
        />
        <Axis
          side="left"
          from={y(1)}
          to={y(0)}
          across={x(0)}
          ticks={TICKS.map((at) => ({at: y(at), text: percent(at)}))}
        />
        <text x={(x(0) + x(1)) / 2} y={SIZE - 6} text-anchor="middle">
          {words.forecast}
        </text>
      </svg>
    </figure>
  );
}
