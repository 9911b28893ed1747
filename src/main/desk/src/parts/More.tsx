import type {Page} from "../api/pages";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** How many of a list one sees at first. */
export const FIRST = 50;

/** How many the service gives at once. */
const MOST = 500;

/** Stands below a list of which not all is there: the way to more of it, or that there is more than it shows. */
export function More(props: {
  page: Page<unknown> | undefined;
  size: number;
  widen: (size: number) => void;
}) {
  const {page, size, widen} = props;
  const words = useWords(shell);
  const {number} = useFormat();
  if (page?.next === undefined) {
    return null;
  }
  return size < MOST ? (
    <button onClick={() => widen(Math.min(MOST, size * 2))}>{words.more}</button>
  ) : (
    <p>{words.firstOf(number(page.items.length), number(page.total))}</p>
  );
}
