import type {RefObject} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {Field} from "../parts/Field";
import {incidents} from "../words/incidents";
import {useWords} from "../words/words";
import {ORDERS, type Search, type Sort} from "./search";

/** Letters that come closer than this are one question, in milliseconds. */
const PAUSE = 120;

/** Characters that the service searches for. */
const MOST = 200;

/** A text that is typed here, and told when one pauses; one that comes from elsewhere, as by "back", takes its place. */
export function useTyped(
  value: string,
  tell: (value: string) => void,
): [string, (v: string) => void] {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const last = useRef(tell);
  last.current = tell;
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) {
      return undefined;
    }
    const pause = setTimeout(() => {
      told.current = typed;
      last.current(typed);
    }, PAUSE);
    return () => clearTimeout(pause);
  }, [typed]);
  return [typed, setTyped];
}

/** What is looked for, and how another is begun. */
export interface Searching {
  search: Search;
  change: (part: Partial<Search>, inPlace?: boolean) => void;
}

/** Also when what one pressed goes with it: the keyboard is then where words are typed. */
export interface Widening extends Searching {
  widen: (part: Partial<Search>) => void;
}

/** The words that are searched for, and the order. */
export function SearchBox(
  props: Searching & {clear: () => void; input: RefObject<HTMLInputElement | null>},
) {
  const {search, change} = props;
  const words = useWords(incidents);
  const [typed, setTyped] = useTyped(search.q, (q) => change({q}, true));
  return (
    <form class="row words" onSubmit={(e) => e.preventDefault()}>
      <Field label={words.find} help={words.findHelp}>
        {(tied) => (
          <input
            {...tied}
            ref={props.input}
            type="search"
            maxLength={MOST}
            spellcheck={false}
            value={typed}
            onInput={(e) => setTyped(e.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.sort}>
        {(tied) => (
          <select
            {...tied}
            value={search.sort}
            onChange={(e) => change({sort: e.currentTarget.value as Sort})}
          >
            {ORDERS.map((order) => (
              <option value={order}>{words.orders[order]}</option>
            ))}
          </select>
        )}
      </Field>
      <button type="button" class="clear" onClick={props.clear}>
        {words.clear}
      </button>
    </form>
  );
}
