import type {RefObject} from "preact";
import {useEffect, useRef} from "preact/hooks";
import type {Page} from "../api/pages";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {isLost} from "./keyboard";

/** How many of a list one sees at first. */
export const FIRST = 50;

/** How many the service gives at once. */
const MOST = 500;

/**
 * Stands below a table of which not all is there: the way to more of it, or that there is more than it shows. The
 * keyboard goes on at the first row that came: the button may be gone.
 */
export function More(props: {
  page: Page<unknown> | undefined;
  size: number;
  widen: (size: number) => void;
  /** Each with a link. */
  rows: RefObject<HTMLTableSectionElement | null>;
}) {
  const {page, size, widen, rows} = props;
  const words = useWords(shell);
  const {number} = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<number>(undefined);
  useEffect(() => {
    const first = before.current === undefined ? undefined : rows.current?.rows[before.current];
    before.current = undefined;
    // Unless it has been taken elsewhere meanwhile.
    if (document.activeElement === button.current || isLost()) {
      first?.querySelector("a")?.focus();
    }
  }, [page]);
  if (page?.next === undefined) {
    return null;
  }
  return size < MOST ? (
    <button
      ref={button}
      onClick={() => {
        before.current = page.items.length;
        widen(Math.min(MOST, size * 2));
      }}
    >
      {words.more}
    </button>
  ) : (
    <p>{words.firstOf(number(page.items.length), number(page.total))}</p>
  );
}
