import {Field} from "../parts/Field";
import {trial} from "../words/trial";
import {useWords} from "../words/words";

/** Why a ruleset is drafted, approved or put in force: for all who look at it later. */
export function ReasonField(props: {why: string; set: (why: string) => void; autofocus?: boolean}) {
  const words = useWords(trial);
  return (
    <Field label={words.why} help={words.whyHelp}>
      {(tied) => (
        <input
          {...tied}
          required
          autofocus={props.autofocus ?? false}
          minLength={3}
          maxLength={1000}
          value={props.why}
          onInput={(e) => props.set(e.currentTarget.value)}
        />
      )}
    </Field>
  );
}
