import type {ComponentChildren} from "preact";
import {useState} from "preact/hooks";
import {incident} from "../words/incident";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";

/** The first of many, until somebody asks for all of them: a dossier may hold thousands. */
export function useFew<T>(all: readonly T[], most: number): [readonly T[], ComponentChildren] {
  const words = useWords(incident);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (open || all.length <= most) {
    return [all, null];
  }
  return [
    all.slice(0, most),
    <button class="plain more" onClick={() => setOpen(true)}>
      {words.showAll(format.number(all.length))}
    </button>,
  ];
}
