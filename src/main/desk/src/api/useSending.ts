import {useState} from "preact/hooks";
import {Refused} from "./api";

/** Sends something; a refusal is told, and what was typed stays. */
export function useSending(): [Refused | undefined, boolean, (todo: () => Promise<void>) => void] {
  const [refused, setRefused] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  return [
    refused,
    busy,
    (todo) => {
      setBusy(true);
      setRefused(undefined);
      todo()
        .catch((failure: unknown) => {
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          setRefused(failure);
        })
        .finally(() => setBusy(false));
    },
  ];
}
