import {useEffect, useState} from "preact/hooks";
import {ask, Refused} from "../api/api";
import type {Ruleset} from "../api/rulesets";
import {Field} from "../parts/Field";
import {Refusal} from "../parts/Refusal";
import {address, go, type Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {trial} from "../words/trial";
import {tuning, units} from "../words/tuning";
import {useWords} from "../words/words";
import {useBasket} from "./basket";
import {WEIGHT, type Cards} from "./cards";
import {linkQuery, useIncident} from "./incident";
import {Trial} from "./Trial";

/** All that one has changed, what it does together, and how it becomes a draft. */
export function BasketPage({route, cards}: {route: Route; cards: Cards}) {
  const words = useWords(trial);
  const {may, announce} = useSettings();
  const basket = useBasket();
  const atHand = useIncident(route);
  useEffect(() => {
    document.title = `${words.basketTitle} – Bilan`;
  }, [words]);
  const emptied = () => {
    basket.empty();
    announce(words.resetAllDone);
  };
  return (
    <div class={basket.changes.length === 0 ? undefined : "tried"}>
      <div class="first">
        <h1>{words.basketTitle}</h1>
        <p>{words.basketWhat}</p>
        {basket.changes.length === 0 ? (
          <p>
            <strong>{words.basketEmpty}</strong>
          </p>
        ) : (
          <>
            <Changes route={route} cards={cards} />
            <button onClick={emptied}>{words.resetAll}</button>
            <h2>{words.keep}</h2>
            {may("editor") ? <Keep /> : <p>{words.keepHow}</p>}
          </>
        )}
      </div>
      {basket.changes.length > 0 && (
        <Trial atHand={atHand} tried={{changes: basket.changes}} cards={cards} />
      )}
    </div>
  );
}

function Changes({route, cards}: {route: Route; cards: Cards}) {
  const words = useWords(trial);
  const more = useWords(tuning);
  const unitNames: Record<string, string> = useWords(units);
  const {number: written} = useFormat();
  const {announce} = useSettings();
  const basket = useBasket();
  return (
    <div class="wide">
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
            const name = `${cards.title(rule)}: ${what}`;
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
                  <strong>{written(value)}</strong>{" "}
                  {known !== undefined && (unitNames[known.unit] ?? known.unit)}
                </td>
                <td>
                  <button
                    aria-label={more.resetOf(name)}
                    onClick={() => {
                      basket.reset(rule, number);
                      announce(more.wasReset(name));
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
    </div>
  );
}

function Keep() {
  const words = useWords(trial);
  const {announce} = useSettings();
  const basket = useBasket();
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const keep = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setRefused(undefined);
    try {
      const {body} = await ask<Ruleset>("/rulesets", {
        method: "POST",
        body: {changes: basket.changes, why: why.trim()},
      });
      basket.empty();
      announce(words.kept(body.id));
      go(address(["tuning", "rulesets", String(body.id)]));
    } catch (failure) {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
      setRefused(failure);
      setBusy(false);
    }
  };
  return (
    <form class="stack" onSubmit={keep}>
      <p>{words.keepWhat}</p>
      <Field label={words.why} help={words.whyHelp}>
        {(tied) => (
          <input
            {...tied}
            required
            minLength={3}
            maxLength={1000}
            value={why}
            onInput={(e) => setWhy(e.currentTarget.value)}
          />
        )}
      </Field>
      {refused !== undefined && <Refusal refused={refused} />}
      <p>
        <button type="submit" class="primary" disabled={busy}>
          {words.keep}
        </button>
      </p>
    </form>
  );
}
