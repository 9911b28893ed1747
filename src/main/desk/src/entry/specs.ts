import {fields as words} from "../words/fields";
import {terms} from "../words/terms";
import type {ListName} from "./lists";

/** Every field of the contract, in the order in which an editor meets them. */

type Labels = typeof words.en.label;
export type Group = keyof Labels;
type Terms = typeof terms.en;
/** A set of the field's words that a field chooses from. */
export type WordSet = {
  [K in keyof Terms]: Terms[K] extends Record<string, string> ? K : never;
}[keyof Terms];

export type Shape =
  | {as: "text"; rows?: number; type?: "url"}
  | {as: "id"}
  | {as: "time"}
  | {as: "number"}
  | {as: "flag"}
  | {as: "country"}
  | {as: "word"; set: WordSet | "reliability"; of?: readonly string[]}
  | {as: "words"; set: WordSet}
  | {as: "one"; to: ListName}
  | {as: "several"; to: ListName}
  /** An object of its own. */
  | {as: "group"; group: Group}
  /** A list of objects without ids. */
  | {as: "rows"; group: Group};

export interface Spec {
  key: string;
  shape: Shape;
  /** Without it, it is no dossier. */
  needed: boolean;
  /** Folded away until it is asked for. */
  rare: boolean;
}

function spec<G extends Group>(
  _: G,
  shapes: Record<keyof Labels[G] & string, Shape>,
  needed: (keyof Labels[G] & string)[],
  rare: (keyof Labels[G] & string)[] = [],
): Spec[] {
  return Object.entries<Shape>(shapes).map(([key, shape]) => ({
    key,
    shape,
    needed: (needed as string[]).includes(key),
    rare: (rare as string[]).includes(key),
  }));
}

const text: Shape = {as: "text"};
const time: Shape = {as: "time"};
const number: Shape = {as: "number"};
const flag: Shape = {as: "flag"};
const id: Shape = {as: "id"};
const party: Shape = {as: "one", to: "parties"};

export const SPECS: Record<Group, Spec[]> = {
  incident: spec(
    "incident",
    {
      title: text,
      date: {as: "group", group: "date"},
      place: {as: "group", group: "place"},
      conflict: text,
      access: {as: "word", set: "access"},
      communications: {as: "word", set: "communications"},
      id,
      // Sections of their own.
      parties: {as: "rows", group: "parties"},
      actions: {as: "rows", group: "actions"},
    },
    ["id", "date"],
    ["access", "communications", "id"],
  ).filter(({key}) => key !== "parties" && key !== "actions"),
  date: spec("date", {from: time, to: time}, ["from"]),
  place: spec(
    "place",
    {
      name: text,
      admin1: text,
      country: {as: "country"},
      lat: number,
      lon: number,
      precision: {as: "word", set: "precision"},
    },
    [],
  ),
  parties: spec(
    "parties",
    {
      name: text,
      kind: {as: "word", set: "partyKind"},
      adversaries: {as: "several", to: "parties"},
      id,
    },
    ["id"],
    ["id"],
  ),
  actions: spec(
    "actions",
    {
      party,
      kind: {as: "word", set: "actionKind"},
      status: {as: "word", set: "actionStatus"},
      report: {as: "one", to: "reports"},
    },
    ["party", "status"],
  ),
  sources: spec(
    "sources",
    {
      name: text,
      kind: {as: "word", set: "kind"},
      party,
      anonymous: flag,
      proximity: {as: "word", set: "proximity"},
      confidential: flag,
      alignedWith: {as: "several", to: "parties"},
      owner: text,
      reliability: {as: "word", set: "reliability"},
      record: {as: "group", group: "record"},
      copies: {as: "rows", group: "copies"},
      id,
    },
    ["id", "kind"],
    ["alignedWith", "owner", "reliability", "record", "copies", "id"],
  ),
  record: spec(
    "record",
    {right: number, wrong: number, unknown: number, usual: number, asOf: time},
    ["right", "wrong", "unknown", "usual", "asOf"],
  ),
  copies: spec(
    "copies",
    {source: {as: "one", to: "sources"}, percent: number, shared: number, asOf: time},
    ["source", "percent", "shared", "asOf"],
  ),
  claims: spec(
    "claims",
    {
      harm: {as: "word", set: "harm"},
      count: {as: "group", group: "count"},
      victims: {as: "word", set: "victims"},
      responsible: party,
      text: {as: "text", rows: 3},
      victimsParty: party,
      namedVictims: number,
      supersedes: {as: "one", to: "claims"},
      id,
    },
    ["id", "harm"],
    ["victimsParty", "namedVictims", "supersedes", "id"],
  ),
  count: spec("count", {min: number, max: number, words: text}, []),
  reports: spec(
    "reports",
    {
      source: {as: "one", to: "sources"},
      via: {as: "one", to: "sources"},
      publishedAt: time,
      url: {as: "text", type: "url"},
      stances: {as: "rows", group: "stances"},
      text: {as: "text", rows: 5},
      cites: {as: "several", to: "reports"},
      archiveUrl: {as: "text", type: "url"},
      author: text,
      language: text,
      id,
    },
    ["id", "source"],
    ["cites", "archiveUrl", "author", "language", "id"],
  ),
  stances: spec(
    "stances",
    {
      claim: {as: "one", to: "claims"},
      stance: {as: "word", set: "stance"},
      basis: {as: "word", set: "basis"},
      hedged: flag,
    },
    ["claim", "stance"],
  ),
  media: spec(
    "media",
    {
      kind: {as: "word", set: "media"},
      report: {as: "one", to: "reports"},
      shows: {as: "words", set: "shows"},
      supports: {as: "several", to: "claims"},
      capturedAt: time,
      place: {as: "group", group: "place"},
      firstSeenAt: time,
      chronolocated: flag,
      manipulation: {as: "word", set: "manipulation"},
      credentials: {as: "word", set: "credentials", of: ["valid", "invalid", "absent"]},
      sha256: text,
      fingerprint: text,
      perceptualHash: text,
      id,
    },
    ["id", "kind"],
    [
      "firstSeenAt",
      "chronolocated",
      "manipulation",
      "credentials",
      "sha256",
      "fingerprint",
      "perceptualHash",
      "id",
    ],
  ),
};
