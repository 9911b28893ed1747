import {useEffect, useState} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import type {Assessment} from "../api/assessments";
import {useSettings, type Language} from "../shell/settings";
import type {Json} from "./json";

/** Changes that come closer than this are judged as one, in milliseconds. */
const PAUSE = 350;

/** When a service that was not reached, or is busy, is asked again, in milliseconds. */
const AGAIN = 5_000;

/** How what is there is judged. */
export interface Judged {
  /** The last that was valid; what is typed now may not be. */
  assessment: Assessment | undefined;
  /** What it was before the last change that moved anything. */
  before: Assessment | undefined;
  /** Why it is none now. */
  refused: Refused | undefined;
  busy: boolean;
  /** The language that its sentences are in. */
  language: Language | undefined;
}

/** Judges a dossier whenever it changes; an answer that comes after a newer question is dropped. */
export function useJudged(dossier: Json): Judged {
  const {language, me} = useSettings();
  const [state, setState] = useState<Judged>({
    assessment: undefined,
    before: undefined,
    refused: undefined,
    busy: true,
    language: undefined,
  });
  useEffect(() => {
    const ending = new AbortController();
    setState((last) => ({...last, busy: true}));
    const judge = () => {
      ask<Assessment>("/assessments", {
        method: "POST",
        body: dossier,
        signal: ending.signal,
      }).then(
        ({body}) =>
          setState((last) => ({
            assessment: body,
            before: formerly(last, body, language),
            refused: undefined,
            busy: false,
            language,
          })),
        (failure: unknown) => {
          if (ending.signal.aborted) {
            return;
          }
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          setState((last) => ({...last, refused: failure, busy: false}));
          const {status} = failure;
          if (status === 0 || status === 429 || status >= 500) {
            pause = setTimeout(judge, AGAIN);
          }
        },
      );
    };
    let pause = setTimeout(judge, PAUSE);
    return () => {
      clearTimeout(pause);
      ending.abort();
    };
  }, [dossier, language, me]);
  return state;
}

/** What to compare with; nothing that is told in another language, in which each sentence would be another. */
function formerly(
  {assessment, before, language}: Judged,
  now: Assessment,
  spoken: Language,
): Assessment | undefined {
  if (assessment === undefined || language !== spoken) {
    return undefined;
  }
  return same(assessment, now) ? before : assessment;
}

function same(one: Assessment, other: Assessment): boolean {
  const moving = ({claims}: Assessment) =>
    JSON.stringify(
      claims.map(({claim, score, evidence, grade, admiralty, propositions}) => [
        claim,
        score,
        evidence,
        grade,
        admiralty,
        propositions,
      ]),
    );
  return moving(one) === moving(other);
}
