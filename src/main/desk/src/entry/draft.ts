import {at, isItem, put, textOf, type Item, type Json} from "./json";
import {followed, incidentId} from "./ids";
import {entries, LISTS, named, PLACES, type ListName} from "./lists";

/**
 * Where a draft keeps what it was made from: in itself, so that it is there on another machine too. It is no part of
 * the dossier, and is never sent as one.
 */
const ORIGIN = "$draft";

/** The kept dossier that a draft shall replace. */
export interface Origin {
  incident: string;
  /** The state that it was made from. */
  tag: string;
  /** "list/id" of all that have been kept: others know these by their ids, which follow no name any more. */
  kept: string[];
  /** Whether it names confidential sources: then only who may see them may replace it. */
  confidential: boolean;
}

/** As HTTP has it: anything else was never a tag, and could not be sent as one. */
const TAG = /^(W\/)?"[!#-~]*"$/;

export const BLANK: Item = {incident: {}, sources: [], claims: [], reports: []};

export function originOf(document: Json): Origin | undefined {
  const origin = at(document, [ORIGIN]);
  const incident = textOf(at(origin, ["incident"]));
  const tag = textOf(at(origin, ["tag"]));
  const kept = at(origin, ["kept"]);
  return incident === "" || !TAG.test(tag)
    ? undefined
    : {
        incident,
        tag,
        confidential: at(origin, ["confidential"]) === true,
        kept: Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [],
      };
}

/** The draft as made from the dossier that is kept in this state. */
export function withOrigin(document: Json, tag: string): Json {
  const kept = LISTS.flatMap((list) => named(document, list).map(({id}) => `${list}/${id}`));
  const incident = textOf(at(document, ["incident", "id"]));
  return put(document, [ORIGIN], {incident, tag, kept, confidential: isConfidential(document)});
}

/** Whether it names a confidential source. */
export function isConfidential(document: Json): boolean {
  return entries(document, "sources").some((one) => at(one, ["confidential"]) === true);
}

/** What is sent as a dossier. */
export function dossierOf(document: Json): Json {
  return isItem(document) && ORIGIN in document ? put(document, [ORIGIN], undefined) : document;
}

/** What ids become after a change, if they are those that were proposed. */
export function settled(before: Json, after: Json, list?: ListName, index?: number): Json {
  const origin = originOf(before);
  if (list !== undefined && index !== undefined) {
    const id = textOf(at(before, [...PLACES[list], index, "id"]));
    return origin?.kept.includes(`${list}/${id}`) ? after : followed(before, after, list, index);
  }
  if (origin !== undefined) {
    return after;
  }
  const incident = (document: Json) => {
    const value = at(document, ["incident"]);
    return isItem(value) ? value : {};
  };
  const id = textOf(at(before, ["incident", "id"]));
  if (id !== incidentId(incident(before))) {
    return after;
  }
  return put(after, ["incident", "id"], incidentId(incident(after)) || undefined);
}
