import type {FindingMoved} from "../api/comparison";
import type {Proposition} from "../words/terms";

/** The findings of one rule that weighed and weigh alike, with all propositions that they are on. */
export interface Alike {
  rule: string;
  before: number | undefined;
  after: number | undefined;
  on: Proposition[];
}

/** Most rules find the same on each proposition: told once, it is read. */
export function alike(findings: readonly FindingMoved[]): Alike[] {
  const byLook = new Map<string, Alike>();
  for (const {rule, proposition, before, after} of findings) {
    const key = [rule, before, after].join();
    const same = byLook.get(key);
    if (same === undefined) {
      byLook.set(key, {rule, before, after, on: [proposition]});
    } else if (!same.on.includes(proposition)) {
      same.on.push(proposition);
    }
  }
  return [...byLook.values()];
}
