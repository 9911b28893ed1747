import {ask} from "./api";
import type {Override} from "./overrides";
import type {Grade, Harm, Victims} from "../words/terms";

/** Why a person should look at an incident. */
export type Look = "grade-differs" | "newer-version" | "claim-gone" | "contested" | "picture";

/** A claim as lists show it. */
export interface ListedClaim {
  claim: string;
  harm: Harm;
  victims?: Victims;
  score: number;
  evidence: number;
  /** The machine's. */
  grade: Grade;
  override?: Override;
}

/** An incident as GET /dossiers lists it. */
export interface ListedIncident {
  incident: string;
  title?: string;
  country?: string;
  from: string;
  to: string;
  version: number;
  updatedAt: string;
  confidential: boolean;
  place?: {name?: string; lat?: number; lon?: number};
  contested: boolean;
  look: Look[];
  claims: ListedClaim[];
}

/** Incidents that lie near one another; what they are where it is one alone. */
export interface Cell {
  lat: number;
  lon: number;
  count: number;
  contested: number;
  look: number;
  incident?: string;
  grade?: Grade;
  score?: number;
}

/** Where incidents were: GET /map. */
export interface WorldMap {
  /** How wide and high cells are; they begin at 180 degrees west and 90 south. */
  degrees: number;
  cells: Cell[];
  placed: number;
  unplaced: number;
}

/** A part of the world, in degrees. Where west is greater than east it crosses the line of 180 degrees. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A search under a name: one's own. */
export interface View {
  name: string;
  /** As after GET /dossiers?. */
  query: string;
  changedAt: string;
}

const at = (name: string) => `/views/${encodeURIComponent(name)}`;

export async function saveView(name: string, query: string): Promise<View> {
  return (await ask<View>(at(name), {method: "PUT", body: {query}})).body;
}

export async function deleteView(name: string): Promise<void> {
  await ask(at(name), {method: "DELETE"});
}
