import {useCallback, useEffect, useState} from "preact/hooks";
import {Refused} from "../api/refused";
import {useSettings} from "../shell/settings";
import type {Keeper} from "./keeper";
import {keeperOf} from "./keepers";

/** One's draft, opened; drawn again whenever it or its saving changes; and a way to try again. */
export function useKeeper(id: string): [Keeper | Refused | undefined, () => void] {
  const {me} = useSettings();
  const [found, setFound] = useState<Keeper | Refused>();
  const [, draw] = useState(0);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    let leave: (() => void) | undefined;
    keeperOf(me.name, id).then(
      (keeper) => {
        if (here) {
          leave = keeper.listen(() => draw((turn) => turn + 1));
          setFound(keeper);
        }
      },
      (failure: unknown) => {
        if (!(failure instanceof Refused)) {
          throw failure;
        }
        if (here) {
          setFound(failure);
        }
      },
    );
    return () => {
      here = false;
      leave?.();
    };
  }, [me.name, id, turn]);
  const again = useCallback(() => {
    setFound(undefined);
    setTurn((last) => last + 1);
  }, []);
  useEffect(() => {
    // Whoever has logged in again is asked for what could not be had before.
    if (found instanceof Refused) {
      again();
    }
  }, [me]);
  return [found, again];
}
