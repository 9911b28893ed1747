import {useEffect, useRef, useState} from "preact/hooks";
import {path} from "../api/api";
import type {Page} from "../api/pages";
import type {Rescoring, RescoringFailure} from "../api/rescorings";
import {useAnswer} from "../api/useAnswer";
import {FIRST, More} from "../parts/More";
import {Refusal} from "../parts/Refusal";
import {Cut, Said} from "../parts/Said";
import {address} from "../shell/route";
import {useFormat} from "../words/format";
import {movement} from "../words/movement";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {Wide} from "../parts/Wide";

/** Dossiers that a run could not judge, and why. */
export function Failures({run}: {run: Rescoring}) {
  const words = useWords(runs);
  const {incident} = useWords(movement);
  const {number} = useFormat();
  const [size, setSize] = useState(FIRST);
  const rows = useRef<HTMLTableSectionElement>(null);
  const {value, refused, again} = useAnswer<Page<RescoringFailure>>(
    path(`/rescorings/${run.id}/failures`, {size}),
    "lasting",
  );
  const far = `${run.state} ${run.failed}`;
  const asked = useRef(far);
  useEffect(() => {
    // While it runs others come to them.
    if (asked.current !== far) {
      asked.current = far;
      again();
    }
  }, [far, again]);
  return (
    <section>
      <h2>{words.failures}</h2>
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value !== undefined && (
        <Wide>
          <table>
            <caption class="unseen">{words.failuresCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{incident}</th>
                <th scope="col" class="number">
                  {words.version}
                </th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody ref={rows}>
              {value.items.map((failure) => (
                <tr>
                  <th scope="row">
                    <a href={address(["incidents", failure.incident])}>
                      <Cut text={failure.incident} most={80} />
                    </a>
                  </th>
                  <td class="number">{number(failure.version)}</td>
                  <td>
                    <Said text={failure.reason} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      <More page={value} size={size} widen={setSize} rows={rows} />
    </section>
  );
}
