import type {JudgedClaim} from "../api/assessments";
import {GradeBadge} from "../parts/GradeBadge";
import {Said} from "../parts/Said";
import {ScoreBar} from "../parts/ScoreBar";
import {incident} from "../words/incident";
import {PROPOSITIONS, terms} from "../words/terms";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {useFile} from "./file";

/** A claim's grade: a person's first, where there is one, with the machine's beside it. */
export function Grades({judged}: {judged: JudgedClaim}) {
  const words = useWords(incident);
  const override = useFile().overrides.get(judged.claim);
  if (override === undefined) {
    return (
      <p class="grades">
        <GradeBadge grade={judged.grade} />
      </p>
    );
  }
  return (
    <p class="grades">
      <GradeBadge grade={override.grade} /> <small>{words.person(override.by)}</small>
      <br />
      <small>
        {words.machine} <GradeBadge grade={judged.grade} />
      </small>
      <br />
      <small class="muted">
        <Said text={override.reason} most={140} quoted />
      </small>
    </p>
  );
}

/** The Admiralty code's two marks, and its words as its own: Bilan tells how well a claim is supported, not what is true. */
export function AdmiraltyPair({judged}: {judged: JudgedClaim}) {
  const words = useWords(incident);
  const {colon} = useWords(shell);
  const {reliability, credibility} = judged.admiralty;
  return (
    <p class="admiralty">
      {words.admiralty}
      {colon}{" "}
      <strong>
        {reliability}
        {credibility}
      </strong>
      <br />
      <small class="muted">
        {words.admiraltyWords(
          words.reliability[reliability as "A"],
          words.credibility[credibility as 1],
        )}
      </small>
    </p>
  );
}

/** Which of what a claim asserts is the weakest: it makes the claim's score. */
export function weakest(judged: JudgedClaim) {
  return PROPOSITIONS.filter((one) => judged.propositions[one] !== undefined).sort(
    (a, b) => judged.propositions[a]!.evidence - judged.propositions[b]!.evidence,
  )[0];
}

/** How each thing that a claim asserts stands on its own. */
export function Propositions({judged}: {judged: JudgedClaim}) {
  const words = useWords(incident);
  const names = useWords(terms).proposition;
  const low = weakest(judged);
  return (
    <dl class="propositions">
      {PROPOSITIONS.map((proposition) => {
        const standing = judged.propositions[proposition];
        return standing === undefined ? null : (
          <div>
            <dt>
              {names[proposition]}
              {proposition === low && (
                <span title={words.weakest} aria-label={words.weakest} role="img">
                  {" "}
                  ▾
                </span>
              )}
            </dt>
            <dd>
              <ScoreBar score={standing.score} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
