import type {RefObject} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {path} from "../api/api";
import type {Page} from "../api/pages";
import {ENDED, type Rescoring} from "../api/rescorings";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {FIRST, More} from "../parts/More";
import {Refusal} from "../parts/Refusal";
import {address} from "../shell/route";
import {useCould} from "../shell/settings";
import {useFormat} from "../words/format";
import {runs} from "../words/runs";
import {useWords} from "../words/words";
import {BeginRun} from "./BeginRun";
import {Which} from "./Which";
import {Wide} from "../parts/Wide";

/** How often it is asked again while one runs, in milliseconds. */
const AGAIN = 3_000;

/** All rescorings, and the way to begin one. */
export function RunList() {
  const words = useWords(runs);
  const could = useCould("operator", "editor", "approver");
  const [size, setSize] = useState(FIRST);
  const rows = useRef<HTMLTableSectionElement>(null);
  const {value, refused, again} = useAnswer<Page<Rescoring>>(
    path("/rescorings", {size}),
    "lasting",
  );
  useEffect(() => {
    document.title = `${words.title} – Bilan`;
  }, [words]);
  const running = value?.items.some(({state}) => state === "running") ?? false;
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const asking = setInterval(again, AGAIN);
    return () => clearInterval(asking);
  }, [running, again]);
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      {value === undefined && refused === undefined && <Loading />}
      {value !== undefined &&
        (value.items.length === 0 ? <p>{words.none}</p> : <List items={value.items} rows={rows} />)}
      <More page={value} size={size} widen={setSize} rows={rows} />
      {could ? <BeginRun /> : <p class="muted">{words.beginWho}</p>}
    </>
  );
}

function List({
  items,
  rows,
}: {
  items: Rescoring[];
  rows: RefObject<HTMLTableSectionElement | null>;
}) {
  const words = useWords(runs);
  const {moment, number} = useFormat();
  return (
    <Wide>
      <table>
        <caption class="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.run}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.ruleset}</th>
            <th scope="col">{words.which}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.progress}</th>
            <th scope="col">{words.begun}</th>
            <th scope="col">{words.by}</th>
          </tr>
        </thead>
        <tbody ref={rows}>
          {items.map((run) => (
            <tr>
              <th scope="row">
                <a href={address(["runs", String(run.id)])}>{words.runIs(run.id)}</a>
              </th>
              <td>
                {ENDED.includes(run.state) ? (
                  words.states[run.state]
                ) : (
                  <strong>{words.states[run.state]}</strong>
                )}
              </td>
              <td>
                <a href={address(["tuning", "rulesets", String(run.ruleset)])}>
                  {words.rulesetIs(run.ruleset)}
                </a>
              </td>
              <td>
                <Which filter={run.filter} />
              </td>
              <td>{run.dryRun ? words.dryRun : words.keeps}</td>
              <td>{words.progressOf(run.dossiers, run.total, number)}</td>
              <td>{moment(run.begunAt)}</td>
              <td>
                <bdi>{run.by}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
