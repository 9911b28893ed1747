import {useState} from "preact/hooks";
import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {Fields} from "./Fields";
import {useForm} from "./form";
import {at, listOf, pointer, put, type Step} from "./json";
import type {Group} from "./specs";

/** How many stand in the page at first. */
const SHOWN = 20;

/** Objects that nobody names: each with its fields below the last. */
export function Rows({group, steps}: {group: Group; steps: readonly Step[]}) {
  const words = useWords(entry);
  const {announce} = useSettings();
  const {document, edit, show} = useForm();
  const [most, setMost] = useState(SHOWN);
  const rows = listOf(at(document, steps));
  const add = () => {
    edit((before) => put(before, [...steps, rows.length], {}));
    setMost((now) => Math.max(now, rows.length + 1));
    show(pointer([...steps, rows.length]));
  };
  const showMore = () => {
    setMost(most + SHOWN);
    // What was pressed may be gone; whoever pressed it goes on from here.
    show(pointer([...steps, most]));
  };
  const remove = (i: number) => {
    edit((before) => {
      const after = put(before, [...steps, i], undefined);
      return listOf(at(after, steps)).length === 0 ? put(after, steps, undefined) : after;
    });
    announce(words.removed);
    show(pointer(steps));
  };
  return (
    <>
      {rows.slice(0, most).map((_, i) => (
        <div
          class="rowed"
          role="group"
          aria-label={words.nth(i + 1)}
          data-at={pointer([...steps, i])}
        >
          <Fields group={group} steps={[...steps, i]} />
          <button type="button" class="plain" onClick={() => remove(i)}>
            {words.removeNth(i + 1)}
          </button>
        </div>
      ))}
      {rows.length > most && (
        <button type="button" class="plain" onClick={showMore}>
          {words.showMore(rows.length - most)}
        </button>
      )}
      <button type="button" onClick={add}>
        {words.add[group as keyof typeof words.add] ?? words.addOne}
      </button>
    </>
  );
}
