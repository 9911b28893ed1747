import {createContext} from "preact";
import {useContext, useMemo} from "preact/hooks";
import type {Fault} from "../api/refused";
import type {Count} from "../api/dossiers";
import {cut} from "../parts/Said";
import {useTitleOf} from "../words/claims";
import {entry} from "../words/entry";
import {terms} from "../words/terms";
import {useWords} from "../words/words";
import {settled} from "./draft";
import type {Files} from "./files";
import {at, isItem, put, textOf, type Item, type Json, type Step} from "./json";
import {named, type ListName} from "./lists";

/** The draft that is worked on, and what one does with it. */
export interface Form {
  document: Json;
  edit: (change: (document: Json) => Json) => void;
  files: Files;
  /** What is wrong, by the place where it is. */
  wrong: ReadonlyMap<string, readonly Fault[]>;
  /** The entry of each list that is open. */
  open: Partial<Record<ListName | "actions", number>>;
  setOpen: (list: ListName | "actions", index: number | undefined) => void;
  /** Brings a place into sight, and the keyboard there. */
  show: (pointer: string) => void;
}

export const FormContext = createContext<Form | undefined>(undefined);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === undefined) {
    throw new Error("outside of the form");
  }
  return form;
}

/** What stands at a place, and how to set it; ids that follow what they were proposed from do. */
export function useValue(
  steps: readonly Step[],
): [Json | undefined, (value: Json | undefined) => void] {
  const {document, edit} = useForm();
  return [at(document, steps), (value) => edit((before) => changed(before, steps, value))];
}

function changed(before: Json, steps: readonly Step[], value: Json | undefined): Json {
  const after = put(before, steps, value);
  const [first, second, third] = steps;
  if (steps.at(-1) === "id") {
    return after;
  }
  if (first === "incident" && second === "parties") {
    return settled(before, after, "parties", third as number);
  }
  return first === "incident"
    ? settled(before, after)
    : settled(before, after, first as ListName, second as number);
}

/** A word of the contract, if it is one yet. */
function known<W extends string>(set: Record<W, string>, value: Json | undefined): W | undefined {
  return typeof value === "string" && Object.hasOwn(set, value) ? (value as W) : undefined;
}

/** What of a count is as it should be yet. */
function countOf(count: Json | undefined): Count {
  const {min, max, words} = isItem(count) ? count : {};
  return {
    ...(typeof min === "number" ? {min} : {}),
    ...(typeof max === "number" ? {max} : {}),
    ...(typeof words === "string" && words !== "" ? {words} : {}),
  };
}

/** What a person calls the entries of a list. */
export function useCalled(list: ListName): (item: Item) => string {
  const names = useWords(terms);
  const words = useWords(entry);
  const titleOf = useTitleOf();
  const {document} = useForm();
  const sources = useMemo(
    () =>
      list === "reports"
        ? new Map(named(document, "sources").map(({id, item}) => [id, item]))
        : undefined,
    [list, document],
  );
  const word = (set: Record<string, string>, value: Json | undefined) =>
    set[textOf(value)] ?? textOf(value);
  return (item) => {
    switch (list) {
      case "parties":
      case "sources":
        return cut(textOf(item["name"]) || textOf(item["id"]), 90);
      case "claims": {
        const harm = known(names.harm, item["harm"]);
        return harm === undefined
          ? words.nothingYet
          : cut(
              titleOf({
                harm,
                victims: known(names.victims, item["victims"]),
                count: countOf(item["count"]),
              }),
              90,
            );
      }
      case "reports": {
        const source = sources?.get(textOf(item["source"]));
        const who = textOf(source?.["name"]) || textOf(item["source"]) || words.nobodyYet;
        const day = textOf(item["publishedAt"]).slice(0, 10);
        return cut(day === "" ? who : `${cut(who, 70)} · ${day}`, 90);
      }
      case "media":
        return cut(word(names.media, item["kind"]) || words.nothingYet, 90);
    }
  };
}
