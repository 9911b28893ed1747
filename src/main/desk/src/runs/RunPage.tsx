import {useEffect, useRef} from "preact/hooks";
import {ENDED, type Rescoring} from "../api/rescorings";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {runs} from "../words/runs";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {Failures} from "./Failures";
import {MovedPart} from "./MovedPart";
import {Progress} from "./Progress";
import {useRun} from "./useRun";
import {Which} from "./Which";

/** One rescoring: how far it is, what it could not judge, what it moved. */
export function RunPage({id}: {id: string}) {
  const words = useWords(runs);
  const {announce} = useSettings();
  const {run, refused, live, look, took} = useRun(id);
  const state = run?.state;
  const title = run && words.runTitle(run.id, words.states[run.state]);
  useEffect(() => {
    document.title = `${title ?? words.title} – Bilan`;
  }, [title, words]);
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === "running" && state !== undefined && ENDED.includes(state)) {
      announce(words.endedSo(words.states[state]));
    }
    before.current = state;
  }, [state, announce, words]);
  if (run === undefined) {
    return refused === undefined ? (
      <Loading />
    ) : (
      <>
        <h1>{words.title}</h1>
        <Refusal refused={refused} again={look} />
      </>
    );
  }
  return (
    <>
      <h1 ref={head} tabIndex={-1}>
        {title}
      </h1>
      {refused !== undefined && <Refusal refused={refused} again={look} />}
      <Facts run={run} />
      <Progress run={run} live={live} look={look} took={took} leave={() => head.current?.focus()} />
      {run.failed > 0 && <Failures run={run} />}
      <MovedPart key={String(ENDED.includes(run.state))} run={run} />
    </>
  );
}

function Facts({run}: {run: Rescoring}) {
  const words = useWords(runs);
  const {semicolon} = useWords(shell);
  const {moment} = useFormat();
  return (
    <dl class="facts">
      <div>
        <dt>{words.ruleset}</dt>
        <dd>
          <a href={address(["tuning", "rulesets", String(run.ruleset)])}>
            {words.rulesetIs(run.ruleset)}
          </a>{" "}
          <code class="muted">{run.revision.slice(0, 8)}</code>
          {run.base !== undefined ? (
            <>
              , {words.comparedWith} <code>{run.base.slice(0, 8)}</code>
            </>
          ) : (
            <span class="muted">
              {semicolon} {words.stood}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.which}</dt>
        <dd>
          <Which filter={run.filter} />
        </dd>
      </div>
      <div>
        <dt>{words.kind}</dt>
        <dd>{run.dryRun ? words.dryRun : words.keeps}</dd>
      </div>
      <div>
        <dt>{words.begun}</dt>
        <dd>
          {moment(run.begunAt)}, {words.by.toLowerCase()} <bdi>{run.by}</bdi>
        </dd>
      </div>
      {run.endedAt !== undefined && (
        <div>
          <dt>{words.ended}</dt>
          <dd>{moment(run.endedAt)}</dd>
        </div>
      )}
      {run.reason !== undefined && (
        <div>
          <dt>{words.reason}</dt>
          <dd>
            <Said text={run.reason} />
          </dd>
        </div>
      )}
    </dl>
  );
}
