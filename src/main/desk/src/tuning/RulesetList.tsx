import {useEffect, useRef, useState} from "preact/hooks";
import {path} from "../api/api";
import type {Page} from "../api/pages";
import type {Ruleset} from "../api/rulesets";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {FIRST, More} from "../parts/More";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";
import {StepWhy} from "./StepWhy";
import {Upload} from "./Upload";
import {Wide} from "../parts/Wide";

/** All rulesets, and the way in for edited files. */
export function RulesetList({inForce}: {inForce: string}) {
  const words = useWords(rulesets);
  const {moment} = useFormat();
  const {may} = useSettings();
  const [size, setSize] = useState(FIRST);
  const rows = useRef<HTMLTableSectionElement>(null);
  const {value, refused, again} = useAnswer<Page<Ruleset>>(path("/rulesets", {size}), "lasting");
  useEffect(() => {
    document.title = `${words.listTitle} – Bilan`;
  }, [words]);
  return (
    <>
      <h1>{words.listTitle}</h1>
      <p>{words.listWhat}</p>
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value === undefined && refused === undefined && <Loading />}
      {value !== undefined && (
        <Wide>
          <table>
            <caption class="unseen">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.id}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.origin}</th>
                <th scope="col">{words.author}</th>
                <th scope="col">{words.last}</th>
                <th scope="col">{words.why}</th>
              </tr>
            </thead>
            <tbody ref={rows}>
              {value.items.map((ruleset) => {
                const last = ruleset.steps.at(-1);
                return (
                  <tr>
                    <th scope="row">
                      <a href={address(["tuning", "rulesets", String(ruleset.id)])}>
                        {words.baseIs(ruleset.id)}
                      </a>{" "}
                      <code class="muted">{ruleset.revision.slice(0, 8)}</code>
                    </th>
                    <td>
                      <span class={`state ${ruleset.state}`}>{words.states[ruleset.state]}</span>
                    </td>
                    <td>{words.origins[ruleset.origin]}</td>
                    <td>
                      <bdi>{ruleset.author}</bdi>
                    </td>
                    <td>{last !== undefined && moment(last.at)}</td>
                    <td>{last !== undefined && <StepWhy step={last} most={140} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Wide>
      )}
      <More page={value} size={size} widen={setSize} rows={rows} />
      {may("editor") && <Upload inForce={inForce} />}
    </>
  );
}
