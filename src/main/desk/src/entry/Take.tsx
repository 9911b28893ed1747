import {useEffect, useRef} from "preact/hooks";
import {useSettings} from "../shell/settings";
import {drafts} from "../words/drafts";
import {useWords} from "../words/words";
import {useForm} from "./form";
import {at, put, type Json} from "./json";

/** Takes something that was established over into a medium's field: only when a person says so. */
export function Take(props: {index: number; field: string; value: Json; name: string}) {
  const words = useWords(drafts).file;
  const {announce} = useSettings();
  const {document, edit} = useForm();
  const place = ["media", props.index, props.field];
  const there = JSON.stringify(at(document, place)) === JSON.stringify(props.value);
  const told = useRef<HTMLElement>(null);
  const took = useRef(false);
  useEffect(() => {
    // The button is gone; whoever pressed it goes on from here.
    if (there && took.current) {
      took.current = false;
      told.current?.focus();
    }
  }, [there]);
  return there ? (
    <small class="muted" ref={told} tabIndex={-1}>
      {words.there}
    </small>
  ) : (
    <button
      type="button"
      class="plain"
      aria-label={words.takeOver(props.name)}
      onClick={() => {
        took.current = true;
        edit((before) => put(before, place, props.value));
        announce(words.tookOver(props.name));
      }}
    >
      {words.take}
    </button>
  );
}
