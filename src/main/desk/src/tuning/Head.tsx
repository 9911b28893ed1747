import {path} from "../api/api";
import type {Ruleset} from "../api/rulesets";
import {useAnswer} from "../api/useAnswer";
import {Said} from "../parts/Said";
import {address} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";

/** Which ruleset judges now, and the way to the parts of tuning. */
export function Head(props: {
  revision: string;
  here: string | undefined;
  /** Absent for those who change nothing. */
  changes: number | undefined;
}) {
  const words = useWords(tuning);
  const {language} = useSettings();
  const here = props.here ?? "";
  const parts = [
    {key: "", name: words.cards},
    ...(props.changes === undefined ? [] : [{key: "changes", name: words.basket(props.changes)}]),
    {key: "rulesets", name: words.rulesets},
  ];
  const shown = parts.some((part) => part.key === here) ? here : "";
  return (
    <div class="tuning-head">
      <InForce revision={props.revision} />
      <nav class="subnav screen" aria-label={words.parts}>
        {parts.map((part) => (
          <a
            href={address(part.key === "" ? ["tuning"] : ["tuning", part.key])}
            aria-current={part.key === shown ? "page" : undefined}
          >
            {part.name}
          </a>
        ))}
        <a href={path("/methodology", {lang: language})} target="_blank" rel="noopener">
          {words.methodology}
        </a>
      </nav>
    </div>
  );
}

function InForce({revision}: {revision: string}) {
  const words = useWords(tuning);
  const {moment} = useFormat();
  const {value} = useAnswer<Ruleset>(`/rulesets/${revision}`);
  const step = value?.steps.findLast((one) => one.state === "in-force");
  return (
    <p class="in-force">
      <strong>{words.inForce}</strong>{" "}
      {value !== undefined && (
        <>
          <a href={address(["tuning", "rulesets", String(value.id)])}>{words.ruleset(value.id)}</a>{" "}
          <Said text={value.name} most={80} />{" "}
          {step !== undefined && <span>{words.since(moment(step.at), step.by)}</span>}{" "}
        </>
      )}
      <span class="muted">
        {words.revision} <code>{revision.slice(0, 8)}</code>
      </span>
    </p>
  );
}
