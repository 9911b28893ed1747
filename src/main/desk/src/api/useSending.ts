import {useEffect, useRef, useState} from "preact/hooks";
import {go} from "../shell/route";
import {useSettings} from "../shell/settings";
import {ownWords} from "../parts/Refusal";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Refused} from "./refused";

/**
 * Goes to what was made, and says so. Whoever has gone elsewhere while it was sent is told, and stays there.
 */
export type Arrive = (to: string, said: string, inPlace?: boolean) => void;

/** What is refused, whether something is under way, and how something is sent. */
export type Sending = [
  refused: Refused | undefined,
  busy: boolean,
  sending: (todo: (arrive: Arrive) => Promise<void>) => void,
];

/** How one arrives from the part of the page that asks: as long as that is there. */
export function useArrive(): Arrive {
  const {announce} = useSettings();
  const here = useHere();
  return (to, said, inPlace) => {
    announce(said);
    if (here.current) {
      go(to, inPlace);
    }
  };
}

/** Whether the part of the page that asks is there. */
function useHere(): {readonly current: boolean} {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

/** How long a part may take to go with what it was for, in milliseconds. */
const GOES = 100;

/** Sends something, one thing at a time; a refusal is told, and what was typed stays. */
export function useSending(): Sending {
  const {me, announce} = useSettings();
  const words = useWords(shell);
  const here = useHere();
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const sends = useRef(false);
  const arrive = useArrive();
  // Whoever has logged in again is not told that they have to.
  useEffect(() => setRefused((last) => (last?.status === 401 ? undefined : last)), [me]);
  return [
    refused,
    busy,
    (todo) => {
      // What is busy is drawn so only after a moment.
      if (sends.current) {
        return;
      }
      sends.current = true;
      setBusy(true);
      setRefused(undefined);
      todo(arrive)
        .catch((failure: unknown) => {
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          setRefused(failure);
          // Nobody sees it where it was sent from: not all of that may have been left on purpose.
          setTimeout(() => {
            if (!here.current && failure.status !== 401) {
              const why = ownWords(words, failure.problem);
              announce(words.unconfirmed + (why === undefined ? "." : `${words.colon} ${why}`));
            }
          }, GOES);
        })
        .finally(() => {
          sends.current = false;
          setBusy(false);
        });
    },
  ];
}
