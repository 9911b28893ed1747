import {useState} from "preact/hooks";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import type {Keeper} from "./keeper";
import {ProblemList} from "./ProblemList";
import {SaveState} from "./SaveState";
import {Scores} from "./Scores";
import type {Judged} from "./useJudged";

/** From this width on it stands beside the form; below it, it is a bar that one unfolds. */
const WIDE = "(min-width: 64rem)";

/** How far it is saved, what is missing, and how it is judged. */
export function Beside({keeper, judged}: {keeper: Keeper; judged: Judged}) {
  const words = useWords(entry);
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
  const [all, setAll] = useState(false);
  const problems = judged.refused?.problem.problems?.length;
  const {state} = keeper.saving;
  return (
    <aside aria-label={words.beside} class="judging" tabIndex={-1}>
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>
          <strong>{words.beside}</strong>{" "}
          <span class={problems === undefined ? "muted" : "wrong"}>
            {problems !== undefined
              ? words.problems(problems)
              : judged.refused === undefined && judged.assessment !== undefined && words.valid}
          </span>
          {(state === "failed" || state === "clash" || state === "refused") && (
            <strong class="wrong"> {words.saving.not}</strong>
          )}
        </summary>
        <SaveState keeper={keeper} />
        <section data-at="problems" tabIndex={-1} aria-labelledby="entry-problems">
          <h2 id="entry-problems">{words.problemsHead}</h2>
          {judged.refused === undefined ? (
            <p class="muted">{judged.assessment === undefined ? words.judging : words.none}</p>
          ) : (
            <ProblemList refused={judged.refused} all={all} more={() => setAll(true)} />
          )}
        </section>
        <section aria-labelledby="entry-scores">
          <h2 id="entry-scores">{words.scores.head}</h2>
          <Scores judged={judged} />
        </section>
      </details>
    </aside>
  );
}
