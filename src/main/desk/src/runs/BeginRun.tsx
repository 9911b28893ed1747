import {useState} from "preact/hooks";
import {ask} from "../api/api";
import type {Rescoring} from "../api/rescorings";
import {useSending} from "../api/useSending";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {ChooseRuleset} from "./ChooseRuleset";
import {ALL, Filters} from "./Filters";

/** Begins a rescoring, and goes to where it is watched. */
export function BeginRun() {
  const words = useWords(runs);
  const [ruleset, setRuleset] = useState("");
  const [wanted, setWanted] = useState(ALL);
  const [dryRun, setDryRun] = useState(true);
  const [refused, busy, sending] = useSending();
  const begin = (event: Event) => {
    event.preventDefault();
    const {country, from, to, grades} = wanted;
    const filter = {
      ...(country !== "" && {country}),
      ...(from !== "" && {from}),
      ...(to !== "" && {to}),
      ...(grades.length > 0 && {grades}),
    };
    sending(async (arrive) => {
      const {body} = await ask<Rescoring>("/rescorings", {
        method: "POST",
        body: {dryRun, filter, ...(ruleset !== "" && {ruleset})},
      });
      arrive(address(["runs", String(body.id)]), words.hasBegun(body.id));
    });
  };
  return (
    <section class="screen">
      <h2>{words.begin}</h2>
      <p>{words.beginWhat}</p>
      <form class="stack narrow" onSubmit={begin}>
        <ChooseRuleset value={ruleset} change={setRuleset} />
        <Filters wanted={wanted} change={setWanted} />
        <fieldset>
          <legend>{words.kind}</legend>
          <div class="row">
            {[true, false].map((one) => (
              <label>
                <input
                  type="radio"
                  name="keeps"
                  checked={dryRun === one}
                  onChange={() => setDryRun(one)}
                />{" "}
                {one ? words.dryRun : words.keeps}
              </label>
            ))}
          </div>
        </fieldset>
        {refused !== undefined && <Refusal refused={refused} />}
        <p>
          <button type="submit" class="primary" aria-disabled={busy}>
            {words.beginGo}
          </button>
        </p>
      </form>
    </section>
  );
}
