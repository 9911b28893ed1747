import {ask} from "./api";
import {Refused} from "./refused";
import type {GradeMoves, Mover, RuleUse, TollChange} from "./comparison";

export type RulesetState = "draft" | "checked" | "approved" | "in-force" | "retired";

/** A step for which one answers with a reason. */
export type Act = "approve" | "activate" | "rollback";

export type Step = Act | "check";

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
  /** The steps that whoever asks may take with it now; not in lists. */
  may?: Step[];
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

/**
 * Takes a step of a ruleset.
 *
 * @returns what came of it; "stale" when the step is not to be had any more
 */
export async function takeStep<T>({id}: Ruleset, step: Step, why?: string): Promise<T | "stale"> {
  const at = `/rulesets/${id}`;
  try {
    const body = why === undefined ? {} : {body: {why}};
    return (await ask<T>(`${at}/${step}`, {method: "POST", ...body})).body;
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 409) {
      const {body: now} = await ask<Ruleset>(at);
      if (!now.may?.includes(step)) {
        return "stale";
      }
    }
    throw failure;
  }
}
