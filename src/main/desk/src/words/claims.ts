import {useCallback} from "preact/hooks";
import type {Count} from "../api/dossiers";
import {cut} from "../parts/Said";
import {useFormat, type Format} from "./format";
import type {Harm, Victims} from "./terms";
import {bilingual, useWords} from "./words";

/** How many people, in which words: the parts of a claim's title. */
interface Figure {
  /** As it stands before the people; absent: no figure. */
  number?: string;
  /** Whether the noun stands in the plural. */
  many: boolean;
  none: boolean;
  /** Whether one knows that there is no figure, where there is none. */
  known: boolean;
  /** A vague wording, as somebody gave it. */
  vague?: string;
  harm: Harm;
  victims?: Victims | undefined;
}

const EN_PEOPLE = {
  civilian: ["civilian", "civilians"],
  combatant: ["fighter", "fighters"],
  mixed: ["person", "people"],
  unknown: ["person", "people"],
} as const;
const EN_HARM: Record<Harm, string> = {
  killed: "killed",
  injured: "injured",
  "killed-or-injured": "killed or injured",
  missing: "missing",
  captured: "captured",
};
const FR_PEOPLE = {
  civilian: ["civil", "civils"],
  combatant: ["combattant", "combattants"],
  mixed: ["personne", "personnes"],
  unknown: ["personne", "personnes"],
} as const;
const FR_HARM: Record<Harm, string[]> = {
  killed: ["tué"],
  injured: ["blessé"],
  "killed-or-injured": ["tué", "ou", "blessé"],
  missing: ["disparu"],
  captured: ["capturé"],
};

function large(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titled(figure: Figure): string {
  const people = EN_PEOPLE[figure.victims ?? "unknown"];
  const what = `${people[figure.many || figure.none || figure.number === undefined ? 1 : 0]} ${EN_HARM[figure.harm]}`;
  const mixed = figure.victims === "mixed" ? ", civilians and fighters" : "";
  if (figure.none) {
    return `No ${what}${mixed}`;
  }
  if (figure.vague !== undefined) {
    const least = figure.number === undefined ? "" : ` (${figure.number})`;
    return `${large(what)}${mixed}: “${figure.vague}”${least}`;
  }
  return figure.number === undefined
    ? `${large(what)}${mixed}${figure.known ? ", no figure" : ""}`
    : `${large(figure.number)} ${what}${mixed}`;
}

function intitule(figure: Figure): string {
  const victims = figure.victims ?? "unknown";
  const woman = victims === "mixed" || victims === "unknown" ? "e" : "";
  const many = !figure.none && (figure.many || figure.number === undefined);
  const harm = FR_HARM[figure.harm]
    .map((word) => (word === "ou" ? word : `${word}${woman}${many ? "s" : ""}`))
    .join(" ");
  const what = `${FR_PEOPLE[victims][many ? 1 : 0]} ${harm}`;
  const mixed = victims === "mixed" ? ", civils et combattants" : "";
  if (figure.none) {
    return `${woman === "" ? "Aucun" : "Aucune"} ${what}${mixed}`;
  }
  if (figure.vague !== undefined) {
    const least = figure.number === undefined ? "" : ` (${figure.number})`;
    return `${large(what)}${mixed} : « ${figure.vague} »${least}`;
  }
  return figure.number === undefined
    ? `${large(what)}${mixed}${figure.known ? ", sans chiffre" : ""}`
    : `${large(figure.number)} ${what}${mixed}`;
}

const claims = bilingual(
  {
    title: titled,
    atLeast: (n: string) => `at least ${n}`,
    atMost: (n: string) => `at most ${n}`,
    between: (least: string, most: string) => `${least}–${most}`,
  },
  {
    title: intitule,
    atLeast: (n: string) => `au moins ${n}`,
    atMost: (n: string) => `au plus ${n}`,
    between: (least: string, most: string) => `${least} à ${most}`,
  },
);

/** Of a claim, what names it to a person. */
export interface Titled {
  harm: Harm;
  victims?: Victims | undefined;
  /** Null: it is not told here whether the claim has a figure. */
  count?: Count | null | undefined;
}

/** What a claim says, in a few words: so it is called everywhere. */
export function useTitleOf(): (claim: Titled) => string {
  const words = useWords(claims);
  const format = useFormat();
  return useCallback(
    ({harm, victims, count}) =>
      words.title({
        ...figure(count ?? {}, words, format),
        harm,
        victims,
        known: count !== null,
      }),
    [words, format],
  );
}

/** Names with something more where two are the same. */
export function unlessAlone(
  names: ReadonlyMap<string, string>,
  more: (id: string) => string | undefined,
): Map<string, string> {
  const times = new Map<string, number>();
  for (const name of names.values()) {
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return new Map(
    [...names].map(([id, name]) => {
      const added = times.get(name)! > 1 ? more(id) : undefined;
      return [id, added === undefined ? name : `${name} · ${added}`];
    }),
  );
}

function figure(count: Count, words: typeof claims.en, format: Format) {
  const {min, max} = count;
  const vague = count.words === undefined ? {} : {vague: cut(count.words, 40)};
  if (max === 0) {
    return {many: false, none: true};
  }
  if (min === undefined && max === undefined) {
    return {many: true, none: false, ...vague};
  }
  const number =
    min === undefined
      ? words.atMost(format.number(max!))
      : max === undefined
        ? words.atLeast(format.number(min))
        : min === max
          ? format.number(min)
          : words.between(format.number(min), format.number(max));
  return {number, many: (max ?? min ?? 0) !== 1, none: false, ...vague};
}
