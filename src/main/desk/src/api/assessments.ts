import type {ClaimChange} from "./comparison";
import type {Grade, Harm, Proposition, Victims, terms} from "../words/terms";

/** An assessment, its explanation, its history and its differences, as the service tells them. */

export type Topic = keyof typeof terms.en.topic;

export interface Standing {
  score: number;
  /** Decibans. */
  evidence: number;
}

export interface Admiralty {
  reliability: string;
  credibility: number;
}

export interface Finding {
  rule: string;
  topic: Topic;
  proposition: Proposition;
  /** Decibans; negative speaks against. */
  weight: number;
  because: {text: string; values: Record<string, unknown>};
  facts: string[];
}

export interface Unjudged {
  rule: string;
  missing: string[];
}

export interface Origin {
  reports: string[];
  because: (keyof typeof terms.en.link)[];
}

export interface Cap {
  topic: Topic;
  proposition: Proposition;
  sum: number;
  capped: number;
}

/** A hypothetical that was judged by the same rules. */
export interface WhatIf {
  if: string;
  changes: boolean;
  before: Standing & {grade: Grade};
  after: Standing & {grade: Grade};
}

export interface RuleAnswer {
  rule: string;
  title: string;
  outcome: "fired" | "quiet" | "cannot-judge";
  missing?: string[];
  asked?: {
    proposition: Proposition;
    held: boolean;
    conditions: {text: string; held: boolean}[];
  }[];
}

export interface Explanation {
  whatIf: WhatIf[];
  note?: string;
  rules: RuleAnswer[];
}

export interface JudgedClaim extends Standing {
  claim: string;
  grade: Grade;
  admiralty: Admiralty;
  propositions: Partial<Record<Proposition, Standing>>;
  caps?: Cap[];
  findings: Finding[];
  unjudged: Unjudged[];
  origins: Origin[];
  explanation?: Explanation;
}

export interface Toll {
  harm: Harm;
  victims: Victims;
  low: number;
  best: number;
  /** Absent: open upwards. */
  high?: number;
  claims: string[];
}

/** What is told of a picture, by the dossier or by its file. */
export interface PictureTold {
  capturedAt?: string;
  place?: {name?: string; lat?: number; lon?: number};
  device?: string;
  software?: string[];
  editedAt?: string;
  firstSeenAt?: string;
  credentials?: keyof typeof terms.en.credentials;
  contradictions?: string[];
}

export interface Picture {
  media: string;
  thumbnail?: string;
  said: PictureTold;
  established: PictureTold;
  differ?: string[];
  earlier?: {
    at: string;
    ground: string;
    place?: string;
    url?: string;
    incident?: string;
    thumbnail?: string;
  };
  same?: string[];
}

export interface Assessment {
  incident: string;
  ruleset: string;
  asOf: string;
  prior: number;
  claims: JudgedClaim[];
  toll: Toll[];
  pictures?: Picture[];
}

export interface HistoryEntry {
  version: number;
  ruleset: string;
  storedAt: string;
  assessment: Assessment;
}

export interface Material {
  reports: string[];
  media: string[];
}

export interface TimelinePoint {
  asOf: string;
  came: Material;
  claims: (Standing & {claim: string; grade: Grade})[];
  changes?: ClaimChange[];
  toll: Toll[];
}

export interface Timeline {
  step: "moment" | "day" | "month" | "year";
  thinned?: boolean;
  undated: Material;
  notes?: string[];
  points: TimelinePoint[];
}
