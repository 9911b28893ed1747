import {scaleLinear, scaleUtc} from "d3-scale";
import {curveStepAfter, line, symbol, symbolsFill} from "d3-shape";
import type {TimelinePoint} from "../api/assessments";
import {Cut} from "../parts/Said";
import {Axis} from "../plots/Axis";
import {useWidth} from "../plots/useWidth";
import {records} from "../words/records";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {useNames} from "./file";

const HEIGHT = 280;
const TOP = 34;
const BOTTOM = HEIGHT - 30;
const LEFT = 38;
/** Between two names at the end of lines, in pixels. */
const APART = 15;
const DAY = 86_400_000;
/** Between two dates on the axis. */
const TICK = 100;
/** Between two numbers of what came in. */
const COUNT = 28;
const LETTERS = "ABCDEF";

interface Seen {
  at: number;
  score: number;
  grade: string;
  moved: boolean;
}

/** Each claim's scores; a point is marked where the grade is another than before. */
function seen(points: readonly TimelinePoint[], claim: string): Seen[] {
  let last: string | undefined;
  return points.flatMap((point) => {
    const standing = point.claims.find((one) => one.claim === claim);
    if (standing === undefined) {
      return [];
    }
    const moved = last !== undefined && last !== standing.grade;
    last = standing.grade;
    return [{at: momentOf(point), score: standing.score, grade: standing.grade, moved}];
  });
}

/** Where a point is drawn: one that is the end of a day stands at that day, not at the next. */
function momentOf(point: TimelinePoint): number {
  return Date.parse(/T23:59:59/.test(point.asOf) ? point.asOf.slice(0, 10) : point.asOf);
}

const mark = (i: number) => symbol(symbolsFill[i % symbolsFill.length]!, 64)() ?? "";

export function TimelinePlot({points, claims}: {points: TimelinePoint[]; claims: string[]}) {
  const words = useWords(records).timeline;
  const names = useNames();
  const {day, number} = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const times = points.map(momentOf);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const margin = Math.max(DAY / 2, (last - first) * 0.04);
  const right = width - 34;
  const x = scaleUtc()
    .domain([first - margin, last + margin])
    .range([LEFT, right]);
  const y = scaleLinear().domain([0, 100]).range([BOTTOM, TOP]);
  const lines = claims.map((claim) => seen(points, claim));
  const path = line<{at: number; score: number}>(
    (point) => x(point.at),
    (point) => y(point.score),
  ).curve(curveStepAfter);
  const ticks = x
    .ticks(Math.max(2, Math.floor(width / 150)))
    .map((date) => ({at: x(date), text: day(date.toISOString())}))
    .filter((tick) => tick.at >= LEFT + 12)
    .reduce<{at: number; text: string}[]>(
      (kept, tick) =>
        kept.some((last) => last.text === tick.text || tick.at - last.at < TICK)
          ? kept
          : [...kept, tick],
      [],
    );
  return (
    <figure class="plot" ref={ref as never}>
      <svg
        role="img"
        aria-label={words.plot}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
      >
        <Axis side="bottom" from={LEFT} to={right} across={BOTTOM} ticks={ticks} />
        <Axis
          side="left"
          from={TOP}
          to={BOTTOM}
          across={LEFT}
          ticks={[0, 25, 50, 75, 100].map((score) => ({at: y(score), text: number(score)}))}
        />
        {times.map((time) => (
          <line class="came" x1={x(time)} x2={x(time)} y1={TOP - 8} y2={BOTTOM} />
        ))}
        {counts(points, times.map(x)).map(({at, count}) => (
          <text class="camecount" x={at} y={TOP - 14} text-anchor="middle">
            +{number(count)}
          </text>
        ))}
        {lines.map((all, i) => (
          <g class={`line${i} timeline`}>
            <path
              class="way"
              d={
                path([...all, ...(all.length > 0 ? [{...all.at(-1)!, at: last + margin}] : [])]) ??
                ""
              }
            />
            {all.map((point) => (
              <g transform={`translate(${x(point.at)},${y(point.score)})`}>
                <path class="mark" d={mark(i)} />
                {point.moved && <circle class="regraded" r="9" />}
              </g>
            ))}
          </g>
        ))}
        {ends(lines, y).map(({i, at}) => (
          <text class={`end line${i}`} x={right + 6} y={at} dy="0.35em">
            {LETTERS[i]}
          </text>
        ))}
      </svg>
      <figcaption>
        <ul class="legend">
          {claims.map((claim, i) => (
            <li class={`line${i}`}>
              <svg class="key" viewBox="-8 -8 16 16" aria-hidden="true">
                <path class="mark" d={mark(i)} />
              </svg>{" "}
              <strong>{LETTERS[i]}</strong> <Cut text={names.claim(claim)} most={70} />
            </li>
          ))}
        </ul>
        <small class="muted">{words.key}</small>
      </figcaption>
    </figure>
  );
}

/** How much came in: together where the numbers would lie on each other. */
function counts(points: readonly TimelinePoint[], at: readonly number[]) {
  const told: {at: number; count: number}[] = [];
  points.forEach(({came}, i) => {
    const count = came.reports.length + came.media.length;
    const last = told.at(-1);
    if (last !== undefined && at[i]! - last.at < COUNT) {
      last.count += count;
    } else {
      told.push({at: at[i]!, count});
    }
  });
  return told;
}

/** Where the names of lines stand at their ends, so that none lies on another. */
function ends(lines: Seen[][], y: (score: number) => number): {i: number; at: number}[] {
  const wanted = lines
    .map((all, i) => ({i, at: all.length === 0 ? NaN : y(all.at(-1)!.score)}))
    .filter((end) => !Number.isNaN(end.at))
    .sort((a, b) => a.at - b.at);
  let above = -Infinity;
  for (const end of wanted) {
    end.at = Math.max(end.at, above + APART);
    above = end.at;
  }
  const over = Math.max(0, above - BOTTOM);
  return wanted.map((end) => ({...end, at: end.at - over}));
}
