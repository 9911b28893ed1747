import {useState} from "preact/hooks";
import {ask, Refused} from "../api/api";
import type {Ruleset} from "../api/rulesets";
import {Dialog} from "../parts/Dialog";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {rulesets} from "../words/rulesets";
import {shell} from "../words/shell";
import {trial} from "../words/trial";
import {useWords} from "../words/words";

/** A step for which one answers with a reason. */
export type Act = "approve" | "activate" | "rollback";

/** Says what the step will do, and takes it with a reason. */
export function ActDialog(props: {
  act: Act;
  ruleset: Ruleset;
  close: () => void;
  done: () => void;
}) {
  const {act, ruleset} = props;
  const words = useWords(rulesets);
  const more = useWords(trial);
  const {cancel} = useWords(shell);
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const take = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setRefused(undefined);
    try {
      await ask(`/rulesets/${ruleset.id}/${act}`, {method: "POST", body: {why: why.trim()}});
      props.done();
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      setRefused(failure);
      setBusy(false);
    }
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
