import {ask, type Answer} from "./api";

/** A draft as lists show it. */
export interface DraftLine {
  id: number;
  title?: string;
  incident?: string;
  changedAt: string;
  size: number;
}

export function addDraft(document: unknown): Promise<Answer<DraftLine>> {
  return ask<DraftLine>("/drafts", {method: "POST", body: document});
}

export function removeDraft(id: number | string): Promise<unknown> {
  return ask(`/drafts/${id}`, {method: "DELETE"});
}
