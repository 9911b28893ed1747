import {useEffect} from "preact/hooks";
import {address, type Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";
import {useBasket} from "./basket";
import {Cases} from "./Cases";
import {FRAME, useTopic, type Cards} from "./cards";
import {linkQuery, useIncident} from "./incident";
import {NumberDial} from "./NumberDial";
import {Trial} from "./Trial";

/** One rule: what it asks, its numbers to be moved, its cases; beside it what a change does at once. */
export function CardPage(props: {id: string; route: Route; cards: Cards}) {
  const {id, route, cards} = props;
  const words = useWords(tuning);
  const topicName = useTopic();
  const {may} = useSettings();
  const {changes} = useBasket();
  const atHand = useIncident(route);
  const card = cards.card(id);
  const title = card?.title ?? words.noSuchCard(id);
  useEffect(() => {
    document.title = `${title} – Bilan`;
  }, [title]);
  const back = (
    <p class="screen">
      <a href={address(["tuning"], linkQuery(route))}>← {words.toCards}</a>
    </p>
  );
  if (card === undefined) {
    return (
      <>
        <h1>{title}</h1>
        {back}
      </>
    );
  }
  return (
    <div class={may("editor", "approver") ? "tried" : undefined}>
      <div class="first">
        {back}
        <h1>{card.title}</h1>
        <p class="muted">
          {topicName(card.topic)} · <code>{card.id}</code>
          {card.status !== "live" && <> · {words.status[card.status]}</>}
        </p>
        <p class="why">{card.why}</p>
        {card.sentence !== undefined && (
          <>
            <h2>{words.sentence}</h2>
            <p>
              <q>{card.sentence}</q>
            </p>
          </>
        )}
        <h2>{words.numbers}</h2>
        {!may("editor", "approver") && <p class="muted">{words.onlyEditors}</p>}
        {card.numbers.map((number) => (
          <NumberDial key={number.number} number={number} />
        ))}
      </div>
      {may("editor", "approver") && <Trial atHand={atHand} tried={{changes}} cards={cards} />}
      <div class="rest">
        {card.reference !== undefined && (
          <>
            <h2>{words.reference}</h2>
            <ul>
              {card.reference.split("; ").map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </>
        )}
        {id !== FRAME && <Cases rule={id} revision={cards.revision} />}
      </div>
    </div>
  );
}
