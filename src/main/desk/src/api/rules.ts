/** A number that editors may tune, and its limits, both within. */
export interface RuleNumber {
  value: number;
  unit: string;
  /** Absent of weights, which all mean the same. */
  meaning?: string;
  least: number;
  most: number;
}

/** A rule's card, in the language that was asked for. */
export interface Rule {
  id: string;
  topic: string;
  title: string;
  why: string;
  status: "draft" | "live" | "retired";
  weight: RuleNumber;
  numbers: Record<string, RuleNumber>;
  /** Names in braces stand for what was found. */
  sentence: string;
  reference: string;
}

/** The rules in force: GET /rules. */
export interface Rules {
  name: string;
  /** Revision of the ruleset. */
  ruleset: string;
  rules: Rule[];
}
