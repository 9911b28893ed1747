import {useEffect, useState} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import type {Comparison} from "../api/comparison";
import type {NumberChange} from "../api/rulesets";
import {useSettings} from "../shell/settings";

/** What is tried: other numbers in the ruleset in force, or another ruleset. */
export type Tried = {changes: readonly NumberChange[]} | {ruleset: string};

/** Moves of a slider that come closer than this are one, in milliseconds. */
const PAUSE = 80;

export interface Trying {
  comparison: Comparison | undefined;
  refused: Refused | undefined;
  busy: boolean;
  /** Tries once more. */
  again: () => void;
}

type Known = Omit<Trying, "again"> & {of?: string};

const UNKNOWN: Known = {comparison: undefined, refused: undefined, busy: true};

/** Tries it on an incident whenever it changes. What came before of the same incident stays in sight meanwhile. */
export function useTrial(incident: string | null | undefined, tried: Tried): Trying {
  const {language, me} = useSettings();
  const [state, setState] = useState(UNKNOWN);
  const [turn, setTurn] = useState(0);
  const body = JSON.stringify(tried);
  const nothing = "changes" in tried && tried.changes.length === 0;
  useEffect(() => {
    if (incident === undefined || incident === null || nothing) {
      setState({...UNKNOWN, busy: incident === undefined});
      return undefined;
    }
    const ending = new AbortController();
    setState((before) =>
      before.of === incident ? {...before, busy: true} : {...UNKNOWN, of: incident},
    );
    const pause = setTimeout(() => {
      ask<Comparison>(`/dossiers/${encodeURIComponent(incident)}/trial`, {
        method: "POST",
        body: JSON.parse(body),
        signal: ending.signal,
      }).then(
        (answer) =>
          setState({of: incident, comparison: answer.body, refused: undefined, busy: false}),
        (failure: unknown) => {
          if (ending.signal.aborted) {
            return;
          }
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          setState({...UNKNOWN, of: incident, refused: failure, busy: false});
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      ending.abort();
    };
  }, [incident, body, nothing, language, me, turn]);
  const {comparison, refused, busy} = nothing || state.of === incident ? state : UNKNOWN;
  return {comparison, refused, busy, again: () => setTurn((last) => last + 1)};
}
