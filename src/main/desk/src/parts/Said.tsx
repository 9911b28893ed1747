import {useState} from "preact/hooks";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** How many characters of a text are shown before one asks for all. */
const SHOWN = 400;

/**
 * Text that somebody else wrote: a name, a title, a claim. It turns no other text around, and takes no more room than
 * what it stands beside, however long it is. Every text of a dossier is shown through this.
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
  const [all, setAll] = useState(false);
  const letters = Array.from(text.slice(0, most * 2 + 2));
  const long = letters.length > most || text.length > most * 2 + 2;
  const shown = all || !long ? text : `${letters.slice(0, most).join("")}…`;
  const said = <bdi class="said">{shown}</bdi>;
  return (
    <>
      {quoted ? <q>{said}</q> : said}
      {long && (
        <button class="plain more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.less : words.all}
        </button>
      )}
    </>
  );
}

/** The same where no button can stand, as in options, titles and plots: cut, and without what turns letters around. */
export function cut(text: string, most = 80): string {
  const plain = text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
  const letters = Array.from(plain.slice(0, most * 2 + 2));
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : plain;
}
