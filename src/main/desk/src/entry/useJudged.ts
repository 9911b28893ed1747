import {useEffect, useState} from "preact/hooks";
import {ask, Refused} from "../api/api";
import type {Assessment} from "../api/assessments";
import {useSettings} from "../shell/settings";
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
}

/** Judges a dossier whenever it changes; an answer that comes after a newer question is dropped. */
export function useJudged(dossier: Json): Judged {
  const {language, me} = useSettings();
  const [state, setState] = useState<Judged>({
    assessment: undefined,
    before: undefined,
    refused: undefined,
    busy: true,
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
          setState(({assessment, before}) => ({
            assessment: body,
            before: assessment === undefined || same(assessment, body) ? before : assessment,
            refused: undefined,
            busy: false,
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
