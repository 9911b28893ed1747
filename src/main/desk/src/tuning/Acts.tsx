import {useEffect, useRef, useState} from "preact/hooks";
import {takeStep, type Act, type Checked, type Ruleset} from "../api/rulesets";
import {useSending} from "../api/useSending";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";
import {ActDialog} from "./ActDialog";

/** What comes next for a ruleset in its state. */
const NEXT: Record<Ruleset["state"], Act | "check" | undefined> = {
  draft: "check",
  checked: "approve",
  approved: "activate",
  "in-force": undefined,
  retired: "rollback",
};

/** The next step of a ruleset, for whoever may take it; and who may, for all others. */
export function Acts({ruleset, changed}: {ruleset: Ruleset; changed: () => void}) {
  const words = useWords(rulesets);
  const {may, me, announce} = useSettings();
  const [asking, setAsking] = useState<Act>();
  const head = useRef<HTMLHeadingElement>(null);
  const settled = useRef(false);
  useEffect(() => {
    // The button of the step is gone; what comes next stands here.
    if (settled.current) {
      settled.current = false;
      head.current?.focus();
    }
  }, [ruleset.state]);
  const settle = (said: string) => {
    settled.current = true;
    setAsking(undefined);
    announce(said);
    changed();
  };
  const next = NEXT[ruleset.state];
  const own = next === "approve" && ruleset.author === me.name;
  const allowed = next === "check" ? may("editor", "approver") : may("approver") && !own;
  return (
    <section class="card acts">
      <h2 ref={head} tabIndex={-1}>
        {words.next}
      </h2>
      {own ? (
        <p>{words.ownApproval}</p>
      ) : (
        (next === undefined || !allowed) && <p>{words.needs[ruleset.state]}</p>
      )}
      {allowed && next === "check" && <Check ruleset={ruleset} settle={settle} />}
      {allowed && next !== undefined && next !== "check" && (
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
      <button class="primary" disabled={busy} onClick={check}>
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
                <bdi>{problem.message}</bdi> {problem.advice}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
