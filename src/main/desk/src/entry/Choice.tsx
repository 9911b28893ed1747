import {group} from "d3-array";
import {useRef} from "preact/hooks";
import {cut} from "../parts/Said";
import {entry} from "../words/entry";
import {fields} from "../words/fields";
import {terms} from "../words/terms";
import {useCountries} from "../words/countries";
import {useWords} from "../words/words";
import {useCalled, useForm} from "./form";
import {listOf, textOf} from "./json";
import {named, type ListName} from "./lists";
import type {WordSet} from "./specs";
import {shown, type Input} from "./Text";

export interface Option {
  value: string;
  name: string;
}

/** One of several, or nothing. What stands there and is none of them is shown too: it is not ours to take away. */
export function Select({tied, value, set, options}: Input & {options: readonly Option[]}) {
  const words = useWords(entry);
  const text = shown(value);
  const known = text === "" || options.some((one) => one.value === text);
  return (
    <select
      {...tied}
      value={text}
      onChange={(e) => set(e.currentTarget.value === "" ? undefined : e.currentTarget.value)}
    >
      <option value="">{words.notSaid}</option>
      {!known && <option value={text}>{words.notKnown(cut(text, 60))}</option>}
      {options.map((one) => (
        <option value={one.value}>{one.name}</option>
      ))}
    </select>
  );
}

/** The words of a set, as options. */
export function useOptions(set: WordSet | "reliability", of?: readonly string[]): Option[] {
  const names = useWords(terms);
  const {reliability} = useWords(fields);
  const own: Record<string, string> = set === "reliability" ? reliability : names[set];
  return Object.entries(own)
    .filter(([value]) => of === undefined || of.includes(value))
    .map(([value, name]) => ({value, name}));
}

export function Word(
  props: Input & {words: WordSet | "reliability"; of?: readonly string[] | undefined},
) {
  return <Select {...props} options={useOptions(props.words, props.of)} />;
}

/** Yes, no, or not known: these are three. */
export function Flag({tied, value, set}: Input) {
  const words = useWords(entry);
  return (
    <Select
      tied={tied}
      value={value === undefined ? undefined : shown(value)}
      set={(text) => set(text === "true" ? true : text === "false" ? false : text)}
      options={[
        {value: "true", name: words.yes},
        {value: "false", name: words.no},
      ]}
    />
  );
}

export function Country(props: Input) {
  return <Select {...props} options={useCountries()} />;
}

/** The entries of a list, as options. */
export function useEntries(list: ListName): Option[] {
  const {document} = useForm();
  const called = useCalled(list);
  const all = named(document, list).map(({id, item}) => ({value: id, name: called(item)}));
  const seen = group(all, ({name}) => name);
  // Two that are called the same are told apart by their ids.
  return all.map((one) =>
    seen.get(one.name)!.length > 1 ? {...one, name: `${one.name} (${cut(one.value, 40)})`} : one,
  );
}

/** An entry of a list. */
export function One(props: Input & {to: ListName; but?: string | undefined}) {
  const options = useEntries(props.to).filter(({value}) => value !== props.but);
  return <Select {...props} options={options} />;
}

/** Entries of a list: each that was chosen, with a way to take it out, and one more to choose. */
export function Several(props: Input & {to: ListName; but: string | undefined}) {
  const {value, set} = props;
  const words = useWords(entry);
  const options = useEntries(props.to);
  const chosen = listOf(value);
  const left = options.filter((one) => one.value !== props.but && !chosen.includes(one.value));
  const choice = useRef<HTMLSelectElement>(null);
  const name = (id: string) => options.find((one) => one.value === id)?.name ?? cut(id, 60);
  return (
    <div class="several">
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((one, i) => (
            <li>
              <bdi>{name(shown(one))}</bdi>
              <button
                type="button"
                class="plain"
                aria-label={words.takeOut(name(shown(one)))}
                onClick={() => {
                  const rest = chosen.toSpliced(i, 1);
                  set(rest.length === 0 ? undefined : rest);
                  choice.current?.focus();
                }}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <select
        {...props.tied}
        ref={choice}
        value=""
        onChange={(e) => {
          const id = e.currentTarget.value;
          e.currentTarget.value = "";
          if (id !== "") {
            set([...chosen, id]);
          }
        }}
      >
        <option value="">{left.length === 0 ? words.noneLeft : words.choose}</option>
        {left.map((one) => (
          <option value={one.value}>{one.name}</option>
        ))}
      </select>
    </div>
  );
}

/** Some of a few words. */
export function Words({value, set, of}: Omit<Input, "tied"> & {of: WordSet}) {
  const options = useOptions(of);
  const chosen = listOf(value).map(textOf);
  return (
    <div class="row">
      {options.map((one) => (
        <label class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(one.value)}
            onChange={(e) => {
              const rest = listOf(value).filter((other) => other !== one.value);
              const now = e.currentTarget.checked ? [...rest, one.value] : rest;
              set(now.length === 0 ? undefined : now);
            }}
          />{" "}
          {one.name}
        </label>
      ))}
    </div>
  );
}
