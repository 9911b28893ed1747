import {useState} from "preact/hooks";
import {takeStep, type Act, type Ruleset} from "../api/rulesets";
import {useSending} from "../api/useSending";
import {Dialog} from "../parts/Dialog";
import {Refusal} from "../parts/Refusal";
import {rulesets} from "../words/rulesets";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {ReasonField} from "./ReasonField";

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
  const {cancel, colon} = useWords(shell);
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
    <Dialog
      title={`${words.acts[act]}${colon} ${words.baseIs(ruleset.id)}`}
      close={props.close}
      busy={busy}
    >
      <form class="stack" onSubmit={take}>
        <p>{words.will[act]}</p>
        <ReasonField why={why} set={setWhy} autofocus />
        {refused !== undefined && <Refusal refused={refused} />}
        <div class="row">
          <button type="submit" class="primary" aria-disabled={busy}>
            {words.acts[act]}
          </button>
          <button type="button" aria-disabled={busy} onClick={props.close}>
            {cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
