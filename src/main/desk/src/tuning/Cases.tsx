import {useMemo} from "preact/hooks";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";
import {casesPath, readCases} from "./cases";

/** The cases beside a rule: where it fires, and where not. */
export function Cases({rule, revision}: {rule: string; revision: string}) {
  const words = useWords(tuning);
  const expects: Record<string, string> = words.expects;
  const files = useAnswer<Record<string, string>>(`/rulesets/${revision}/files`);
  const yaml = files.value?.[casesPath(rule)];
  const cases = useMemo(() => (yaml === undefined ? [] : readCases(yaml)), [yaml]);
  return (
    <section>
      <h2>{words.cases}</h2>
      <p class="muted">{words.casesWhat}</p>
      {files.refused !== undefined && <Refusal refused={files.refused} again={files.again} />}
      {files.value === undefined && files.busy && <Loading />}
      {files.value !== undefined && cases.length === 0 && <p>{words.noCases}</p>}
      <ul class="cases">
        {cases.map((one) => (
          <li>
            <details>
              <summary>
                <span class={`expect ${one.expect}`}>
                  <span aria-hidden="true">
                    {one.expect === "fired" ? "●" : one.expect === "quiet" ? "○" : "?"}
                  </span>{" "}
                  {expects[one.expect] ?? one.expect}
                </span>{" "}
                <span lang="en">{one.name}</span>
              </summary>
              <pre lang="en" tabIndex={0} aria-label={words.caseShown}>
                {one.text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
