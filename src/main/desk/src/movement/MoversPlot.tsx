import {scaleLinear} from "d3-scale";
import type {Mover} from "../api/comparison";
import {Axis} from "../plots/Axis";
import {useWidth} from "../plots/useWidth";
import {cut} from "../parts/Said";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** How many lines a person takes in at once; the table has all. */
const SHOWN = 20;
const LINE = 20;
const BELOW = 28;

/** Each claim's score before and after on one line. The table below it has the same numbers. */
export function MoversPlot({movers}: {movers: Mover[]}) {
  const words = useWords(movement);
  const {colon} = useWords(shell);
  const {number} = useFormat();
  const [ref, width] = useWidth<HTMLElement>();
  const shown = movers.slice(0, SHOWN);
  const names = Math.min(width * 0.45, 280);
  const x = scaleLinear([0, 100], [names + 12, width - 16]);
  const height = shown.length * LINE;
  return (
    <figure ref={ref} class="plot">
      <figcaption>
        {words.moversPlot}
        {movers.length > SHOWN && `. ${words.plotPart(number(SHOWN), number(movers.length))}`}
      </figcaption>
      <svg
        width={width}
        height={height + BELOW}
        viewBox={`0 0 ${width} ${height + BELOW}`}
        role="img"
        aria-label={words.moversPlot}
      >
        {shown.map(({incident, claim, before, after}, i) => {
          const y = i * LINE + LINE / 2;
          const way = after.score >= before.score ? "up" : "down";
          return (
            <g class={`mover ${way}`}>
              <title>{`${cut(incident)} · ${cut(claim)}${colon} ${before.score} → ${after.score}`}</title>
              <text x={names} y={y} dy="0.32em" text-anchor="end">
                {cut(`${incident} · ${claim}`, Math.floor(names / 6.6))}
              </text>
              <line class="guide" x1={x(0)} x2={x(100)} y1={y} y2={y} />
              <line class="way" x1={x(before.score)} x2={x(after.score)} y1={y} y2={y} />
              <circle class="was" cx={x(before.score)} cy={y} r={4.5} />
              <circle class="is" cx={x(after.score)} cy={y} r={4.5} />
            </g>
          );
        })}
        <Axis
          side="bottom"
          from={x(0)}
          to={x(100)}
          across={height + 2}
          ticks={[0, 25, 50, 75, 100].map((at) => ({at: x(at), text: number(at)}))}
        />
      </svg>
    </figure>
  );
}
