import type {Harm, Victims, terms} from "../words/terms";

/** A dossier as the contract (dossier.schema.json) has it. An absent field is unknown, never "no". */

type Words = typeof terms.en;

export interface Place {
  name?: string;
  admin1?: string;
  country?: string;
  lat?: number;
  lon?: number;
  precision?: keyof Words["precision"];
}

export interface Party {
  id: string;
  name?: string;
  kind?: keyof Words["partyKind"];
  adversaries?: string[];
}

export interface Action {
  party: string;
  kind?: keyof Words["actionKind"];
  status: keyof Words["actionStatus"];
  report?: string;
}

export interface IncidentFacts {
  id: string;
  title?: string;
  date: {from: string; to?: string};
  place?: Place;
  conflict?: string;
  access?: keyof Words["access"];
  communications?: keyof Words["communications"];
  parties?: Party[];
  actions?: Action[];
}

export interface Source {
  id: string;
  name?: string;
  kind: keyof Words["kind"];
  party?: string;
  alignedWith?: string[];
  owner?: string;
  anonymous?: boolean;
  proximity?: keyof Words["proximity"];
  reliability?: string;
  record?: {right: number; wrong: number; unknown: number; usual: number; asOf: string};
  copies?: {source: string; percent: number; shared: number; asOf: string}[];
  confidential?: boolean;
}

/** How many people; words keep a vague wording. */
export interface Count {
  min?: number;
  max?: number;
  words?: string;
}

export interface Claim {
  id: string;
  harm: Harm;
  victims?: Victims;
  victimsParty?: string;
  count?: Count;
  responsible?: string;
  namedVictims?: number;
  supersedes?: string;
  text?: string;
}

export interface Stance {
  claim: string;
  stance: keyof Words["stance"];
  hedged?: boolean;
  basis?: keyof Words["basis"];
}

export interface Report {
  id: string;
  source: string;
  via?: string;
  publishedAt?: string;
  cites?: string[];
  url?: string;
  archiveUrl?: string;
  author?: string;
  language?: string;
  text?: string;
  stances?: Stance[];
}

/** What Bilan established by examining a file. */
export interface Examined {
  receivedAt?: string;
  picture?: string;
  capturedAt?: string;
  place?: Place;
  device?: string;
  software?: string[];
  editedAt?: string;
  contradictions?: string[];
  credentials?: keyof Words["credentials"];
  firstSeen?: {at: string; ground: string; place?: string; url?: string; incident?: string};
}

export interface Media {
  id: string;
  report?: string;
  kind: keyof Words["media"];
  sha256?: string;
  fingerprint?: string;
  perceptualHash?: string;
  capturedAt?: string;
  firstSeenAt?: string;
  place?: Place;
  chronolocated?: boolean;
  shows?: (keyof Words["shows"])[];
  credentials?: keyof Words["credentials"];
  manipulation?: keyof Words["manipulation"];
  supports?: string[];
  examined?: Examined;
}

export interface Dossier {
  incident: IncidentFacts;
  sources: Source[];
  claims: Claim[];
  reports: Report[];
  media?: Media[];
}
