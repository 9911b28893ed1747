import {useEffect, useRef, useState} from "preact/hooks";
import type {RefObject} from "preact";

/** The width that a plot has, in pixels, as the window changes. */
export function useWidth<T extends Element>(otherwise = 640): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    const watched = ref.current;
    if (watched === null) {
      return undefined;
    }
    const observer = new ResizeObserver((entries) => {
      const measured = entries[0]?.contentRect.width ?? 0;
      if (measured > 0) {
        setWidth(Math.round(measured));
      }
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
