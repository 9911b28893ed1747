import {scaleLinear} from "d3-scale";
import {cut} from "../parts/Said";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Axis} from "./Axis";
import {useWidth} from "./useWidth";

/** A value with its interval, where there is one. */
export interface Line {
  name: string;
  value: number;
  low?: number | undefined;
  high?: number | undefined;
  /** What parts one side from the other; absent: there are no sides. */
  mark?: number | undefined;
}

const LINE = 20;
const BELOW = 28;

/** Values with their intervals, one a line. Whoever shows it shows the same numbers as a table. */
export function Intervals(props: {
  title: string;
  lines: readonly Line[];
  from: number;
  to: number;
}) {
  const {title, lines, from, to} = props;
  const {colon} = useWords(shell);
  const {number} = useFormat();
  const [ref, width] = useWidth<HTMLElement>();
  const names = Math.min(width * 0.5, 380);
  const x = scaleLinear([from, to], [names + 14, width - 18]).clamp(true);
  const height = lines.length * LINE;
  return (
    <figure ref={ref} class="plot">
      <figcaption>{title}</figcaption>
      <svg
        width={width}
        height={height + BELOW}
        viewBox={`0 0 ${width} ${height + BELOW}`}
        role="img"
        aria-label={title}
      >
        {lines.map(({name, value, low, high, mark}, i) => {
          const y = i * LINE + LINE / 2;
          const side = mark === undefined || value === mark ? "" : value > mark ? "up" : "down";
          return (
            <g class={`interval ${side}`}>
              <title>{`${name}${colon} ${number(value)}`}</title>
              {mark !== undefined && (
                <line class="mark" x1={x(mark)} x2={x(mark)} y1={i * LINE} y2={(i + 1) * LINE} />
              )}
              <text x={names} y={y} dy="0.32em" text-anchor="end">
                {cut(name, Math.floor(names / 6.4))}
              </text>
              {low !== undefined && high !== undefined && (
                <line class="reach" x1={x(low)} x2={x(high)} y1={y} y2={y} />
              )}
              <circle cx={x(value)} cy={y} r={4} />
            </g>
          );
        })}
        <Axis
          side="bottom"
          from={x(from)}
          to={x(to)}
          across={height + 2}
          ticks={x.ticks(Math.max(2, Math.floor((width - names) / 80))).map((at) => ({
            at: x(at),
            text: number(at),
          }))}
        />
      </svg>
    </figure>
  );
}
