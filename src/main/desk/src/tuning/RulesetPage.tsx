import {useEffect} from "preact/hooks";
import type {Ruleset} from "../api/rulesets";
import {useAnswer} from "../api/useAnswer";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import {Said} from "../parts/Said";
import {address, type Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {rulesets} from "../words/rulesets";
import {useWords} from "../words/words";
import {Acts} from "./Acts";
import type {Cards} from "./cards";
import {Differences} from "./Differences";
import {Downloads} from "./Downloads";
import {ImpactPart} from "./ImpactPart";
import {useIncident} from "./incident";
import {StepWhy} from "./StepWhy";
import {Trial} from "./Trial";
import {Wide} from "../parts/Wide";

/** One ruleset: what happened to it, what differs, what it would do, what comes next. */
export function RulesetPage(props: {
  id: string;
  route: Route;
  cards: Cards;
  /** When another ruleset judges by now. */
  judged: () => void;
}) {
  const {id, route, cards} = props;
  const words = useWords(rulesets);
  const {may} = useSettings();
  const {value, refused, again} = useAnswer<Ruleset>(`/rulesets/${encodeURIComponent(id)}`);
  const atHand = useIncident(route);
  const title = value && words.title(value.id, words.states[value.state]);
  useEffect(() => {
    document.title = `${title ?? words.listTitle} – Bilan`;
  }, [title, words]);
  if (value === undefined) {
    return refused === undefined ? (
      <Loading />
    ) : (
      <>
        <h1>{words.listTitle}</h1>
        <Refusal refused={refused} again={again} />
      </>
    );
  }
  const changed = () => {
    again();
    props.judged();
  };
  const tries = may("editor", "approver") && value.state !== "in-force";
  return (
    <>
      <h1>{title}</h1>
      {refused !== undefined && <Refusal refused={refused} again={again} />}
      <p>
        <Said text={value.name} most={120} />{" "}
        <span class="muted">
          · <code>{value.revision.slice(0, 16)}</code> · {words.origins[value.origin]} ·{" "}
          {words.author} <bdi>{value.author}</bdi>
          {value.base !== undefined && (
            <>
              {" "}
              · {words.base}{" "}
              <a href={address(["tuning", "rulesets", String(value.base)])}>
                {words.baseIs(value.base)}
              </a>
            </>
          )}
        </span>
      </p>
      <Acts ruleset={value} inForce={cards.revision} changed={changed} />
      <h2>{words.differences}</h2>
      <Differences ruleset={value} cards={cards} />
      {tries && (
        <>
          <Trial atHand={atHand} tried={{ruleset: String(value.id)}} cards={cards} />
          <ImpactPart ruleset={value} />
        </>
      )}
      <h2>{words.steps}</h2>
      <Steps ruleset={value} />
      <Downloads ruleset={value} />
    </>
  );
}

function Steps({ruleset}: {ruleset: Ruleset}) {
  const words = useWords(rulesets);
  const {moment} = useFormat();
  return (
    <Wide>
      <table>
        <caption class="unseen">{words.stepsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.why}</th>
          </tr>
        </thead>
        <tbody>
          {ruleset.steps.map((step) => (
            <tr>
              <th scope="row">{words.states[step.state]}</th>
              <td>
                <bdi>{step.by}</bdi>
              </td>
              <td>{moment(step.at)}</td>
              <td>
                <StepWhy step={step} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
