import type {Refused} from "../api/refused";
import {Refusal} from "../parts/Refusal";
import {cut} from "../parts/Said";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {useForm} from "./form";
import {put} from "./json";
import {counted, stepsOf, useSentence, useWhere} from "./problems";

/** How many are listed at first. */
const SHOWN = 12;

/** All that keeps the draft from being a dossier; each leads to its field. */
export function ProblemList({
  refused,
  all,
  more,
}: {
  refused: Refused;
  all: boolean;
  more: () => void;
}) {
  const words = useWords(entry);
  const {document, edit, show} = useForm();
  const where = useWhere(document);
  const sentence = useSentence();
  const problems = refused.problem.problems;
  if (problems === undefined) {
    return <Refusal refused={refused} />;
  }
  const showAll = () => {
    more();
    // What was pressed is gone; whoever pressed it goes on from here.
    show(`problems/${SHOWN}`);
  };
  const {n, over} = counted(problems);
  return (
    <>
      <p>{words.stillMissing(n, over)}</p>
      <ul class="problems" aria-label={words.problemList}>
        {problems.slice(0, all ? problems.length : SHOWN).map((problem, i) => (
          <li data-at={`problems/${i}`}>
            <button type="button" class="plain" onClick={() => show(problem.pointer ?? "")}>
              <bdi>{where(stepsOf(problem.pointer ?? "")) || words.whole}</bdi>
            </button>{" "}
            {sentence(problem)}
            {problem.code === "field.unknown" && (
              <>
                {" "}
                <button
                  type="button"
                  class="plain"
                  onClick={() => {
                    edit((before) => put(before, stepsOf(problem.pointer ?? ""), undefined));
                    show("problems");
                  }}
                >
                  {words.takeOut(cut(String(stepsOf(problem.pointer ?? "").at(-1) ?? ""), 40))}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {!all && problems.length > SHOWN && (
        <button type="button" class="plain" onClick={showAll}>
          {words.showMore(problems.length - SHOWN)}
        </button>
      )}
    </>
  );
}
