import type {Grade, Proposition} from "../words/terms";
import {listen, path} from "./api";
import {away, type Problem, Refused} from "./refused";
import type {Finding} from "./assessments";

/** A measure with its 95 % interval, where there is one. */
export interface Estimate {
  value: number;
  low?: number;
  high?: number;
}

export type Measures = Record<string, Estimate>;

/** Forecasts within a tenth, and what people found. */
export interface ReliabilityBin {
  from: number;
  to: number;
  claims: number;
  supported: number;
  mean?: number;
  /** 95 % interval of the share that people find supported. */
  low?: number;
  high?: number;
}

export interface Forecasting {
  brier: Record<string, number>;
  reliability: ReliabilityBin[];
}

export interface Agreement {
  claims: number;
  measures: Measures;
  /** People's grade, then the machine's. */
  matrix: Record<Grade, Record<Grade, number>>;
  propositions: Partial<Record<Proposition, {claims: number; weakest: number; measures: Measures}>>;
  forecasts: {stated: Forecasting; calibrated?: Forecasting};
}

/** What one rule adds: what a measure loses without it. */
export interface RuleAccount {
  rule: string;
  fires: Partial<Record<Grade, number>>;
  moves: number;
  gain: Measures;
}

export interface Misjudged {
  incident: string;
  claim: string;
  people: Grade;
  machine: Grade;
  score: number;
  evidence: number;
  findings: (Pick<Finding, "rule" | "proposition" | "weight"> & {because: string})[];
}

/** How rules agree with people: POST /evaluations. */
export interface Evaluation {
  ruleset: string;
  bootstrap: {resamples: number; seed: number};
  all: Agreement;
  split: Record<string, (Agreement & {value: string})[]>;
  rules: RuleAccount[];
  misjudged: Misjudged[];
  missing: string[];
  failed: string[];
}

/** What is asked beside the grades; empty: as the service would have it. */
export interface EvaluationAsked {
  ruleset: string;
  split: string;
  resamples: string;
  seed: string;
}

/** How far an evaluation is. */
export interface Far {
  stage: "judging" | "measuring";
  done: number;
  of: number;
}

/** The service takes no longer, in milliseconds: then the line has died without a word. */
const LONGEST = 90_000;

/**
 * Evaluates rules by a table of grades (CSV). Leaving off ends the work of the service, too.
 *
 * @param far is told how far it is, from when it is its turn
 */
export async function evaluate(
  table: Blob,
  asked: EvaluationAsked,
  signal: AbortSignal,
  far: (now: Far) => void,
): Promise<Evaluation> {
  let evaluation: Evaluation | undefined;
  await listen(
    path("/evaluations", {...asked}),
    {
      method: "POST",
      body: table,
      headers: {"Content-Type": "text/csv"},
      signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]),
    },
    (name, data) => {
      switch (name) {
        case "progress":
          far(data as Far);
          break;
        case "evaluation":
          evaluation = data as Evaluation;
          break;
        case "problem":
          throw new Refused(data as Problem);
      }
    },
  );
  if (evaluation === undefined) {
    throw away();
  }
  return evaluation;
}
