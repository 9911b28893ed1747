import {useCallback, useMemo, useRef} from "preact/hooks";
import {readCsv} from "../api/csv";
import type {RuleNumber, Rules} from "../api/rules";
import type {Refused} from "../api/refused";
import {useAnswer} from "../api/useAnswer";
import {useSettings} from "../shell/settings";
import {useFormat} from "../words/format";
import {terms} from "../words/terms";
import {tuning} from "../words/tuning";
import {useWords} from "../words/words";

/** How the service calls the numbers that belong to no rule. */
export const FRAME = "ruleset";
export const WEIGHT = "weight";

/** A number that editors may tune. */
export interface Tunable extends RuleNumber {
  rule: string;
  number: string;
  meaning: string;
}

/** A rule as one reads and tunes it; or the frame around all rules. */
export interface Card {
  id: string;
  topic: string;
  title: string;
  why: string;
  status: "draft" | "live" | "retired";
  sentence?: string;
  reference?: string;
  numbers: Tunable[];
}

export interface Cards {
  /** Revision of the ruleset in force. */
  revision: string;
  all: Card[];
  card: (id: string) => Card | undefined;
  number: (rule: string, number: string) => Tunable | undefined;
  /** A rule's title; its id where the ruleset in force has no such rule. */
  title: (rule: string) => string;
}

export interface AskedCards {
  cards: Cards | undefined;
  refused: Refused | undefined;
  again: () => void;
}

/** The cards of the ruleset in force. What belongs to no rule stands in its sheet of numbers alone. */
export function useCards(): AskedCards {
  const {language} = useSettings();
  const words = useWords(tuning);
  const {sentence} = useFormat();
  const rules = useAnswer<Rules>("/rules");
  const revision = rules.value?.ruleset;
  const sheet = useAnswer<string>(
    revision === undefined ? undefined : `/rulesets/${revision}/cards.csv`,
  );
  const cards = useMemo(() => {
    if (rules.value === undefined || sheet.value === undefined) {
      return undefined;
    }
    const frame: Card = {
      id: FRAME,
      topic: "",
      title: words.framework,
      why: words.frameworkWhy,
      status: "live",
      numbers: frameOf(readCsv(sheet.value), `meaning (${language})`, sentence),
    };
    return index(rules.value.ruleset, [
      frame,
      ...rules.value.rules.map((rule): Card => ({
        ...rule,
        title: sentence(rule.title),
        why: sentence(rule.why),
        sentence: sentence(rule.sentence),
        reference: sentence(rule.reference),
        numbers: [
          {...rule.weight, rule: rule.id, number: WEIGHT, meaning: words.weightMeaning},
          ...Object.entries(rule.numbers).map(([number, told]) => ({
            ...told,
            rule: rule.id,
            number,
            meaning: sentence(told.meaning ?? number),
          })),
        ],
      })),
    ]);
  }, [rules.value, sheet.value, language, words, sentence]);
  // While those of another ruleset are asked, the ones that go together stay.
  const last = useRef(cards);
  last.current = cards ?? last.current;
  const again = useCallback(() => {
    rules.again();
    sheet.again();
  }, [rules.again, sheet.again]);
  return {cards: last.current, refused: rules.refused ?? sheet.refused, again};
}

function frameOf(rows: string[][], meaning: string, sentence: (text: string) => string): Tunable[] {
  const [head = [], ...rest] = rows;
  const cell = (row: string[], column: string) => row[head.indexOf(column)] ?? "";
  return rest
    .filter((row) => cell(row, "rule") === FRAME)
    .map((row) => ({
      rule: FRAME,
      number: cell(row, "number"),
      value: Number(cell(row, "value")),
      unit: cell(row, "unit"),
      least: Number(cell(row, "least")),
      most: Number(cell(row, "most")),
      meaning: sentence(cell(row, meaning)),
    }));
}

function index(revision: string, all: Card[]): Cards {
  const byId = new Map(all.map((card) => [card.id, card]));
  return {
    revision,
    all,
    card: (id) => byId.get(id),
    number: (rule, number) => byId.get(rule)?.numbers.find((one) => one.number === number),
    title: (rule) => byId.get(rule)?.title ?? rule,
  };
}

/** A topic's name; the service may know more topics than this page. */
export function useTopic(): (topic: string) => string {
  const names: Record<string, string> = useWords(terms).topic;
  const words = useWords(tuning);
  return (topic) => (topic === "" ? words.frameworkTopic : (names[topic] ?? topic));
}
