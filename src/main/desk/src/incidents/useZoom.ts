import {select} from "d3-selection";
import {zoom, zoomIdentity, zoomTransform, type ZoomTransform} from "d3-zoom";
import type {RefObject} from "preact";
import {useEffect, useMemo, useRef, useState} from "preact/hooks";

/** How much closer one can come than the whole world: then a degree is about as wide as the map. */
const CLOSEST = 256;

export interface Zoom {
  view: ZoomTransform;
  /** Closer, or farther where it is less than 1. */
  by: (factor: number) => void;
  /** By pixels of the screen. */
  move: (right: number, down: number) => void;
  /** Shows this part of the plane; undefined: all of it. */
  fit: (part?: {x: number; y: number; width: number; height: number}) => void;
}

/** Zooming a plane by wheel, fingers, and what else asks for it. */
export function useZoom(ref: RefObject<SVGSVGElement | null>, width: number, height: number): Zoom {
  const [view, setView] = useState(zoomIdentity);
  const before = useRef({width, height});
  const behaviour = useMemo(
    () =>
      zoom<SVGSVGElement, unknown>()
        .scaleExtent([1, CLOSEST])
        .clickDistance(4)
        .on("zoom", (event: {transform: ZoomTransform}) => setView(event.transform)),
    [],
  );
  useEffect(() => {
    const whole: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ];
    const zoomed = select(ref.current!);
    zoomed.call(behaviour.extent(whole).translateExtent(whole));
    behaviour.transform(
      zoomed,
      resized(zoomTransform(ref.current!), before.current, {width, height}),
    );
    before.current = {width, height};
    return () => void zoomed.on(".zoom", null);
  }, [behaviour, ref, width, height]);
  return useMemo(
    () => ({
      view,
      by: (factor) => behaviour.scaleBy(select(ref.current!), factor),
      move: (right, down) => {
        const {k} = view;
        behaviour.translateBy(select(ref.current!), -right / k, -down / k);
      },
      fit: (part) => {
        const k =
          part === undefined
            ? 1
            : Math.max(
                1,
                Math.min(CLOSEST, (0.9 * width) / part.width, (0.9 * height) / part.height),
              );
        const to =
          part === undefined
            ? zoomIdentity
            : zoomIdentity
                .translate(width / 2, height / 2)
                .scale(k)
                .translate(-part.x - part.width / 2, -part.y - part.height / 2);
        behaviour.transform(select(ref.current!), to);
      },
    }),
    [behaviour, ref, view, width, height],
  );
}

interface Size {
  width: number;
  height: number;
}

/** The same place in the middle, as close as before, on a plane that has grown or shrunk around its own middle. */
function resized(view: ZoomTransform, before: Size, now: Size): ZoomTransform {
  const [x, y] = view.invert([before.width / 2, before.height / 2]);
  const by = now.width / before.width;
  return zoomIdentity
    .translate(now.width / 2, now.height / 2)
    .scale(view.k)
    .translate(
      (before.width / 2 - x) * by - now.width / 2,
      (before.height / 2 - y) * by - now.height / 2,
    );
}
