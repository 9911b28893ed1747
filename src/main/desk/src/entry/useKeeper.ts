import {useEffect, useState} from "preact/hooks";
import {Refused} from "../api/api";
import {useSettings} from "../shell/settings";
import {keeperOf, type Keeper} from "./keeper";

/** One's draft, opened; drawn again whenever it or its saving changes. */
export function useKeeper(id: string): Keeper | Refused | undefined {
  const {me} = useSettings();
  const [found, setFound] = useState<Keeper | Refused>();
  const [, draw] = useState(0);
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
        setFound(failure);
      },
    );
    return () => {
      here = false;
      leave?.();
    };
  }, [me.name, id]);
  return found;
}
