import {useSettings} from "../shell/settings";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {useForm} from "./form";
import {at, put, type Json} from "./json";

/** Takes something that was established over into a medium's field: only when a person says so. */
export function Take(props: {index: number; field: string; value: Json; name: string}) {
  const words = useWords(entry).file;
  const {announce} = useSettings();
  const {document, edit} = useForm();
  const place = ["media", props.index, props.field];
  const there = JSON.stringify(at(document, place)) === JSON.stringify(props.value);
  return there ? (
    <small class="muted">{words.there}</small>
  ) : (
    <button
      type="button"
      class="plain"
      aria-label={words.takeOver(props.name)}
      onClick={() => {
        edit((before) => put(before, place, props.value));
        announce(words.tookOver(props.name));
      }}
    >
      {words.take}
    </button>
  );
}
