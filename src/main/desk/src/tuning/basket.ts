import {createContext} from "preact";
import {useCallback, useContext, useLayoutEffect, useMemo, useState} from "preact/hooks";
import type {NumberChange} from "../api/rulesets";
import {useSettings} from "../shell/settings";
import type {Cards, Tunable} from "./cards";

/** Numbers that somebody changed and has not kept as a draft yet. */
export interface Basket {
  /** Those that differ from what is in force. */
  changes: readonly NumberChange[];
  /** Revision of the ruleset that the person had before them; undefined: nothing is changed. */
  revision: string | undefined;
  /** What the number is here; undefined when it is what it is in force. */
  value: (rule: string, number: string) => number | undefined;
  /** Takes a value; the one in force takes the number out. */
  put: (number: Tunable, value: number) => void;
  reset: (rule: string, number: string) => void;
  empty: () => void;
  /** Why, as far as it is written. */
  why: string;
  setWhy: (why: string) => void;
  /** Whether what is in it is being sent, if only by a page that has been left since. */
  sending: boolean;
  /** While this is done it is being sent. */
  during: (todo: () => Promise<void>) => Promise<void>;
  /** Takes out what was kept as a draft, and why, of whatever is in it by now. */
  drafted: (sent: readonly NumberChange[], why: string) => void;
  /** The person has looked at the changes beside what is in force now. */
  looked: () => void;
}

interface Kept {
  revision: string | undefined;
  changes: NumberChange[];
  why: string;
}

const EMPTY: Kept = {revision: undefined, changes: [], why: ""};

/** Baskets that are being sent, by their keys. */
const underWay = new Set<string>();

/** Tells the basket in sight that another, which may have left with its page, changed what is kept. */
const CHANGED = "bilan-basket";

export const BasketContext = createContext<Basket | undefined>(undefined);

export function useBasket(): Basket {
  const basket = useContext(BasketContext);
  if (basket === undefined) {
    throw new Error("outside of tuning");
  }
  return basket;
}

/**
 * The basket of this person in this window: it outlives the way from page to page, and a reload.
 *
 * @param cards what is in force, once it is known
 */
export function useKeptBasket(cards: Cards | undefined): Basket {
  const {me} = useSettings();
  const key = `bilan.basket.${me.name}`;
  const [all, setAll] = useState(() => kept(key));
  const inForce = cards?.revision;
  const differing = useCallback(
    (those: NumberChange[]) =>
      those.filter(({rule, number, value}) => cards?.number(rule, number)?.value !== value),
    [cards],
  );
  const change = useCallback(
    (to: (before: NumberChange[]) => NumberChange[]) =>
      setAll((before) => {
        const own = differing(before.changes);
        const changes = to(own);
        const revision = own.length === 0 ? inForce : before.revision;
        return keep(key, {
          revision: changes.length === 0 ? undefined : revision,
          changes,
          why: before.why,
        });
      }),
    [key, inForce, differing],
  );
  const looked = useCallback(
    () => setAll((before) => keep(key, {...before, revision: inForce})),
    [key, inForce],
  );
  const setWhy = useCallback(
    (why: string) => setAll((before) => keep(key, {...before, why})),
    [key],
  );
  const during = useCallback(
    async (todo: () => Promise<void>) => {
      underWay.add(key);
      dispatchEvent(new Event(CHANGED));
      try {
        await todo();
      } finally {
        underWay.delete(key);
        dispatchEvent(new Event(CHANGED));
      }
    },
    [key],
  );
  useLayoutEffect(() => {
    const read = () => setAll(kept(key));
    addEventListener(CHANGED, read);
    return () => removeEventListener(CHANGED, read);
  }, [key]);
  const drafted = useCallback(
    (sent: readonly NumberChange[], said: string) => {
      const {revision, changes, why} = kept(key);
      const left = changes.filter((one) => !sent.some((other) => alike(one, other)));
      keep(key, {
        revision: left.length === 0 ? undefined : revision,
        changes: left,
        why: why === said ? "" : why,
      });
      dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return useMemo(() => {
    const changes = differing(all.changes);
    const others = (those: NumberChange[], rule: string, number: string) =>
      those.filter((one) => one.rule !== rule || one.number !== number);
    return {
      changes,
      revision: changes.length === 0 ? undefined : all.revision,
      value: (rule, number) =>
        changes.find((one) => one.rule === rule && one.number === number)?.value,
      put: ({rule, number, value: inForce}, value) =>
        change((those) =>
          value === inForce
            ? others(those, rule, number)
            : those.some((one) => one.rule === rule && one.number === number)
              ? those.map((one) =>
                  one.rule === rule && one.number === number ? {rule, number, value} : one,
                )
              : [...those, {rule, number, value}],
        ),
      reset: (rule, number) => change((those) => others(those, rule, number)),
      empty: () => setAll(keep(key, EMPTY)),
      why: all.why,
      setWhy,
      sending: underWay.has(key),
      during,
      drafted,
      looked,
    };
  }, [all, key, differing, change, setWhy, during, drafted, looked]);
}

function alike(one: NumberChange, other: NumberChange): boolean {
  return one.rule === other.rule && one.number === other.number && one.value === other.value;
}

function keep(key: string, basket: Kept): Kept {
  sessionStorage.setItem(key, JSON.stringify(basket));
  return basket;
}

function kept(key: string): Kept {
  try {
    const read = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Kept>;
    const why = typeof read.why === "string" ? read.why : "";
    return typeof read.revision === "string" && Array.isArray(read.changes)
      ? {revision: read.revision, changes: read.changes.filter(isChange), why}
      : {...EMPTY, why};
  } catch {
    return EMPTY;
  }
}

function isChange(one: unknown): one is NumberChange {
  const {rule, number, value} = (one ?? {}) as Partial<NumberChange>;
  return typeof rule === "string" && typeof number === "string" && Number.isInteger(value);
}
