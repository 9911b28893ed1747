import {createContext} from "preact";
import {useCallback, useState} from "preact/hooks";

/** Whether all is drawn, as on a page that somebody prints, and little waits to be asked for. */
export const Whole = createContext(false);

/** Told of each part that has no answer yet; gives what to call once it has one. */
export const Waiting = createContext<() => () => void>(() => () => undefined);

/** Whether parts still wait for their answers, and what they tell so by. */
export function useWaiting(): [boolean, () => () => void] {
  const [parts, setParts] = useState(0);
  const wait = useCallback(() => {
    setParts((now) => now + 1);
    return () => setParts((now) => now - 1);
  }, []);
  return [parts > 0, wait];
}
