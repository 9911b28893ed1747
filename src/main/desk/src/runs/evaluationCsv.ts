import type {Agreement, Evaluation, Measures} from "../api/evaluations";
import {GRADES} from "../words/terms";

type Rows = (string | number | undefined)[][];

/** The measure by which it is told what a rule adds. */
export const GAIN = "auc.supported";

/** Every measure of every part, one a row, by the names that the service gives them. */
export function measuresCsv({all, split}: Evaluation): Rows {
  const rows: Rows = [["field", "of", "proposition", "measure", "value", "low", "high"]];
  const add = (field: string, of: string, proposition: string, measures: Measures) => {
    for (const [name, {value, low, high}] of Object.entries(measures)) {
      rows.push([field, of, proposition, name, value, low, high]);
    }
  };
  const addAll = (field: string, of: string, agreement: Agreement) => {
    add(field, of, "", agreement.measures);
    for (const [proposition, {measures}] of Object.entries(agreement.propositions)) {
      add(field, of, proposition, measures);
    }
  };
  addAll("", "", all);
  for (const [field, groups] of Object.entries(split)) {
    groups.forEach((group) => addAll(field, group.value, group));
  }
  return rows;
}

export function rulesCsv({rules}: Evaluation): Rows {
  return [
    ["rule", "gain", "low", "high", "moves", ...GRADES.map((grade) => `fires.${grade}`)],
    ...rules.map(({rule, gain, moves, fires}) => {
      const told = gain[GAIN];
      const counts = GRADES.map((grade) => fires[grade] ?? 0);
      return [rule, told?.value, told?.low, told?.high, moves, ...counts];
    }),
  ];
}

export function misjudgedCsv({misjudged}: Evaluation): Rows {
  return [
    ["incident", "claim", "people", "machine", "score", "evidence", "findings"],
    ...misjudged.map((one) => [
      one.incident,
      one.claim,
      one.people,
      one.machine,
      one.score,
      one.evidence,
      one.findings
        .map(({rule, proposition, weight}) => `${rule} ${proposition} ${weight}`)
        .join("; "),
    ]),
  ];
}
