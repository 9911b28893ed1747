import {useCallback, useEffect, useState} from "preact/hooks";
import {ask} from "./api";
import {Refused} from "./refused";
import {useSettings} from "../shell/settings";

/** How far a question to the service is. */
export interface Asked<T> {
  /** What stands at the path, as far as it is known: while it is asked again, and beside a refusal, what stood there. */
  value: T | undefined;
  refused: Refused | undefined;
  busy: boolean;
  /** Asks once more. */
  again: () => void;
}

interface Known<T> {
  path: string | undefined;
  value: T | undefined;
  refused: Refused | undefined;
  busy: boolean;
}

/**
 * What stands at a path of the service, asked again whenever the path, the language or the session changes; an answer
 * that comes after a newer question is dropped, and none is shown for another path.
 *
 * @param path undefined: nothing is asked
 * @param lasting "lasting": the answer of the path before stays until the new one is there, as of a list in which one
 *     searches; it is busy meanwhile, and to be shown so
 */
export function useAnswer<T>(path: string | undefined, lasting?: "lasting"): Asked<T> {
  const {language, me} = useSettings();
  const [state, setState] = useState<Known<T>>(() => unknown(path));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === undefined) {
      setState(unknown(path));
      return undefined;
    }
    const ending = new AbortController();
    setState((before) =>
      before.path === path || lasting ? {...before, path, busy: true} : unknown(path),
    );
    ask<T>(path, {signal: ending.signal}).then(
      (answer) => setState({path, value: answer.body, refused: undefined, busy: false}),
      (failure: unknown) => {
        if (ending.signal.aborted) {
          return;
        }
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        // What is gone, or no more for this person to see, does not stay in sight.
        const gone = failure.status === 403 || failure.status === 404;
        setState(({value}) => ({
          path,
          value: gone ? undefined : value,
          refused: failure,
          busy: false,
        }));
      },
    );
    return () => ending.abort();
  }, [path, language, me, turn, lasting]);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  const {value, refused, busy} =
    state.path === path
      ? state
      : lasting && path !== undefined
        ? {...state, busy: true}
        : unknown<T>(path);
  return {value, refused, busy, again};
}

function unknown<T>(path: string | undefined): Known<T> {
  return {path, value: undefined, refused: undefined, busy: path !== undefined};
}
