import {useState} from "preact/hooks";
import {drafts} from "../words/drafts";
import {cut} from "../parts/Said";
import {entry} from "../words/entry";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {useCalled, useForm} from "./form";
import type {Keeper} from "./keeper";
import {named} from "./lists";
import {ProblemList} from "./ProblemList";
import {counted} from "./problems";
import {SaveState} from "./SaveState";
import {Scores} from "./Scores";
import type {Judged} from "./useJudged";

/** From this width on it stands beside the form; below it, it is a bar that one unfolds. */
const WIDE = "(min-width: 64rem)";

/** How far it is saved, what is missing, and how it is judged. */
export function Beside({keeper, judged}: {keeper: Keeper; judged: Judged}) {
  const words = useWords(entry);
  const {saving} = useWords(drafts);
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
  const [all, setAll] = useState(false);
  const listed = judged.refused?.problem.problems;
  const count = listed && counted(listed);
  const problems = count && words.problems(count.n, count.over);
  const said =
    problems !== undefined
      ? problems
      : judged.busy
        ? words.judging
        : judged.refused !== undefined
          ? words.notJudged
          : words.valid;
  const {state} = keeper.saving;
  const moved = useMoved(judged);
  return (
    <aside aria-label={words.beside} class="judging" tabIndex={-1}>
      <p role="status" class="unseen">
        {problems ?? moved}
      </p>
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>
          <strong>{words.beside}</strong>{" "}
          <span class={judged.refused === undefined ? "muted" : "wrong"}>{said}</span>
          {(state === "failed" || state === "clash" || state === "refused") && (
            <strong class="wrong"> {saving.not}</strong>
          )}
        </summary>
        <SaveState keeper={keeper} />
        <section data-at="problems" tabIndex={-1} aria-labelledby="entry-problems">
          <h2 id="entry-problems">{words.problemsHead}</h2>
          {judged.refused === undefined ? (
            <p class="muted">{judged.busy ? words.judging : words.none}</p>
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

/** What the last fact has moved, in a sentence for who does not look. */
function useMoved({assessment, before}: Judged): string {
  const words = useWords(entry);
  const {semicolon} = useWords(shell);
  const {signed} = useFormat();
  const {document} = useForm();
  const called = useCalled("claims");
  if (assessment === undefined || before === undefined) {
    return "";
  }
  const names = new Map(named(document, "claims").map(({id, item}) => [id, called(item)]));
  return assessment.claims
    .map(({claim, score}) => ({
      claim,
      score,
      by: score - (before.claims.find((one) => one.claim === claim)?.score ?? score),
    }))
    .filter(({by}) => by !== 0)
    .map(({claim, score, by}) =>
      words.of(names.get(claim) ?? cut(claim), `${score} (${signed(by)})`),
    )
    .join(`${semicolon} `);
}
