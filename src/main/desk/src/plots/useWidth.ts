import {useEffect, useRef, useState} from "preact/hooks";
import type {RefObject} from "preact";

/** About as wide as a sheet of paper is, in pixels: shrunk from a screen's width, letters would be too small to read. */
const PAPER = 680;

/** The width that a plot has, in pixels, as the window changes, and on paper. */
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
    let onScreen = otherwise;
    const toPaper = () =>
      setWidth((now) => {
        onScreen = now;
        return Math.min(now, PAPER);
      });
    const toScreen = () => setWidth(onScreen);
    addEventListener("beforeprint", toPaper);
    addEventListener("afterprint", toScreen);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", toPaper);
      removeEventListener("afterprint", toScreen);
    };
  }, []);
  return [ref, width];
}
