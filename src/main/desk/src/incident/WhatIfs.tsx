import type {Explanation, WhatIf} from "../api/assessments";
import {GradeBadge} from "../parts/GradeBadge";
import {Sentence} from "../parts/Sentence";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

function Row({supposed}: {supposed: WhatIf}) {
  const {number} = useFormat();
  const {before, after} = supposed;
  return (
    <tr>
      <th scope="row">
        <Sentence text={supposed.if} />
      </th>
      <td>
        {supposed.changes && (
          <>
            <GradeBadge grade={before.grade} /> →{" "}
          </>
        )}
        <GradeBadge grade={after.grade} />
      </td>
      <td class="number">
        {number(before.score)} → {number(after.score)}
      </td>
    </tr>
  );
}

function Table({all, caption}: {all: WhatIf[]; caption: string}) {
  const words = useWords(reasons);
  return (
    <Wide>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{words.supposed}</th>
            <th scope="col">{words.then}</th>
            <th scope="col">0–100</th>
          </tr>
        </thead>
        <tbody>
          {all.map((supposed) => (
            <Row supposed={supposed} />
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** Suppositions that were tried, those first that would change the grade. */
export function WhatIfs({explanation, open}: {explanation: Explanation; open: boolean}) {
  const words = useWords(reasons);
  const {number, sentence} = useFormat();
  const changing = explanation.whatIf.filter((one) => one.changes);
  const others = explanation.whatIf.filter((one) => !one.changes);
  return (
    <>
      <p class="muted">{words.whatIfAbout}</p>
      {explanation.note !== undefined && <p>{sentence(explanation.note)}</p>}
      {changing.length === 0 && explanation.whatIf.length > 0 && <p>{words.noChange}</p>}
      {changing.length > 0 && <Table all={changing} caption={words.whatIf} />}
      {others.length > 0 && (
        <details open={open}>
          <summary>{words.others(number(others.length))}</summary>
          <Table all={others} caption={words.others(number(others.length))} />
        </details>
      )}
    </>
  );
}
