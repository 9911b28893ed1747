import {max} from "d3-array";
import {scaleSqrt} from "d3-scale";
import {arc} from "d3-shape";
import type {ZoomTransform} from "d3-zoom";
import {useId, useRef, useState} from "preact/hooks";
import type {Cell, WorldMap} from "../api/archive";
import {useFormat, type Format} from "../words/format";
import {incidents} from "../words/incidents";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import type {Plane} from "./plane";
import {Hatch} from "./Hatch";

/** Radii in pixels. */
const LEAST = 5;
const MOST = 26;
const TO_HIT = 12;

/** About how wide a letter within a circle is, in pixels. */
const LETTER = 7;

/** A circle on the screen. */
interface Circle {
  cell: Cell;
  x: number;
  y: number;
  r: number;
}

/**
 * Incidents as circles, near ones together. One of them is in the order of the keyboard, and arrows lead from it to the
 * others: of hundreds, nobody tabs through all.
 */
export function Cells(props: {
  map: WorldMap;
  world: Plane;
  view: ZoomTransform;
  open: (cell: Cell) => void;
}) {
  const {map, world, view, open} = props;
  const hatch = useId();
  const [last, setLast] = useState("");
  const drawn = useRef(new Map<string, SVGGElement>());
  const circles = place(map, world, view);
  const here = circles.find(({cell}) => keyOf(cell) === last) ?? circles[0];
  const step = (from: Circle, event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      open(from.cell);
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      event.stopPropagation();
      const to = next(circles, from, event.key);
      if (to !== undefined) {
        setLast(keyOf(to.cell));
        drawn.current.get(keyOf(to.cell))?.focus();
      }
    }
  };
  return (
    <>
      <Hatch id={hatch} />
      {circles.map((circle) => {
        const key = keyOf(circle.cell);
        return (
          <g
            key={key}
            ref={(element: SVGGElement | null) => {
              if (element === null) {
                drawn.current.delete(key);
              } else {
                drawn.current.set(key, element);
              }
            }}
            class="cell"
            role="button"
            transform={`translate(${circle.x.toFixed(1)},${circle.y.toFixed(1)})`}
            tabindex={circle === here ? 0 : -1}
            onFocus={() => setLast(key)}
            onClick={() => open(circle.cell)}
            onKeyDown={(event) => step(circle, event)}
          >
            <Look circle={circle} hatch={hatch} />
          </g>
        );
      })}
    </>
  );
}

function keyOf({lat, lon}: Cell): string {
  return `${lat} ${lon}`;
}

/** Large ones first, so that small ones are not hidden below them. */
function place({cells, degrees}: WorldMap, world: Plane, view: ZoomTransform): Circle[] {
  const room = degrees * world.degree * view.k;
  const most = Math.max(TO_HIT, Math.min(MOST, room * 0.42));
  const radius = scaleSqrt([0, Math.max(2, max(cells, ({count}) => count) ?? 2)], [0, most]);
  return cells
    .map((cell) => ({
      cell,
      x: view.applyX(world.x(cell.lon)),
      y: view.applyY(world.y(cell.lat)),
      r: Math.max(LEAST, radius(cell.count)),
    }))
    .filter(({x, y}) => x >= 0 && y >= 0 && x <= world.width && y <= world.height)
    .sort((one, other) => other.r - one.r);
}

/** The nearest that way; what lies aside is farther than what lies ahead. */
function next(circles: Circle[], from: Circle, key: string): Circle | undefined {
  const [right, down] = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  }[key] ?? [0, 0];
  let found: Circle | undefined;
  let least = Infinity;
  for (const circle of circles) {
    const [x, y] = [circle.x - from.x, circle.y - from.y];
    const ahead = x * right! + y * down!;
    const far = ahead + 2 * Math.abs(right === 0 ? x : y);
    if (circle !== from && ahead > 0.5 && far < least) {
      least = far;
      found = circle;
    }
  }
  return found;
}

const share = arc<{from: number; to: number; part: number}>()
  .innerRadius(({from}) => from)
  .outerRadius(({to}) => to)
  .startAngle(0)
  .endAngle(({part}) => part * 2 * Math.PI);

/** How a circle looks: its size, which share is contested, and which needs a look; with the same in words. */
function Look({circle: {cell, r}, hatch}: {circle: Circle; hatch: string}) {
  const {mapIs: words} = useWords(incidents);
  const {grade} = useWords(terms);
  const format = useFormat();
  const {count, contested, look} = cell;
  const short = format.short(count);
  return (
    <>
      <title>{told(cell, words, grade, format)}</title>
      <circle class="hit" r={Math.max(TO_HIT, r)} />
      <circle class="body" r={r} />
      {contested > 0 && (
        <path fill={`url(#${hatch})`} d={share({from: 0, to: r, part: contested / count}) ?? ""} />
      )}
      {look > 0 && (
        <path class="ring" d={share({from: r + 1.5, to: r + 4, part: look / count}) ?? ""} />
      )}
      {count > 1 && short.length * LETTER < 2 * r - 1 && (
        <text dy="0.35em" text-anchor="middle" aria-hidden="true">
          {short}
        </text>
      )}
    </>
  );
}

function told(
  cell: Cell,
  words: typeof incidents.en.mapIs,
  grades: typeof terms.en.grade,
  format: Format,
): string {
  const {incident, grade, score, count, contested, look} = cell;
  const parts =
    incident !== undefined
      ? [
          words.one(incident),
          grade !== undefined && score !== undefined && words.scored(grades[grade], score),
          contested > 0 && words.contestedOne,
          look > 0 && words.lookOne,
        ]
      : [
          words.some(format.number(count)),
          contested > 0 && words.contested(contested, format.number(contested)),
          look > 0 && words.look(format.number(look)),
        ];
  const what = parts.filter((part) => part !== false).join(", ");
  return `${what}. ${incident !== undefined ? words.opens : words.narrows}`;
}
