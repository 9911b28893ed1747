import type {Page} from "../api/pages";
import type {Ruleset} from "../api/rulesets";
import {useAnswer} from "../api/useAnswer";
import {Field} from "../parts/Field";
import {rulesets} from "../words/rulesets";
import {runs} from "../words/runs";
import {shell} from "../words/shell";
import {useWords} from "../words/words";

/** Which ruleset is to judge; empty: the one in force. */
export function ChooseRuleset(props: {value: string; change: (value: string) => void}) {
  const words = useWords(runs);
  const {colon} = useWords(shell);
  const {states} = useWords(rulesets);
  const {value} = useAnswer<Page<Ruleset>>("/rulesets?size=500");
  return (
    <Field label={words.ruleset}>
      {(tied) => (
        <select {...tied} value={props.value} onChange={(e) => props.change(e.currentTarget.value)}>
          <option value="">{words.inForce}</option>
          {value?.items
            .filter(({state}) => state !== "in-force")
            .map(({id, state}) => (
              <option value={String(id)}>
                {words.rulesetIs(id)}
                {colon} {states[state]}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
