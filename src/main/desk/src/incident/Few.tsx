import type {ComponentChildren} from "preact";
import {useContext, useState} from "preact/hooks";
import {Whole} from "../parts/whole";
import {incident} from "../words/incident";
import {shell} from "../words/shell";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";

/**
 * The first of many, until somebody asks for all of them: a dossier may hold thousands. On paper, where nobody can ask,
 * it is told how many are not there.
 */
export function useFew<T>(all: readonly T[], most: number): [readonly T[], ComponentChildren] {
  const words = useWords(incident);
  const {less} = useWords(shell);
  const format = useFormat();
  const whole = useContext(Whole);
  const [open, setOpen] = useState(false);
  if (whole || all.length <= most) {
    return [all, null];
  }
  return [
    open ? all : all.slice(0, most),
    <>
      <button class="plain more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? less : words.showAll(format.number(all.length))}
      </button>
      {!open && <span class="paper">{words.notOnPaper(format.number(all.length - most))}</span>}
    </>,
  ];
}
