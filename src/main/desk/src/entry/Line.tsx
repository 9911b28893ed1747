import type {ComponentChildren} from "preact";
import {useId} from "preact/hooks";
import {Field} from "../parts/Field";
import {entry} from "../words/entry";
import {useWords} from "../words/words";
import {useForm} from "./form";
import {pointer, type Step} from "./json";
import {useSentence} from "./problems";

export interface Tied {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
  autocomplete: "off";
}

/** What is wrong at a place, in sentences. */
function useWrong(steps: readonly Step[]): string[] {
  const sentence = useSentence();
  return (useForm().wrong.get(pointer(steps)) ?? []).map(sentence);
}

/** One field at its place, where problems find it. */
export function Line(props: {
  steps: readonly Step[];
  label: string;
  help: string;
  needed: boolean;
  children: (tied: Tied) => ComponentChildren;
}) {
  const words = useWords(entry);
  const wrong = useWrong(props.steps);
  return (
    <div class="line" data-at={pointer(props.steps)}>
      <Field
        label={props.needed ? words.needed(props.label) : props.label}
        help={props.help === "" ? undefined : props.help}
        wrong={wrong}
      >
        {props.children}
      </Field>
    </div>
  );
}

/** Several fields that are one, at their place. */
export function Lines(props: {
  steps: readonly Step[];
  label: string;
  help: string;
  children: ComponentChildren;
}) {
  const id = useId();
  const wrong = useWrong(props.steps);
  return (
    <fieldset
      data-at={pointer(props.steps)}
      aria-describedby={
        [props.help === "" ? "" : `${id}-help`, wrong.length === 0 ? "" : `${id}-wrong`]
          .join(" ")
          .trim() || undefined
      }
    >
      <legend>{props.label}</legend>
      {props.help !== "" && (
        <p id={`${id}-help`} class="help">
          {props.help}
        </p>
      )}
      {props.children}
      {wrong.length > 0 && (
        <p id={`${id}-wrong`} class="wrong">
          {wrong.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
