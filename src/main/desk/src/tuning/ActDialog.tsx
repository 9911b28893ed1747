import {useState} from "preact/hooks";
import {takeStep, type Act, type Ruleset} from "../api/rulesets";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {rulesets} from "../words/rulesets";
import {shell} from "../words/shell";
import {trial} from "../words/trial";
import {useWords} from "../words/words";

/** Says what the step will do, and takes it with a reason. */
export function ActDialog(props: {
  act: Act;
  ruleset: Ruleset;
  close: () => void;
  /** It is taken, or cannot be any more: how it stands is asked anew. */
  settle: (said: string) => void;
}) {
  const {act, ruleset} = props;
  const words = useWords(rulesets);
  const more = useWords(trial);
  const {cancel} = useWords(shell);
  const [why, setWhy] = useState("");
  const [refused, busy, sending] = useSending();
  const take = (event: Event) => {
    event.preventDefault();
    sending(async () => {
      const taken = await takeStep(ruleset, act, why.trim());
      props.settle(taken === "stale" ? words.stale : words.done[act]);
    });
  };
  return (
    <Dialog title={`${words.acts[act]}: ${words.baseIs(ruleset.id)}`} close={props.close}>
      <form class="stack" onSubmit={take}>
        <p>{words.will[act]}</p>
        <Field label={more.why} help={more.whyHelp}>
          {(tied) => (
            <input
              {...tied}
              required
              autofocus
              minLength={3}
              maxLength={1000}
              value={why}
              onInput={(e) => setWhy(e.currentTarget.value)}
            />
          )}
        </Field>
        {refused !== undefined && <Refusal refused={refused} />}
        <div class="row">
          <button type="submit" class="primary" disabled={busy}>
            {words.acts[act]}
          </button>
          <button type="button" onClick={props.close}>
            {cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
