import type {Claim, Count} from "../api/dossiers";
import type {Finding} from "../api/assessments";
import type {Proposition} from "../words/terms";
import type {File} from "./file";

/** That something speaks against a claim, on what, and the other claims that those make who say so. */
export interface Clash {
  claim: string;
  finding: Finding;
  /** The same finding can be made on several propositions. */
  on: {proposition: Proposition; weight: number}[];
  others: string[];
  denies: boolean;
  doubts: boolean;
}

/** What the assessment's findings of the topic contradiction tell, and who says what in them. */
export function clashesOf(file: File, shown: readonly string[]): Clash[] {
  return shown.flatMap((id) => {
    const same = new Map<string, Clash>();
    for (const finding of file.judged.get(id)!.findings) {
      if (finding.topic === "contradiction") {
        const key = JSON.stringify([finding.rule, finding.because.text, finding.facts]);
        const made = clash(file, id, finding);
        const before = same.get(key);
        if (before === undefined) {
          same.set(key, made);
        } else {
          before.on.push(...made.on);
          before.others = [...new Set([...before.others, ...made.others])];
        }
      }
    }
    return [...same.values()].sort((a, b) => heaviest(a) - heaviest(b));
  });
}

function heaviest(clash: Clash): number {
  return Math.min(...clash.on.map((one) => one.weight));
}

function clash(file: File, id: string, finding: Finding): Clash {
  const claim = file.claims.get(id);
  const others = new Set<string>();
  let denies = false;
  let doubts = false;
  for (const fact of finding.facts) {
    for (const {claim: other, stance} of file.reports.get(fact)?.stances ?? []) {
      if (other === id) {
        denies ||= stance === "denies";
        doubts ||= stance === "doubts";
      } else if (stance === "asserts" || stance === "relays") {
        const rival = file.claims.get(other);
        if (
          claim !== undefined &&
          rival !== undefined &&
          differ(claim, rival, finding.proposition)
        ) {
          others.add(other);
        }
      }
    }
  }
  const on = [{proposition: finding.proposition, weight: finding.weight}];
  return {claim: id, finding, on, others: [...others], denies, doubts};
}

function differ(one: Claim, other: Claim, proposition: Proposition): boolean {
  switch (proposition) {
    case "harm":
      return one.harm === other.harm && apart(one.count, other.count);
    case "status":
      return known(one.victims) && known(other.victims) && one.victims !== other.victims;
    case "responsibility":
      return (
        one.responsible !== undefined &&
        other.responsible !== undefined &&
        one.responsible !== other.responsible
      );
  }
}

function known(victims: Claim["victims"]): boolean {
  return victims !== undefined && victims !== "unknown";
}

function apart(one: Count = {}, other: Count = {}): boolean {
  return (one.max ?? Infinity) < (other.min ?? 0) || (other.max ?? Infinity) < (one.min ?? 0);
}

/** Two claims of which one at least is spoken against by those who say the other. */
export interface Arc {
  from: number;
  to: number;
  on: Proposition[];
  /** The most that it weighs against one of the two, in decibans: 0 or less. */
  weight: number;
}

export function arcsOf(clashes: readonly Clash[], shown: readonly string[]): Arc[] {
  const arcs = new Map<string, Arc>();
  for (const {claim, on, others} of clashes) {
    for (const other of others) {
      const ends = [shown.indexOf(claim), shown.indexOf(other)].sort((a, b) => a - b);
      const [from, to] = [ends[0]!, ends[1]!];
      if (from >= 0) {
        const arc = arcs.get(`${from}-${to}`) ?? {from, to, on: [], weight: 0};
        arc.on = [...new Set([...arc.on, ...on.map((one) => one.proposition)])];
        arc.weight = Math.min(arc.weight, ...on.map((one) => one.weight));
        arcs.set(`${from}-${to}`, arc);
      }
    }
  }
  return [...arcs.values()];
}
