import {at, isItem, listOf, put, textOf, type Item, type Json, type Step} from "./json";

/** Where a report's stance on a claim stands; -1: it takes none. */
export function stanceAt(report: Json | undefined, claim: string): number {
  return listOf(at(report, ["stances"])).findIndex((one) => textOf(at(one, ["claim"])) === claim);
}

export function stanceOn(report: Json | undefined, claim: string): Item {
  const found = listOf(at(report, ["stances"]))[stanceAt(report, claim)];
  return isItem(found) ? found : {};
}

/** The document with a report's stance on a claim; what else is known of the stance stays. */
export function withStance(
  document: Json,
  report: readonly Step[],
  claim: string,
  stance: string | undefined,
): Json {
  const own = at(document, report);
  const index = stanceAt(own, claim);
  const all = listOf(at(own, ["stances"]));
  if (stance === undefined) {
    return index < 0
      ? document
      : put(
          document,
          [...report, "stances"],
          all.length === 1 ? undefined : all.toSpliced(index, 1),
        );
  }
  return index < 0
    ? put(document, [...report, "stances", all.length], {claim, stance})
    : put(document, [...report, "stances", index, "stance"], stance);
}
