import {useCallback, useEffect, useState} from "preact/hooks";
import {ask, Refused} from "./api";
import {useSettings} from "../shell/settings";

/** How far a question to the service is. What was answered before stays in sight while it is asked again. */
export interface Asked<T> {
  value: T | undefined;
  refused: Refused | undefined;
  busy: boolean;
  /** Asks once more. */
  again: () => void;
}

/**
 * What stands at a path of the service, asked again whenever the path or the language changes; an answer that comes
 * after a newer question is dropped.
 *
 * @param path undefined: nothing is asked
 */
export function useAnswer<T>(path: string | undefined): Asked<T> {
  const {language} = useSettings();
  const [state, setState] = useState<Omit<Asked<T>, "again">>({
    value: undefined,
    refused: undefined,
    busy: true,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === undefined) {
      setState({value: undefined, refused: undefined, busy: false});
      return undefined;
    }
    const ending = new AbortController();
    setState((before) => ({...before, busy: true}));
    ask<T>(path, {signal: ending.signal}).then(
      (answer) => setState({value: answer.body, refused: undefined, busy: false}),
      (failure: unknown) => {
        if (ending.signal.aborted) {
          return;
        }
        if (failure instanceof Refused) {
          setState({value: undefined, refused: failure, busy: false});
        } else {
          throw failure;
        }
      },
    );
    return () => ending.abort();
  }, [path, language, turn]);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  return {...state, again};
}
