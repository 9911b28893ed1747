import type {ComponentChildren} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** What may be wider than the page, such as a table: it scrolls sideways, by keyboard too where there is more to see. */
export function Wide({children}: {children: ComponentChildren}) {
  const words = useWords(shell);
  const ref = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const box = ref.current!;
    const measure = () => setScrolls(box.scrollWidth > box.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) {
      observer.observe(child);
    }
    return () => observer.disconnect();
  }, []);
  const reached = scrolls ? {tabIndex: 0, role: "group" as const, "aria-label": words.wide} : {};
  return (
    <div class="wide" ref={ref} {...reached}>
      {children}
    </div>
  );
}
