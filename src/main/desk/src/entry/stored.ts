import {ask, LONGEST} from "../api/api";
import type {DraftLine} from "../api/drafts";
import type {Json} from "./json";

/** A draft as the service has it, and the tag of that state. */
export interface Stored {
  document: Json;
  tag: string;
}

/** A line that hangs shall hold up neither what is typed later nor who wants to leave. */
function soon(): AbortSignal {
  return AbortSignal.timeout(LONGEST);
}

/** This person's draft. */
export async function read(by: string, id: string): Promise<Stored> {
  const {body, headers} = await ask<Json>(`/drafts/${encodeURIComponent(id)}`, {
    by,
    signal: soon(),
  });
  return {document: body, tag: headers.get("ETag") ?? ""};
}

/** Saves this person's draft in place of the state that the tag is of; returns the new state's, and when it was saved. */
export async function write(
  by: string,
  id: string,
  {document, tag}: Stored,
): Promise<{tag: string; at: string}> {
  const {body, headers} = await ask<DraftLine>(`/drafts/${id}`, {
    method: "PUT",
    body: document,
    headers: {"If-Match": tag},
    by,
    signal: soon(),
  });
  return {tag: headers.get("ETag") ?? "", at: body.changedAt};
}
