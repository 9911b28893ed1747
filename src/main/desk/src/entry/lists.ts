import {at, isItem, listOf, put, texts, textOf, type Item, type Json, type Step} from "./json";

/** The lists of a dossier whose entries have an id. */
export const LISTS = ["parties", "sources", "claims", "reports", "media"] as const;
export type ListName = (typeof LISTS)[number];

/** Where each stands in the document. */
export const PLACES: Record<ListName, readonly string[]> = {
  parties: ["incident", "parties"],
  sources: ["sources"],
  claims: ["claims"],
  reports: ["reports"],
  media: ["media"],
};

/** Where a dossier names an entry of a list by its id; as the contract has it. */
const REFERENCES: Record<ListName, readonly string[]> = {
  parties: [
    "incident/parties/*/adversaries/*",
    "incident/actions/*/party",
    "sources/*/party",
    "sources/*/alignedWith/*",
    "claims/*/victimsParty",
    "claims/*/responsible",
  ],
  sources: ["sources/*/copies/*/source", "reports/*/source", "reports/*/via"],
  claims: ["claims/*/supersedes", "reports/*/stances/*/claim", "media/*/supports/*"],
  reports: ["incident/actions/*/report", "reports/*/cites/*", "media/*/report"],
  media: [],
};

/** Entries of a list that are nothing without what they name: they go with it. */
const BOUND = /^(stances|copies)$/;

export function entries(document: Json, list: ListName): Json[] {
  return listOf(at(document, PLACES[list]));
}

/** The entries that are objects with an id, in their order. */
export function named(document: Json, list: ListName): {id: string; item: Item}[] {
  return entries(document, list)
    .filter(isItem)
    .map((item) => ({id: textOf(at(item, ["id"])), item}))
    .filter(({id}) => id !== "");
}

/** Where an entry is named, its own id not counted. */
export function references(document: Json, list: ListName, id: string): Step[][] {
  return REFERENCES[list].flatMap((pattern) =>
    texts(document, pattern.split("/"))
      .filter(({text}) => text === id)
      .map(({steps}) => steps),
  );
}

/** The document with another id for an entry, there and wherever it is named. */
export function renamed(document: Json, list: ListName, index: number, id: string): Json {
  const own = [...PLACES[list], index, "id"];
  const before = textOf(at(document, own));
  // Whoever is named by an id that two entries share stays with the other.
  const shared = named(document, list).filter((one) => one.id === before).length > 1;
  const places = before === "" || shared ? [] : references(document, list, before);
  return places.reduce<Json>((done, steps) => put(done, steps, id), put(document, own, id));
}

/** The document without an entry, nor what names it. */
export function without(document: Json, list: ListName, index: number): Json {
  const id = textOf(at(document, [...PLACES[list], index, "id"]));
  const shared = named(document, list).filter((one) => one.id === id).length > 1;
  const places = id === "" || shared ? [] : references(document, list, id);
  // From the last to the first: what is taken out of a list moves what follows.
  const cleared = places
    .toReversed()
    .reduce<Json>((done, steps) => put(done, goes(steps), undefined), document);
  return put(cleared, [...PLACES[list], index], undefined);
}

function goes(steps: Step[]): Step[] {
  return BOUND.test(String(steps.at(-3))) ? steps.slice(0, -1) : steps;
}
