import {ask, Refused} from "../api/api";
import type {Assessment, Picture} from "../api/assessments";
import {useSettings} from "../shell/settings";
import {useEffect, useState} from "preact/hooks";
import {at, isItem, textOf, type Json} from "./json";
import {entries} from "./lists";

const FILE = /^[0-9a-f]{64}$/;

/** A file that the service has taken. */
interface Sent {
  files: {sha256: string; created: boolean}[];
}

/** Sends a file, and tells under which name it is kept. */
export async function send(file: File, confidential: boolean): Promise<string> {
  const form = new FormData();
  form.append("file", file, file.name);
  form.append("confidential", String(confidential));
  return (await ask<Sent>("/media", {method: "POST", body: form})).body.files[0]!.sha256;
}

/** Whether the dossier tells of this file already. */
export function told(document: Json, sha256: string): boolean {
  return entries(document, "media").some((one) => isItem(one) && one["sha256"] === sha256);
}

/**
 * What Bilan established about a file, as a dossier would have it, also while there is none yet: asked for the file
 * alone.
 */
export function useEstablished(
  document: Json,
  sha256: string,
): {picture: Picture | undefined; refused: Refused | undefined; busy: boolean} {
  const {language} = useSettings();
  const [state, setState] = useState<{picture?: Picture; refused?: Refused; busy: boolean}>({
    busy: true,
  });
  const from = textOf(at(document, ["incident", "date", "from"]));
  const day = /^\d{4}-\d{2}-\d{2}/.test(from) ? from.slice(0, 10) : "2000-01-01";
  useEffect(() => {
    if (!FILE.test(sha256)) {
      setState({busy: false});
      return undefined;
    }
    const ending = new AbortController();
    ask<Assessment>("/assessments", {
      method: "POST",
      body: {
        incident: {id: "file", date: {from: day}},
        sources: [{id: "s", kind: "unknown"}],
        claims: [],
        reports: [],
        media: [{id: "m", kind: "photo", sha256}],
      },
      signal: ending.signal,
    }).then(
      ({body}) => {
        const picture = body.pictures?.[0];
        setState(picture === undefined ? {busy: false} : {picture, busy: false});
      },
      (failure: unknown) => {
        if (ending.signal.aborted) {
          return;
        }
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        setState({refused: failure, busy: false});
      },
    );
    return () => ending.abort();
  }, [sha256, day, language]);
  return {picture: state.picture, refused: state.refused, busy: state.busy};
}
