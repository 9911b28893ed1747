import {useEffect, useRef} from "preact/hooks";
import {ask} from "../api/api";
import {Refused} from "../api/refused";
import type {Ruleset} from "../api/rulesets";
import {type Arrive, useSending} from "../api/useSending";
import {Refusal} from "../parts/Refusal";
import {address, type Route} from "../shell/route";
import {useCould, useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {trial} from "../words/trial";
import {tuning} from "../words/tuning";
import {shell} from "../words/shell";
import {useWords} from "../words/words";
import {useBasket} from "./basket";
import {WEIGHT, type Cards} from "./cards";
import {linkQuery, useIncident} from "./incident";
import {Trial} from "./Trial";
import {Wide} from "../parts/Wide";
import {ReasonField} from "./ReasonField";
import {useUnit} from "./useUnit";

/** All that one has changed, what it does together, and how it becomes a draft. */
export function BasketPage(props: {
  route: Route;
  cards: Cards;
  /** When another ruleset judges by now. */
  judged: () => void;
}) {
  const {route, cards} = props;
  const words = useWords(trial);
  const {onlyEditors} = useWords(tuning);
  const {may, announce} = useSettings();
  const couldKeep = useCould("editor");
  const mayTry = may("editor", "approver");
  const basket = useBasket();
  const atHand = useIncident(route);
  useEffect(() => {
    document.title = `${words.basketTitle} – Bilan`;
  }, [words]);
  const keep = useRef<HTMLHeadingElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone with what it reset.
  const reset = () => head.current?.focus();
  const looked = () => {
    basket.looked();
    keep.current?.focus();
  };
  const emptied = () => {
    basket.empty();
    announce(words.resetAllDone);
    reset();
  };
  return (
    <div class={basket.changes.length === 0 ? undefined : "tried"}>
      <div class="first">
        <h1 ref={head} tabIndex={-1}>
          {words.basketTitle}
        </h1>
        <p>{mayTry ? words.basketWhat : onlyEditors}</p>
        {basket.changes.length === 0 ? (
          mayTry && (
            <p>
              <strong>{words.basketEmpty}</strong>
            </p>
          )
        ) : (
          <>
            <Changes route={route} cards={cards} reset={reset} />
            <button onClick={emptied}>{words.resetAll}</button>
            <h2 ref={keep} tabIndex={-1}>
              {words.keep}
            </h2>
            {!couldKeep ? (
              <p>{words.keepHow}</p>
            ) : basket.revision === cards.revision ? (
              <Keep judged={props.judged} />
            ) : (
              <div class="refused" role="alert">
                <p>{words.othersInForce}</p>
                <button onClick={looked}>{words.looked}</button>
              </div>
            )}
          </>
        )}
      </div>
      {basket.changes.length > 0 && (
        <Trial atHand={atHand} tried={{changes: basket.changes}} cards={cards} />
      )}
    </div>
  );
}

function Changes({route, cards, reset}: {route: Route; cards: Cards; reset: () => void}) {
  const words = useWords(trial);
  const more = useWords(tuning);
  const {colon} = useWords(shell);
  const unit = useUnit();
  const {number: written} = useFormat();
  const {announce} = useSettings();
  const basket = useBasket();
  return (
    <Wide>
      <table>
        <caption class="unseen">{words.basketCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col" class="number">
              {words.inForce}
            </th>
            <th scope="col" class="number">
              {words.yours}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {basket.changes.map(({rule, number, value}) => {
            const known = cards.number(rule, number);
            const what =
              known === undefined ? number : known.number === WEIGHT ? more.weight : known.meaning;
            const fits = known !== undefined && value >= known.least && value <= known.most;
            const name = `${cards.title(rule)}${colon} ${what}`;
            return (
              <tr>
                <th scope="row">
                  <a href={address(["tuning", rule], linkQuery(route))}>{cards.title(rule)}</a>
                  <br />
                  <span class="what">{what}</span>
                  {!fits && <p class="wrong">{words.gone}</p>}
                </th>
                <td class="number">{known === undefined ? "–" : written(known.value)}</td>
                <td class="number">
                  <strong>{written(value)}</strong> {known !== undefined && unit(known.unit, value)}
                </td>
                <td>
                  <button
                    aria-label={more.resetOf(name)}
                    onClick={() => {
                      basket.reset(rule, number);
                      announce(more.wasReset(name));
                      reset();
                    }}
                  >
                    {more.reset}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

function Keep({judged}: {judged: () => void}) {
  const words = useWords(trial);
  const basket = useBasket();
  const [refused, busy, sending] = useSending();
  const keep = (event: Event) => {
    event.preventDefault();
    const sent = async (arrive: Arrive) => {
      try {
        const {body} = await ask<Ruleset>("/rulesets", {
          method: "POST",
          body: {base: basket.revision, changes: basket.changes, why: basket.why.trim()},
        });
        basket.drafted(basket.changes, basket.why);
        arrive(address(["tuning", "rulesets", String(body.id)]), words.kept(body.id));
      } catch (failure) {
        if (failure instanceof Refused && failure.status === 409) {
          judged();
        }
        throw failure;
      }
    };
    sending((arrive) => basket.during(() => sent(arrive)));
  };
  return (
    <form class="stack" onSubmit={keep}>
      <p>{words.keepWhat}</p>
      <ReasonField why={basket.why} set={basket.setWhy} />
      {refused !== undefined && <Refusal refused={refused} />}
      <p>
        <button type="submit" class="primary" aria-disabled={busy || basket.sending}>
          {words.keep}
        </button>
      </p>
    </form>
  );
}
