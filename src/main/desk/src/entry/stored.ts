import {ask, LONGEST, type Answer} from "../api/api";
import {away, type Refused} from "../api/refused";
import type {DraftLine} from "../api/drafts";
import type {Json} from "./json";

/** A draft as the service has it, and the tag of that state. */
export interface Stored {
  document: Json;
  tag: string;
}

/** How far a draft is saved. */
export interface Saving {
  state: "saved" | "changed" | "saving" | "failed" | "clash" | "refused";
  /** When the service had it last. */
  at: string | undefined;
  refused: Refused | undefined;
}

/** A line that hangs shall hold up neither what is typed later nor who wants to leave. */
function soon(): AbortSignal {
  return AbortSignal.timeout(LONGEST);
}

/**
 * The tag of the state that an answer tells of. What has none came from something between here and the service, as a
 * proxy's way in, and tells of no state.
 */
export function tagOf({headers}: Answer<unknown>): string {
  const tag = headers.get("ETag");
  if (tag === null) {
    throw away();
  }
  return tag;
}

/** This person's draft. */
export async function read(by: string, id: string): Promise<Stored> {
  const answer = await ask<Json>(`/drafts/${encodeURIComponent(id)}`, {by, signal: soon()});
  return {document: answer.body, tag: tagOf(answer)};
}

/** Saves this person's draft in place of the state that the tag is of; returns the new state's, and when it was saved. */
export async function write(
  by: string,
  id: string,
  {document, tag}: Stored,
): Promise<{tag: string; at: string}> {
  const answer = await ask<DraftLine>(`/drafts/${id}`, {
    method: "PUT",
    body: document,
    headers: {"If-Match": tag},
    by,
    signal: soon(),
  });
  return {tag: tagOf(answer), at: answer.body.changedAt};
}
