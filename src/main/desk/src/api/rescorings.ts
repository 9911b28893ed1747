import type {Grade, Harm, Victims} from "../words/terms";
import type {GradeMoves, Mover, RuleUse} from "./comparison";

export type RescoringState = "running" | "paused" | "done" | "cancelled" | "failed";

export interface RescoringFilter {
  country?: string;
  from?: string;
  to?: string;
  grades?: Grade[];
}

export interface Rescoring {
  id: number;
  ruleset: number;
  revision: string;
  /** Revision that a dry run of a ruleset that is not in force is compared with. */
  base?: string;
  filter: RescoringFilter;
  dryRun: boolean;
  state: RescoringState;
  reason?: string;
  by: string;
  begunAt: string;
  endedAt?: string;
  /** Dossiers when it began. */
  total: number;
  /** Gone through so far. */
  dossiers: number;
  appended: number;
  failed: number;
  /** Dossiers a second. */
  rate?: number;
  secondsLeft?: number;
}

export interface RescoringFailure {
  incident: string;
  version: number;
  reason: string;
}

/** People, as the tolls of incidents add up. */
export interface TollSum {
  incidents: number;
  low: number;
  best: number;
  highAtLeast: number;
  /** How many of the incidents are open upwards. */
  open: number;
}

export interface TollSums {
  of: "all" | "named" | "unknown" | "others" | "withheld";
  name?: string;
  compared: number;
  came: number;
  lines: {harm: Harm; victims: Victims; before: TollSum; after: TollSum; came: TollSum}[];
}

/** What a run moved: GET /rescorings/ID/moved. */
export interface Moved {
  dossiers: number;
  first: number;
  failed: number;
  claims: number;
  compared: number;
  came: number;
  went: number;
  changed: number;
  grades: GradeMoves;
  scores: {from: number; to: number; before: number; after: number; came: number}[];
  changes: {from: number; to: number; claims: number}[];
  movers: Mover[];
  rules: RuleUse[];
  never: string[];
  always: string[];
  toll: TollSums;
  countries: TollSums[];
  conflicts: TollSums[];
  months: TollSums[];
}

export const ENDED: readonly RescoringState[] = ["done", "cancelled", "failed"];
