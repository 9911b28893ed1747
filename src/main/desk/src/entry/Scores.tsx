import {group} from "d3-array";
import type {Assessment, Finding, JudgedClaim} from "../api/assessments";
import {GradeBadge} from "../parts/GradeBadge";
import {Said} from "../parts/Said";
import {ScoreBar} from "../parts/ScoreBar";
import {Sentence} from "../parts/Sentence";
import {entry} from "../words/entry";
import {useFormat} from "../words/format";
import {PROPOSITIONS, terms} from "../words/terms";
import {useWords} from "../words/words";
import {useCalled, useForm} from "./form";
import {named} from "./lists";
import type {Judged} from "./useJudged";

/** How many findings of a claim are told as having come or gone. */
const TOLD = 4;

/** How each claim stands by what is there so far, and what the last fact has moved. */
export function Scores({judged}: {judged: Judged}) {
  const words = useWords(entry).scores;
  const {document} = useForm();
  const called = useCalled("claims");
  const {assessment, before} = judged;
  if (assessment === undefined) {
    return <p class="muted">{words.notYet}</p>;
  }
  const names = new Map(named(document, "claims").map(({id, item}) => [id, called(item)]));
  return (
    <>
      {judged.refused !== undefined && (
        <p class="muted">
          {judged.refused.problem.problems === undefined ? words.notNow : words.stale}
        </p>
      )}
      {assessment.claims.length === 0 && <p class="muted">{words.noClaims}</p>}
      <ol class="judged" aria-busy={judged.busy}>
        {assessment.claims.map((claim) => (
          <li key={claim.claim}>
            <h3>
              <Said text={names.get(claim.claim) ?? claim.claim} most={90} />
            </h3>
            <Stands claim={claim} before={standing(before, claim.claim)} known={before} />
          </li>
        ))}
      </ol>
    </>
  );
}

function standing(assessment: Assessment | undefined, claim: string): JudgedClaim | undefined {
  return assessment?.claims.find((one) => one.claim === claim);
}

function Stands(props: {
  claim: JudgedClaim;
  before: JudgedClaim | undefined;
  known: Assessment | undefined;
}) {
  const {claim, before} = props;
  const words = useWords(entry).scores;
  const {proposition} = useWords(terms);
  const {signed} = useFormat();
  const by = before === undefined ? 0 : claim.score - before.score;
  return (
    <>
      <p class="row">
        <ScoreBar score={claim.score} label={words.score} />
        {by !== 0 && (
          <strong class={by > 0 ? "for" : "against"}>
            <span class="unseen">{words.sinceLast}</span> {signed(by)}
          </strong>
        )}
        <GradeBadge grade={claim.grade} />
        <span title={words.admiralty}>
          <span class="unseen">{words.admiralty} </span>
          {claim.admiralty.reliability}
          {claim.admiralty.credibility}
        </span>
        {before !== undefined && before.grade !== claim.grade && (
          <small>
            {words.was} <GradeBadge grade={before.grade} />
          </small>
        )}
        {props.known !== undefined && before === undefined && <small>{words.newClaim}</small>}
      </p>
      <p class="propositions">
        {PROPOSITIONS.map(
          (one) =>
            claim.propositions[one] !== undefined && (
              <span>
                {proposition[one]} <b>{claim.propositions[one].score}</b>
              </span>
            ),
        )}
      </p>
      {before !== undefined && <Moved claim={claim} before={before} />}
    </>
  );
}

function Moved({claim, before}: {claim: JudgedClaim; before: JudgedClaim}) {
  const words = useWords(entry).scores;
  const {proposition} = useWords(terms);
  const {signed, list} = useFormat();
  const lacks = (findings: Finding[], one: Finding) =>
    !findings.some((other) => key(other) === key(one));
  const came = claim.findings.filter((one) => lacks(before.findings, one));
  const went = before.findings.filter((one) => lacks(claim.findings, one));
  if (came.length === 0 && went.length === 0) {
    return null;
  }
  const alike = (findings: Finding[]) => [
    ...group(findings, ({rule, weight, because}) => `${rule} ${weight} ${because.text}`).values(),
  ];
  const told = (findings: Finding[], how: string) =>
    alike(findings)
      .slice(0, TOLD)
      .map((same) => (
        <li>
          <span class="how">{how}</span> <Sentence text={same[0]!.because.text} most={200} />{" "}
          <span class={same[0]!.weight >= 0 ? "number for" : "number against"}>
            {signed(same[0]!.weight)}
          </span>{" "}
          <span class="muted">({list(same.map((one) => proposition[one.proposition]))})</span>
        </li>
      ));
  const left = Math.max(0, alike(came).length - TOLD) + Math.max(0, alike(went).length - TOLD);
  return (
    <ul class="moved">
      {told(came, words.came)}
      {told(went, words.went)}
      {left > 0 && <li class="muted">{words.andMore(left)}</li>}
    </ul>
  );
}

/** What makes a finding the same one: all but the order in which it was found. */
function key({rule, proposition, weight, because}: Finding): string {
  return JSON.stringify([rule, proposition, weight, because.text]);
}
