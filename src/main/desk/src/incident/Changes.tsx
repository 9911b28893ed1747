import type {Finding} from "../api/assessments";
import type {ClaimChange, TollChange} from "../api/comparison";
import {GradeBadge} from "../parts/GradeBadge";
import {Figures} from "../movement/TollChanges";
import {Sentence} from "../parts/Sentence";
import {records} from "../words/records";
import {movement} from "../words/movement";
import {useFormat} from "../words/format";
import {shell} from "../words/shell";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {useFew} from "./Few";
import {useNames} from "./file";

function Found({finding, mark}: {finding: Finding; mark: string}) {
  const {signed} = useFormat();
  const {colon} = useWords(shell);
  const names = useWords(terms).proposition;
  return (
    <>
      <strong>{mark}</strong> {signed(finding.weight)}, {names[finding.proposition]}
      {colon} <Sentence text={finding.because.text} />
    </>
  );
}

function heaviest(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function Findings({change}: {change: ClaimChange}) {
  const words = useWords(records).changes;
  const {signed, list} = useFormat();
  const {came = [], went = [], moved = []} = change.findings;
  const all = [
    ...heaviest(came).map((finding) => <Found finding={finding} mark={words.came} />),
    ...heaviest(went).map((finding) => <Found finding={finding} mark={words.went} />),
    ...moved.map(({changed, before, after}) => (
      <>
        <Found finding={after} mark={words.moved} />{" "}
        <span class="muted">
          ({list(changed.map((what) => words.by[what]))}
          {changed.includes("weight") && ` ${signed(before.weight)} → ${signed(after.weight)}`})
        </span>
      </>
    )),
  ];
  const [shown, more] = useFew(all, 12);
  return (
    <>
      <ul>
        {shown.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      {more}
    </>
  );
}

function Change({change}: {change: ClaimChange}) {
  const words = useWords(records).changes;
  const names = useNames();
  const {number} = useFormat();
  const {colon} = useWords(shell);
  const {before, after, origins, unjudged} = change;
  const [came, went, moved] = [origins.came, origins.went, origins.moved].map(
    (some) => some?.length ?? 0,
  ) as [number, number, number];
  return (
    <li>
      <bdi>
        <strong>{names.claim(change.claim)}</strong>
      </bdi>{" "}
      <code>{change.claim}</code>
      {colon}{" "}
      {before !== undefined && (
        <>
          <GradeBadge grade={before.grade} /> {number(before.score)}
        </>
      )}
      {before !== undefined && after !== undefined && " → "}
      {after !== undefined && (
        <>
          <GradeBadge grade={after.grade} /> {number(after.score)}
        </>
      )}{" "}
      {change.present === "after" && words.claimCame}
      {change.present === "before" && words.claimWent}
      <Findings change={change} />
      {came + went + moved > 0 && (
        <p class="muted">{words.origins(number(came), number(went), number(moved))}</p>
      )}
      {change.present === "both" && (unjudged.went?.length ?? 0) > 0 && (
        <p class="muted">{words.nowJudged(number(unjudged.went!.length))}</p>
      )}
      {change.present === "both" && (unjudged.came?.length ?? 0) > 0 && (
        <p class="muted">{words.notJudged(number(unjudged.came!.length))}</p>
      )}
    </li>
  );
}

function TollMoved({change}: {change: TollChange}) {
  const words = useWords(movement);
  const {colon} = useWords(shell);
  const {harm, victims} = useWords(terms);
  return (
    <li>
      <strong>{words.toll}</strong> {words.people(harm[change.harm], victims[change.victims])}
      {colon} <Figures toll={change.before} /> → <Figures toll={change.after} />
    </li>
  );
}

/** What differs between two assessments, claim by claim, in words. */
export function Changes(props: {claims: readonly ClaimChange[]; toll?: readonly TollChange[]}) {
  const words = useWords(records).changes;
  const claims = props.claims.filter((change) => change.changed);
  const toll = (props.toll ?? []).filter((change) => change.changed);
  const [shown, more] = useFew(claims, 10);
  if (claims.length + toll.length === 0) {
    return <p>{words.none}</p>;
  }
  return (
    <>
      <ul class="changes">
        {toll.map((change) => (
          <TollMoved change={change} />
        ))}
        {shown.map((change) => (
          <Change change={change} />
        ))}
      </ul>
      {more}
    </>
  );
}
