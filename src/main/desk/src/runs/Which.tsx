import type {RescoringFilter} from "../api/rescorings";
import {useFormat} from "../words/format";
import {runs} from "../words/runs";
import {terms} from "../words/terms";
import {useWords} from "../words/words";

/** Which dossiers a run goes through, in words. */
export function Which({filter}: {filter: RescoringFilter}) {
  const words = useWords(runs);
  const {grade} = useWords(terms);
  const {list} = useFormat();
  const parts = [
    filter.country,
    filter.from === undefined ? undefined : `${words.from} ${filter.from}`,
    filter.to === undefined ? undefined : `${words.to} ${filter.to}`,
    filter.grades === undefined || filter.grades.length === 0
      ? undefined
      : list(filter.grades.map((one) => grade[one])),
  ].filter((part) => part !== undefined);
  return <>{parts.length === 0 ? words.all : parts.join(" · ")}</>;
}
