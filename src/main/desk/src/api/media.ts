import {ask} from "./api";
import {away} from "./refused";

/** Where a picture was seen. */
export interface Appearance {
  at: string;
  ground: string;
  place?: string;
  url?: string;
  incident?: string;
  sha256?: string;
}

/** What the service knows of a file that it keeps. */
export interface KeptFile {
  sha256: string;
  receivedAt: string;
  confidential: boolean;
  firstSeen?: Appearance;
  thumbnail?: string;
  examination: {
    credentials: string;
    metadata: {
      capturedAt: {time: string} | null;
      position: {lat: number; lon: number} | null;
      device: string | null;
      editors: string[];
      editedAt: {time: string} | null;
      contradictions: string[];
    };
  };
}

/** Pictures that look like that of a file, the nearest first. */
export interface Alike {
  alike: (Appearance & {likeness: "near-identical" | "alike"; bits: number; thumbnail?: string})[];
}

/**
 * Sends a file to be examined and kept. One that is kept already stays as it is, open or confidential.
 *
 * @param by who gave it: as nobody else is it sent
 */
export async function sendFile(
  file: File,
  confidential: boolean,
  by: string,
  signal: AbortSignal,
): Promise<KeptFile> {
  const form = new FormData();
  form.append("file", file, file.name);
  form.append("confidential", String(confidential));
  const {body} = await ask<{files?: KeptFile[]} | undefined>("/media", {
    method: "POST",
    body: form,
    by,
    signal,
  });
  const kept = body?.files?.[0];
  if (kept === undefined) {
    // Something between here and the service answered in its place.
    throw away();
  }
  return kept;
}
