import type {GradeMoves, Mover, RuleUse, TollChange} from "./comparison";

export type RulesetState = "draft" | "checked" | "approved" | "in-force" | "retired";

export interface RulesetStep {
  state: RulesetState;
  by: string;
  why: string;
  at: string;
}

/** What differs from the ruleset that it was made from. */
export interface RulesetDifference {
  numbers: {rule: string; number: string; unit: string; before?: number; after?: number}[];
  files: {path: string; present: "both" | "before" | "after"}[];
}

export interface Ruleset {
  id: number;
  revision: string;
  name: string;
  state: RulesetState;
  origin: "folder" | "changes" | "zip" | "sheet";
  base?: number;
  author: string;
  steps: RulesetStep[];
  /** Not in lists. */
  changes?: RulesetDifference;
}

/** Another value of a number, as drafts and trials are given it. */
export interface NumberChange {
  rule: string;
  number: string;
  value: number;
}

export interface RuleProblem {
  code: string;
  file: string;
  /** From 1; 0: the whole file. */
  line: number;
  message: string;
  advice: string;
}

export interface Checked {
  fit: boolean;
  problems: RuleProblem[];
}

/** What a ruleset would do to a sample of the archive. */
export interface Impact {
  dossiers: number;
  of: number;
  failed: number;
  claims: number;
  changed: number;
  grades: GradeMoves;
  movers: Mover[];
  rules: RuleUse[];
  never: string[];
  always: string[];
  tolls: {incident: string; tolls: TollChange[]}[];
  tollsChanged: number;
}
