import {useCallback, useEffect, useState} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import {ENDED, type Rescoring} from "../api/rescorings";
import {useSettings} from "../shell/settings";

/** How often it is asked where the live line does not come about, in milliseconds. */
const AGAIN = 3_000;

export interface WatchedRun {
  run: Rescoring | undefined;
  refused: Refused | undefined;
  /** Whether the service tells it by itself; otherwise it is asked. */
  live: boolean;
  /** Looks again at once. */
  look: () => void;
  /** Takes what the service told of it after a step, and looks again. */
  took: (now: Rescoring) => void;
}

/**
 * A run as it goes on. The service tells it each second, and breaks off now and then: the browser goes back by itself.
 * Where it gives up, it is asked every few seconds.
 */
export function useRun(id: string): WatchedRun {
  const [run, setRun] = useState<Rescoring>();
  const [refused, setRefused] = useState<Refused>();
  const [live, setLive] = useState(true);
  const [turn, setTurn] = useState(0);
  const {me} = useSettings();
  const at = `/rescorings/${encodeURIComponent(id)}`;
  useEffect(() => {
    let over = false;
    let line: EventSource | undefined;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const told = (now: Rescoring): boolean => {
      setRun(now);
      return ENDED.includes(now.state);
    };
    const asked = async () => {
      try {
        const {body} = await ask<Rescoring>(at);
        if (!over) {
          setRefused(undefined);
          return told(body);
        }
      } catch (failure) {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        if (!over) {
          setRefused(failure);
        }
        // What is not there, or not for this person, is not there a moment later either.
        return over || (failure.status >= 400 && failure.status < 500 && failure.status !== 429);
      }
      return over;
    };
    const keepAsking = async () => {
      if (!(await asked()) && !over) {
        pause = setTimeout(keepAsking, AGAIN);
      }
    };
    const listen = () => {
      line = new EventSource(`${at}/events`);
      line.onmessage = (event: MessageEvent<string>) => {
        setLive(true);
        if (told(JSON.parse(event.data) as Rescoring)) {
          line?.close();
        }
      };
      line.onerror = () => {
        if (line?.readyState === EventSource.CLOSED) {
          setLive(false);
          void keepAsking();
        }
      };
    };
    void asked().then((ended) => {
      if (!ended && !over) {
        listen();
      }
    });
    return () => {
      over = true;
      line?.close();
      clearTimeout(pause);
    };
  }, [at, turn, me]);
  const look = useCallback(() => setTurn((last) => last + 1), []);
  const took = useCallback(
    (now: Rescoring) => {
      setRun(now);
      look();
    },
    [look],
  );
  return {run, refused, live, look, took};
}
