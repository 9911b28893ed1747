import type {Grade} from "../words/terms";

/** A person's grade that stands above the machine's. */
export interface Override {
  grade: Grade;
  by: string;
  reason: string;
  at: string;
  version: number;
}

/** A claim that a person has graded. */
export interface OverriddenClaim {
  incident: string;
  claim: string;
  claimGone: boolean;
  disagrees: boolean;
  override: Override;
}

/** One entry of the history of a claim's grades by people; without a grade it withdraws the one before. */
export interface OverrideEntry {
  number: number;
  grade?: Grade;
  by: string;
  reason: string;
  at: string;
  version: number;
  inForce: boolean;
}
