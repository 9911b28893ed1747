import {useEffect, useMemo} from "preact/hooks";
import {Field} from "../parts/Field";
import {address, go, type Route} from "../shell/route";
import {useFormat} from "../words/format";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";
import {useBasket} from "./basket";
import {useTopic, WEIGHT, type Card, type Cards} from "./cards";
import {linkQuery} from "./incident";

/** All cards by topic, filtered by words. */
export function CardList({route, cards}: {route: Route; cards: Cards}) {
  const words = useWords(tuning);
  const topicName = useTopic();
  const q = route.query.get("q") ?? "";
  const topic = route.query.get("topic") ?? "";
  useEffect(() => {
    document.title = `${words.title} – Bilan`;
  }, [words]);
  const topics = useMemo(() => [...new Set(cards.all.map((card) => card.topic))], [cards]);
  const found = useMemo(() => {
    const wanted = plain(q).split(/\s+/).filter(Boolean);
    return cards.all.filter(
      (card) =>
        (topic === "" || card.topic === topic) &&
        wanted.every((word) => textOf(card, topicName(card.topic)).includes(word)),
    );
  }, [cards, q, topic, topicName]);
  const set = (name: string, value: string) => {
    const query = new URLSearchParams(route.query);
    value === "" ? query.delete(name) : query.set(name, value);
    go(address(["tuning"], query), true);
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <search class="row finding screen">
        <Field label={words.filter} help={words.filterHelp}>
          {(tied) => (
            <input
              {...tied}
              type="search"
              value={q}
              onInput={(e) => set("q", e.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.topic}>
          {(tied) => (
            <select {...tied} value={topic} onChange={(e) => set("topic", e.currentTarget.value)}>
              <option value="">{words.allTopics}</option>
              {topics
                .filter((one) => one !== "")
                .map((one) => (
                  <option value={one}>{topicName(one)}</option>
                ))}
            </select>
          )}
        </Field>
      </search>
      <p role="status" class="muted">
        {found.length === 0 ? words.noneFound : words.found(found.length)}
      </p>
      {topics.map((one) => {
        const own = found.filter((card) => card.topic === one);
        return (
          own.length > 0 && (
            <section>
              <h2 class="topic">{topicName(one)}</h2>
              <ul class="cards">
                {own.map((card) => (
                  <Short card={card} route={route} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function Short({card, route}: {card: Card; route: Route}) {
  const words = useWords(tuning);
  const {signed} = useFormat();
  const basket = useBasket();
  const weight = card.numbers.find((one) => one.number === WEIGHT);
  const changed = basket.changes.some((change) => change.rule === card.id);
  const others = card.numbers.length - (weight === undefined ? 0 : 1);
  return (
    <li class="card">
      <h3>
        <a href={address(["tuning", card.id], linkQuery(route))}>{card.title}</a>
      </h3>
      <p class="why">{card.why}</p>
      <p class="facts muted">
        {weight !== undefined && (
          <span class={weight.value > 0 ? "for" : weight.value < 0 ? "against" : ""}>
            {words.weightOf(signed(weight.value))}
          </span>
        )}
        {others > 0 && (
          <span>{weight === undefined ? words.numbersAlone(others) : words.numbersOf(others)}</span>
        )}
        {card.status !== "live" && <span>{words.status[card.status]}</span>}
        {changed && <strong class="changed">{words.changedHere}</strong>}
      </p>
    </li>
  );
}

/** Small letters without marks. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function textOf(card: Card, topic: string): string {
  return plain(
    [
      card.id,
      topic,
      card.title,
      card.why,
      card.sentence ?? "",
      card.reference ?? "",
      ...card.numbers.map((number) => `${number.meaning} ${number.number}`),
    ].join(" "),
  );
}
