import {useState} from "preact/hooks";
import {cut} from "../parts/Said";
import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {useCalled, useForm} from "./form";
import {added} from "./ids";
import {DeleteDialog} from "./DeleteDialog";
import {at, isItem, listOf, pointer, put, textOf, type Json} from "./json";
import {entries, named, PLACES, renamed, type ListName} from "./lists";
import {Fields} from "./Fields";
import {Media} from "./Media";

/** A list of the dossier: a line for each entry, and the fields of the one that is open. */
export function Items({list}: {list: ListName}) {
  const words = useWords(entry);
  const {document, edit, open, setOpen, show} = useForm();
  const items = entries(document, list);
  const [going, setGoing] = useState<number>();
  const place = pointer(PLACES[list]);
  const kept = at(document, PLACES[list]);
  const add = () => {
    edit((before) => added(before, list, {}));
    setOpen(list, items.length);
    show(`${place}/${items.length}`);
  };
  return (
    <div data-at={place}>
      {kept !== undefined && !Array.isArray(kept) && (
        <p class="refused">
          {words.noList(cut(JSON.stringify(kept), 120))}{" "}
          <button type="button" onClick={() => edit((before) => put(before, PLACES[list], []))}>
            {words.makeList}
          </button>
        </p>
      )}
      <ol class="items">
        {items.map((item, i) => (
          <Entry
            key={i}
            list={list}
            index={i}
            item={item}
            open={open[list] === i}
            remove={() => setGoing(i)}
          />
        ))}
      </ol>
      <button type="button" onClick={add}>
        {words.add[list]}
      </button>
      {going !== undefined && (
        <DeleteDialog
          list={list}
          index={going}
          close={(gone) => {
            setGoing(undefined);
            if (gone) {
              setOpen(list, undefined);
              show(place);
            }
          }}
        />
      )}
    </div>
  );
}

function Entry(props: {
  list: ListName;
  index: number;
  item: Json;
  open: boolean;
  remove: () => void;
}) {
  const {list, index, item, open} = props;
  const words = useWords(entry);
  const {announce} = useSettings();
  const {document, edit, setOpen, wrong} = useForm();
  const called = useCalled(list);
  const place = [...PLACES[list], index];
  const here = pointer(place);
  const faults = [...wrong.keys()].filter(
    (where) => where === here || where.startsWith(`${here}/`),
  ).length;
  const id = textOf(at(item, ["id"]));
  const name = isItem(item) ? called(item) || words.nothingYet : cut(JSON.stringify(item), 80);
  const rename = (to: string) => {
    if (to === "") {
      // What names it would name nothing, and an id that comes later would not bring that back.
      announce(words.idNeeded);
    } else if (named(document, list).some((one) => one.id === to)) {
      announce(words.taken(cut(to, 60)));
    } else {
      edit((before) => renamed(before, list, index, to));
    }
  };
  return (
    <li data-at={here} class={open ? "open" : undefined}>
      <div class="head">
        <button
          type="button"
          class="plain"
          aria-expanded={open}
          onClick={() => setOpen(list, open ? undefined : index)}
        >
          <bdi>{name}</bdi>
        </button>
        <small class="muted">
          <code>{cut(id, 40)}</code>
          {list === "reports" && ` · ${words.stances(listOf(at(item, ["stances"])).length)}`}
        </small>
        {faults > 0 && <small class="wrong">{words.problems(faults)}</small>}
        <button
          type="button"
          class="plain remove"
          aria-label={words.remove(name)}
          onClick={props.remove}
        >
          {words.removeShort}
        </button>
      </div>
      {open && isItem(item) && (
        <div class="body">
          {list === "media" && <Media index={index} />}
          <Fields group={list} steps={place} rename={rename} />
        </div>
      )}
    </li>
  );
}
