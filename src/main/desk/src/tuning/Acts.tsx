import {useEffect, useRef, useState} from "preact/hooks";
import {takeStep, type Act, type Checked, type Ruleset} from "../api/rulesets";
import {useAnswer} from "../api/useAnswer";
import {useSending} from "../api/useSending";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";
import {ActDialog} from "./ActDialog";

/** The next step of a ruleset, for whoever may take it; and who may, for all others. */
export function Acts(props: {
  ruleset: Ruleset;
  /** Revision of the one in force. */
  inForce: string;
  changed: () => void;
}) {
  const {ruleset, changed} = props;
  const words = useWords(rulesets);
  const {may, me, announce} = useSettings();
  const [asking, setAsking] = useState<Act>();
  const head = useRef<HTMLHeadingElement>(null);
  const settled = useRef(false);
  useEffect(() => {
    // The button of the step is gone, though the state may be what it was; what comes next stands here.
    if (settled.current) {
      settled.current = false;
      head.current?.focus();
    }
  }, [ruleset]);
  const settle = (said: string) => {
    settled.current = true;
    setAsking(undefined);
    announce(said);
    changed();
  };
  const next = ruleset.may?.[0];
  const own = ruleset.state === "checked" && ruleset.author === me.name;
  const waits = ruleset.state === "approved" && next === undefined;
  const current = useAnswer<Ruleset>(waits ? `/rulesets/${props.inForce}` : undefined).value;
  const overtaken =
    waits && (may("approver") || (current !== undefined && current.id !== ruleset.base));
  return (
    <section class="card acts">
      <h2 ref={head} tabIndex={-1}>
        {words.next}
      </h2>
      {next === undefined && (
        <p>{own ? words.ownApproval : overtaken ? words.overtaken : words.needs[ruleset.state]}</p>
      )}
      {next === "check" && <Check ruleset={ruleset} settle={settle} />}
      {next !== undefined && next !== "check" && (
        <>
          <p>{words.will[next]}</p>
          <button class="primary" onClick={() => setAsking(next)}>
            {words.acts[next]}
          </button>
        </>
      )}
      {asking !== undefined && (
        <ActDialog
          act={asking}
          ruleset={ruleset}
          close={() => setAsking(undefined)}
          settle={settle}
        />
      )}
    </section>
  );
}

function Check({ruleset, settle}: {ruleset: Ruleset; settle: (said: string) => void}) {
  const words = useWords(rulesets);
  const {sentence} = useFormat();
  const [checked, setChecked] = useState<Checked>();
  const [refused, busy, sending] = useSending();
  const check = () =>
    sending(async () => {
      const body = await takeStep<Checked>(ruleset, "check");
      if (body === "stale") {
        settle(words.stale);
        return;
      }
      setChecked(body);
      if (body.fit) {
        settle(words.done.check);
      }
    });
  return (
    <>
      <p>{words.will.check}</p>
      <button class="primary" aria-disabled={busy} onClick={check}>
        {words.acts.check}
      </button>
      {refused !== undefined && <Refusal refused={refused} />}
      {checked !== undefined && !checked.fit && (
        <div class="refused" role="alert">
          <p>{words.unfit(checked.problems.length)}</p>
          <ul>
            {checked.problems.map((problem) => (
              <li>
                <code>
                  {problem.file}
                  {problem.line > 0 && `:${problem.line}`}
                </code>{" "}
                <bdi>{sentence(problem.message)}</bdi> {sentence(problem.advice)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
