import {useContext, useState} from "preact/hooks";
import {shell} from "../words/shell";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {Whole} from "./whole";

/** How many characters of a text are shown before one asks for all. */
const SHOWN = 400;

/** The same where all is drawn: a name of ten thousand letters, at each place where it stands, would be a book. */
const WHOLE = 2_000;

/**
 * Text that somebody else wrote: a name, a title, a claim. It turns no other text around, and takes no more room than
 * what it stands beside, however long it is. Every text of a dossier is shown through this, or through Cut.
 *
 * @param most characters shown at first
 * @param quoted as somebody's own words
 */
export function Said({
  text,
  most = SHOWN,
  quoted = false,
}: {
  text: string;
  most?: number;
  quoted?: boolean;
}) {
  const words = useWords(shell);
  const {number} = useFormat();
  const whole = useContext(Whole);
  const [open, setOpen] = useState(false);
  const room = whole ? Math.max(most, WHOLE) : most;
  const letters = Array.from(text.slice(0, room * 2 + 2));
  const long = letters.length > room || text.length > room * 2 + 2;
  const shown = open || !long ? text : `${letters.slice(0, room).join("")}…`;
  const said = <bdi class="said">{shown}</bdi>;
  return (
    <>
      {quoted ? <q>{said}</q> : said}
      {long && (
        <button class="plain more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.less : words.all}
        </button>
      )}
      {long && !open && <small class="paper"> {words.cutOnPaper(number(text.length))}</small>}
    </>
  );
}

/** The same where no button can stand, as within a link: cut, its whole is found where that leads. */
export function Cut({text, most}: {text: string; most?: number}) {
  return <bdi class="said">{cut(text, most)}</bdi>;
}

/** Where no element can stand either, as in options, titles and plots: without what turns letters around. */
export function cut(text: string, most = 80): string {
  const plain = text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
  const letters = Array.from(plain.slice(0, most * 2 + 2));
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : plain;
}
