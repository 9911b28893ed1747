import {createContext} from "preact";
import {useCallback, useContext, useMemo, useState} from "preact/hooks";
import type {NumberChange} from "../api/rulesets";
import {useSettings} from "../shell/settings";
import type {Tunable} from "./cards";

/** Numbers that somebody changed and has not kept as a draft yet. */
export interface Basket {
  changes: readonly NumberChange[];
  /** What the number is here; undefined when it is what it is in force. */
  value: (rule: string, number: string) => number | undefined;
  /** Takes a value; the one in force takes the number out. */
  put: (number: Tunable, value: number) => void;
  reset: (rule: string, number: string) => void;
  empty: () => void;
}

export const BasketContext = createContext<Basket | undefined>(undefined);

export function useBasket(): Basket {
  const basket = useContext(BasketContext);
  if (basket === undefined) {
    throw new Error("outside of tuning");
  }
  return basket;
}

/** The basket of this person in this window: it outlives the way from page to page, and a reload. */
export function useKeptBasket(): Basket {
  const {me} = useSettings();
  const key = `bilan.basket.${me.name}`;
  const [changes, setChanges] = useState(() => kept(key));
  const change = useCallback(
    (to: (before: NumberChange[]) => NumberChange[]) =>
      setChanges((before) => {
        const after = to(before);
        sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  return useMemo(() => {
    const others = (all: NumberChange[], rule: string, number: string) =>
      all.filter((one) => one.rule !== rule || one.number !== number);
    return {
      changes,
      value: (rule, number) =>
        changes.find((one) => one.rule === rule && one.number === number)?.value,
      put: ({rule, number, value: inForce}, value) =>
        change((all) =>
          value === inForce
            ? others(all, rule, number)
            : all.some((one) => one.rule === rule && one.number === number)
              ? all.map((one) =>
                  one.rule === rule && one.number === number ? {rule, number, value} : one,
                )
              : [...all, {rule, number, value}],
        ),
      reset: (rule, number) => change((all) => others(all, rule, number)),
      empty: () => change(() => []),
    };
  }, [changes, change]);
}

function kept(key: string): NumberChange[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(read) ? read.filter(isChange) : [];
  } catch {
    return [];
  }
}

function isChange(one: unknown): one is NumberChange {
  const {rule, number, value} = (one ?? {}) as Partial<NumberChange>;
  return typeof rule === "string" && typeof number === "string" && Number.isInteger(value);
}
