import "../style/movement.css";
import "../style/tuning.css";
import {Loading} from "../parts/Loading";
import {Refusal} from "../parts/Refusal";
import type {Route} from "../shell/route";
import {useSettings} from "../shell/settings";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";
import {BasketContext, useKeptBasket} from "./basket";
import {BasketPage} from "./BasketPage";
import {CardList} from "./CardList";
import {CardPage} from "./CardPage";
import {useCards, type Cards} from "./cards";
import {Head} from "./Head";
import {RulesetList} from "./RulesetList";
import {RulesetPage} from "./RulesetPage";

/** What judges, and how it is changed: cards, changes, rulesets. */
export default function Tuning({route}: {route: Route}) {
  const {cards, refused, again} = useCards();
  const basket = useKeptBasket(cards);
  const {may} = useSettings();
  const words = useWords(tuning);
  if (cards === undefined) {
    return refused === undefined ? (
      <Loading />
    ) : (
      <>
        <h1>{words.title}</h1>
        <Refusal refused={refused} again={again} />
      </>
    );
  }
  return (
    <BasketContext.Provider value={basket}>
      <div class="tuning">
        <Head
          revision={cards.revision}
          here={route.parts[1]}
          changes={may("editor", "approver") ? basket.changes.length : undefined}
        />
        {refused !== undefined && <Refusal refused={refused} again={again} />}
        <Part route={route} cards={cards} judged={again} />
      </div>
    </BasketContext.Provider>
  );
}

function Part(props: {route: Route; cards: Cards; judged: () => void}) {
  const {route, cards} = props;
  const [, part, id] = route.parts;
  if (part === undefined) {
    return <CardList route={route} cards={cards} />;
  }
  if (part === "changes") {
    return <BasketPage route={route} cards={cards} judged={props.judged} />;
  }
  if (part === "rulesets") {
    return id === undefined ? (
      <RulesetList inForce={cards.revision} />
    ) : (
      <RulesetPage key={id} id={id} route={route} cards={cards} judged={props.judged} />
    );
  }
  return <CardPage key={part} id={part} route={route} cards={cards} />;
}
