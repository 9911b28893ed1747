import {createContext, type ComponentChildren} from "preact";
import {useContext, useId} from "preact/hooks";
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

/** Where what is wrong with several fields together is told; undefined: nothing is. */
const Together = createContext<string | undefined>(undefined);

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
  // Whoever is led to what is wrong with all comes to one that is needed.
  const together = useContext(Together);
  const wanted = props.needed ? together : undefined;
  return (
    <div class="line" data-at={pointer(props.steps)}>
      <Field
        label={props.needed ? words.needed(props.label) : props.label}
        help={props.help === "" ? undefined : props.help}
        wrong={wrong}
      >
        {(tied) =>
          props.children(
            wanted === undefined
              ? tied
              : {
                  ...tied,
                  "aria-describedby": [tied["aria-describedby"], wanted].filter(Boolean).join(" "),
                  "aria-invalid": true,
                },
          )
        }
      </Field>
    </div>
  );
}

/**
 * Several fields that are one, at their place.
 *
 * @param leads whether what is wrong with all is mended at those that are needed
 */
export function Lines(props: {
  leads: boolean;
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
      <Together.Provider value={props.leads && wrong.length > 0 ? `${id}-wrong` : undefined}>
        {props.children}
      </Together.Provider>
      {wrong.length > 0 && (
        <p id={`${id}-wrong`} class="wrong">
          {wrong.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
