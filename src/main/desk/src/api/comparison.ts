import type {Finding, Origin, Toll, Unjudged} from "./assessments";
import type {Grade, Harm, Proposition, Victims} from "../words/terms";

/** How a claim stands, in short. */
export interface Standing {
  score: number;
  /** In decibans. */
  evidence: number;
  grade: Grade;
  admiralty: {reliability: string; credibility: number};
}

/** What differs between two assessments of a claim. */
export interface ClaimChange {
  claim: string;
  present: "both" | "before" | "after";
  changed: boolean;
  before?: Standing;
  after?: Standing;
  findings: {
    came?: Finding[];
    went?: Finding[];
    moved?: {changed: ("weight" | "reason" | "facts")[]; before: Finding; after: Finding}[];
  };
  origins: {came?: Origin[]; went?: Origin[]; moved?: {before: Origin; after: Origin}[]};
  /** Rules that could not be judged on one side alone. */
  unjudged: {came?: Unjudged[]; went?: Unjudged[]};
}

export interface TollChange {
  harm: Harm;
  victims: Victims;
  changed: boolean;
  before?: Toll;
  after?: Toll;
}

/** Two assessments of one incident: as of /dossiers/ID/comparison and /dossiers/ID/trial. */
export interface Comparison {
  incident: string;
  changed: boolean;
  claims: ClaimChange[];
  toll: TollChange[];
}

/** A finding's weight before and after, in decibans; absent where it is not made. */
export interface FindingMoved {
  rule: string;
  proposition: Proposition;
  before?: number;
  after?: number;
}

/** A claim that moved, and the findings that differ, in decibans. */
export interface Mover {
  incident: string;
  claim: string;
  before: Standing;
  after: Standing;
  findings: FindingMoved[];
}

/** How many claims went from which grade to which. */
export type GradeMoves = Partial<Record<Grade, Partial<Record<Grade, number>>>>;

/** On how many claims a rule fires. */
export interface RuleUse {
  rule: string;
  before: number;
  after: number;
}
