import type {Cap, Finding, JudgedClaim} from "../api/assessments";
import type {Proposition} from "../words/terms";

/** One step from the prior to the evidence, in decibans. */
export type Step = {weight: number; from: number; to: number} & (
  | {is: "start"}
  | {is: "finding"; finding: Finding}
  | {is: "cap"; cap: Cap}
  | {is: "end"; score: number}
);

/**
 * The steps of one proposition: the prior, then topic by topic, what speaks most for it first, each topic's findings
 * followed by what its cap takes back, then the evidence; and the findings that weigh nothing.
 */
export function stepsOf(
  judged: JudgedClaim,
  proposition: Proposition,
  prior: number,
): {steps: Step[]; weightless: Step[]} {
  const findings = judged.findings.filter((finding) => finding.proposition === proposition);
  const caps = new Map(
    (judged.caps ?? [])
      .filter((cap) => cap.proposition === proposition)
      .map((cap) => [cap.topic as string, cap]),
  );
  const topics = new Map<string, Finding[]>();
  for (const finding of findings.filter((one) => one.weight !== 0)) {
    topics.set(finding.topic, [...(topics.get(finding.topic) ?? []), finding]);
  }
  const counted = (topic: string, of: Finding[]) =>
    caps.get(topic)?.capped ?? of.reduce((sum, finding) => sum + finding.weight, 0);
  const steps: Step[] = [{is: "start", weight: prior, from: 0, to: prior}];
  let at = prior;
  const step = (
    weight: number,
    what: {is: "finding"; finding: Finding} | {is: "cap"; cap: Cap},
  ) => {
    steps.push({weight, from: at, to: at + weight, ...what});
    at += weight;
  };
  for (const [topic, of] of [...topics].sort((a, b) => counted(...b) - counted(...a))) {
    for (const finding of of.sort((a, b) => b.weight - a.weight)) {
      step(finding.weight, {is: "finding", finding});
    }
    const cap = caps.get(topic);
    if (cap !== undefined) {
      step(cap.capped - cap.sum, {is: "cap", cap});
    }
  }
  const {evidence, score} = judged.propositions[proposition]!;
  steps.push({is: "end", weight: evidence, from: 0, to: evidence, score});
  return {
    steps,
    weightless: findings
      .filter((finding) => finding.weight === 0)
      .map((finding) => ({is: "finding", finding, weight: 0, from: 0, to: 0})),
  };
}
