import {scaleLinear} from "d3-scale";
import type {JudgedClaim} from "../api/assessments";
import {Sentence} from "../parts/Sentence";
import {address} from "../shell/route";
import {reasons} from "../words/reasons";
import {useFormat} from "../words/format";
import {terms, type Proposition} from "../words/terms";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Facts} from "./Facts";
import {useFile} from "./file";
import type {Place} from "./place";
import {stepsOf, type Step} from "./steps";

/** Width of the drawing of one step, in its own units. */
const WIDTH = 300;

function Bar({step, least, most}: {step: Step; least: number; most: number}) {
  const x = scaleLinear()
    .domain([least, most])
    .range([4, WIDTH - 4]);
  const total = step.is === "start" || step.is === "end";
  const [from, to] = total ? [x(0), x(step.to)] : [x(step.from), x(step.to)];
  const against = total ? step.to < 0 : step.to < step.from;
  return (
    <svg class="step" viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true">
      <line class="zero" x1={x(0)} x2={x(0)} y1="0" y2="20" />
      <rect
        class={`${total ? "total" : ""} ${against ? "against" : "for"}`}
        x={Math.min(from, to)}
        width={Math.max(1.5, Math.abs(to - from))}
        y="4"
        height="12"
      />
      {step.is !== "end" && <line class="run" x1={x(step.to)} x2={x(step.to)} y1="16" y2="20" />}
    </svg>
  );
}

function What({step, claim, place}: {step: Step; claim: string; place: Place}) {
  const words = useWords(reasons);
  const {colon} = useWords(shell);
  const topics = useWords(terms).topic;
  const {signed, number} = useFormat();
  switch (step.is) {
    case "start":
      return <>{words.start}</>;
    case "end":
      return (
        <>
          {words.end}
          {colon} {words.score(number(step.score))}
        </>
      );
    case "cap":
      return (
        <>{words.capped(topics[step.cap.topic], signed(step.cap.sum), signed(step.cap.capped))}</>
      );
    case "finding": {
      const {finding} = step;
      const query = new URLSearchParams({incident: place.id});
      return (
        <>
          <Sentence text={finding.because.text} />{" "}
          <a
            class="rule"
            href={address(["tuning", finding.rule], query)}
            aria-label={words.toRule(finding.rule)}
          >
            <code>{finding.rule}</code>
          </a>
          <Facts ids={finding.facts} claim={claim} place={place} />
        </>
      );
    }
  }
}

/** From the prior to the evidence of one proposition, finding by finding: a sum that one can redo by hand. */
export function Waterfall(props: {judged: JudgedClaim; proposition: Proposition; place: Place}) {
  const {judged, proposition, place} = props;
  const words = useWords(reasons);
  const names = useWords(terms).proposition;
  const {signed, number} = useFormat();
  const {prior} = useFile().assessment;
  const {steps, weightless} = stepsOf(judged, proposition, prior);
  const ends = [0, ...steps.map((step) => step.to)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return (
    <>
      <table class="waterfall">
        <caption class="unseen">{words.waterfall(names[proposition])}</caption>
        <thead>
          <tr>
            <th scope="col">{words.finding}</th>
            <th scope="col" class="number">
              {words.weight}
            </th>
            <th scope="col" class="number">
              {words.sum}
            </th>
            <td class="drawing">
              <small class="muted">{words.drawn}</small>
            </td>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr class={step.is}>
              <th scope="row">
                <What step={step} claim={judged.claim} place={place} />
              </th>
              <td class="number weight">{step.is === "end" ? "" : signed(step.weight)}</td>
              <td class="number">{signed(step.to)}</td>
              <td class="drawing">
                <Bar step={step} least={least} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length === 2 && <p>{words.nothing}</p>}
      {weightless.length > 0 && (
        <details open={place.all}>
          <summary>{words.weightless(number(weightless.length))}</summary>
          <ul>
            {weightless.map((step) => (
              <li>
                <What step={step} claim={judged.claim} place={place} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
