import {terms, type Grade} from "../words/terms";
import {useWords} from "../words/words";

/** A grade as a word and a shape; the colour only helps. */
const MARKS: Record<Grade, string> = {
  confirmed: "●",
  fair: "◕",
  weak: "◔",
  contested: "◐",
  discounted: "○",
};

export function GradeBadge({grade}: {grade: Grade}) {
  return (
    <span class={`grade ${grade}`}>
      <span aria-hidden="true">{MARKS[grade]}</span> {useWords(terms).grade[grade]}
    </span>
  );
}
