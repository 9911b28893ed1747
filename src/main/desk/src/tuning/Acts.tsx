import {useState} from "preact/hooks";
import {ask, Refused} from "../api/api";
import type {Checked, Ruleset} from "../api/rulesets";
import {Refusal} from "../parts/Refusal";
import {useSettings} from "../shell/settings";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";
import {ActDialog, type Act} from "./ActDialog";

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
  const next = NEXT[ruleset.state];
  const own = next === "approve" && ruleset.author === me.name;
  const allowed = next === "check" ? may("editor", "approver") : may("approver") && !own;
  return (
    <section class="card acts">
      <h2>{words.next}</h2>
      {own ? (
        <p>{words.ownApproval}</p>
      ) : (
        (next === undefined || !allowed) && <p>{words.needs[ruleset.state]}</p>
      )}
      {allowed && next === "check" && <Check ruleset={ruleset} changed={changed} />}
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
          done={() => {
            setAsking(undefined);
            announce(words.done[asking]);
            changed();
          }}
        />
      )}
    </section>
  );
}

function Check({ruleset, changed}: {ruleset: Ruleset; changed: () => void}) {
  const words = useWords(rulesets);
  const {announce} = useSettings();
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<Checked>();
  const [refused, setRefused] = useState<Refused>();
  const check = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      const {body} = await ask<Checked>(`/rulesets/${ruleset.id}/check`, {method: "POST"});
      setChecked(body);
      if (body.fit) {
        announce(words.done.check);
        changed();
      }
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      setRefused(failure);
    }
    setBusy(false);
  };
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
