import {useEffect, useMemo, useRef, useState} from "preact/hooks";
import {path} from "../api/api";
import type {Box, Cell, WorldMap} from "../api/archive";
import {useAnswer} from "../api/useAnswer";
import {Refusal} from "../parts/Refusal";
import {useWidth} from "../plots/useWidth";
import {address, go} from "../shell/route";
import {useFormat} from "../words/format";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";
import {Cells} from "./Cells";
import {MapKey} from "./MapKey";
import {HEIGHT, plane, sight, square, type Plane} from "./plane";
import {crossed, parameters} from "./search";
import type {Searching} from "./SearchBox";
import {useZoom, type Zoom} from "./useZoom";

/** Room that a circle has at least, in pixels: what one can hit. */
const ROOM = 28;

/** No cells finer than these are asked for. */
const MOST_ACROSS = 64;

/** Lower, a map is too small to be of use. */
const LEAST_HEIGHT = 300;

/**
 * Movements that come closer than this are one question, in milliseconds. The list, which is asked for at once, is what
 * one waits for: the map does not take the service from it.
 */
const PAUSE = 200;

/** Pixels of a step by the keyboard. */
const STEP = 60;

/**
 * Where the incidents that are looked for were.
 *
 * @param alone whether no list beside it says why a search is refused
 */
export default function MapPart({search, change, alone}: Searching & {alone: boolean}) {
  const {mapIs: words} = useWords(incidents);
  const {number} = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const height = Math.max(LEAST_HEIGHT, Math.round(width * HEIGHT));
  const world = useMemo(() => plane(width, height), [width, height]);
  const zoom = useZoom(svg, width, height);
  useFrame(search.box, world, zoom);
  const seen = sight(world, zoom.view);
  const {sort: _, ...wanted} = parameters(search, seen);
  const cells = Math.min(MOST_ACROSS, Math.floor(width / ROOM));
  const {dates, scores} = crossed(search);
  const asked = useLater(dates || scores ? undefined : path("/map", {...wanted, cells}));
  const answer = useAnswer<WorldMap>(asked, "lasting");
  const {refused, busy, again} = answer;
  const unfit = refused?.status === 400;
  const value = unfit ? undefined : answer.value;
  const open = (cell: Cell) => {
    if (cell.incident !== undefined) {
      go(address(["incidents", cell.incident]));
    } else if (value !== undefined) {
      change({box: square(cell, value.degrees)});
      svg.current?.focus();
    }
  };
  return (
    <div class="map" ref={ref}>
      <div class="row" role="group" aria-label={words.label}>
        <button onClick={() => zoom.by(2)}>
          <span aria-hidden="true">+</span> {words.closer}
        </button>
        <button onClick={() => zoom.by(0.5)} aria-disabled={zoom.view.k <= 1}>
          <span aria-hidden="true">−</span> {words.farther}
        </button>
        <button onClick={() => zoom.fit()} aria-disabled={zoom.view.k <= 1}>
          {words.world}
        </button>
        <button onClick={() => seen !== null && change({box: seen})} aria-disabled={seen === null}>
          {words.here}
        </button>
      </div>
      <svg
        ref={svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={words.label}
        aria-describedby="map-help"
        aria-busy={busy}
        tabindex={0}
        onKeyDown={(event) => steer(event, zoom)}
      >
        <g transform={zoom.view.toString()}>
          <path class="land" d={world.land} />
          <path class="borders" d={world.borders} />
          {search.box !== undefined && <Frame box={search.box} world={world} />}
        </g>
        {value !== undefined && <Cells map={value} world={world} view={zoom.view} open={open} />}
      </svg>
      {refused !== undefined && (alone || !unfit) && <Refusal refused={refused} again={again} />}
      {value !== undefined && (
        <p>
          {value.placed === 0 ? words.noPlace : words.placed(number(value.placed))}
          {value.unplaced + value.placed > 0 && (
            <> · {words.unplaced(value.unplaced, number(value.unplaced))}</>
          )}
        </p>
      )}
      <MapKey />
      <p id="map-help" class="muted">
        <small>{words.help}</small>
      </p>
    </div>
  );
}

/** What the keys do on the map. */
function steer(event: KeyboardEvent, zoom: Zoom): void {
  const acts: Record<string, () => void> = {
    ArrowRight: () => zoom.move(STEP, 0),
    ArrowLeft: () => zoom.move(-STEP, 0),
    ArrowDown: () => zoom.move(0, STEP),
    ArrowUp: () => zoom.move(0, -STEP),
    "+": () => zoom.by(2),
    "=": () => zoom.by(2),
    "-": () => zoom.by(0.5),
    "0": () => zoom.fit(),
  };
  const act = acts[event.key];
  if (act !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    act();
  }
}

/** Goes to the part of the world that the list is bound to, and back when it is so no more. */
function useFrame(box: Box | undefined, world: Plane, zoom: Zoom): void {
  const key = box === undefined ? "" : Object.values(box).join();
  useEffect(() => {
    if (box === undefined || box.west > box.east) {
      zoom.fit();
    } else {
      zoom.fit(rectangle(box, world));
    }
  }, [key]);
}

function rectangle(box: Box, {x, y}: Plane) {
  return {
    x: x(box.west),
    y: y(box.north),
    width: Math.max(0.1, x(box.east) - x(box.west)),
    height: Math.max(0.1, y(box.south) - y(box.north)),
  };
}

function Frame({box, world}: {box: Box; world: Plane}) {
  // One that crosses the line of 180 degrees lies at both ends of the map.
  const parts =
    box.west > box.east
      ? [
          {...box, east: 180},
          {...box, west: -180},
        ]
      : [box];
  return (
    <>
      {parts.map((part) => (
        <rect class="bound" {...rectangle(part, world)} />
      ))}
    </>
  );
}

/** What is wanted, once one pauses. */
function useLater(wanted: string | undefined): string | undefined {
  const [later, setLater] = useState(wanted);
  useEffect(() => {
    const pause = setTimeout(() => setLater(wanted), PAUSE);
    return () => clearTimeout(pause);
  }, [wanted]);
  return later;
}
