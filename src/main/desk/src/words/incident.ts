import {bilingual} from "./words";
import type {Harm, Victims} from "./terms";

/** How many people, in which words: the parts of a claim's title. */
export interface Figure {
  /** As it stands before the people; absent: no figure. */
  number?: string;
  /** Whether the noun stands in the plural. */
  many: boolean;
  none: boolean;
  /** A vague wording, as somebody gave it. */
  vague?: string;
  harm: Harm;
  victims?: Victims | undefined;
}

const EN_PEOPLE = {
  civilian: ["civilian", "civilians"],
  combatant: ["combatant", "combatants"],
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
  const mixed = figure.victims === "mixed" ? ", civilians and combatants" : "";
  if (figure.none) {
    return `No ${what}${mixed}`;
  }
  if (figure.vague !== undefined) {
    const least = figure.number === undefined ? "" : ` (${figure.number})`;
    return `“${figure.vague}” ${what}${mixed}${least}`;
  }
  return figure.number === undefined
    ? `${large(what)}${mixed}, no figure`
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
    return `« ${figure.vague} » ${what}${mixed}${least}`;
  }
  return figure.number === undefined
    ? `${large(what)}${mixed}, sans chiffre`
    : `${large(figure.number)} ${what}${mixed}`;
}

export const incident = bilingual(
  {
    colon: ":",
    unnamed: (id: string) => `Incident ${id}`,
    where: "Where",
    when: "When",
    conflict: "Conflict",
    known: "Known up to",
    id: "Identifier",
    precise: (precision: string) => `known to the ${precision}`,
    actions: "What the parties did there",
    someAction: "action",
    access: "Access",
    communications: "Communications",
    tools: "What can be done with this incident",
    edit: "Edit this dossier",
    print: "Print",
    partOnly: "Back to one part at a time",
    all: "All parts on one page",
    exports: "Export",
    exportsAbout:
      "As files: this incident’s assessment and dossier; or, for spreadsheets and other tools, the claims of all incidents of its country that fall on its days.",
    exportAssessment: "Assessment with its explanation (JSON)",
    exportDossier: "Dossier (JSON)",
    exportPictures: "Pictures as a page (opens beside this one)",
    exportClaims: (form: string) => `Claims of that country and those days (${form})`,
    glance: "At a glance",
    glanceAbout:
      "Each score, 0 to 100, tells how well a claim is supported by what has been reported; not whether it is true.",
    claims: "Who says what",
    noClaims: "The dossier holds no claim.",
    title: titled,
    atLeast: (n: string) => `at least ${n}`,
    atMost: (n: string) => `at most ${n}`,
    between: (least: string, most: string) => `${least}–${most}`,
    byParty: "Held responsible:",
    nobody: "nobody",
    ofParty: "Fighters of:",
    named: (n: string) => `${n} identified by name`,
    supersedes: "Revises:",
    superseded: "Revised by:",
    said: {
      asserts: "Says so:",
      relays: "Passes it on:",
      denies: "Denies it:",
      doubts: "Doubts it:",
    },
    saidByNone: "No report says so.",
    score: "Score",
    weakest: "the weakest: it makes the claim’s score",
    admiralty: "Admiralty code",
    admiraltyWords: (reliability: string, credibility: string) =>
      `the code calls that: sources “${reliability}”, information “${credibility}”`,
    reliability: {
      A: "completely reliable",
      B: "usually reliable",
      C: "fairly reliable",
      D: "not usually reliable",
      E: "unreliable",
      F: "reliability cannot be judged",
    },
    credibility: {
      1: "confirmed by others",
      2: "probably true",
      3: "possibly true",
      4: "doubtful",
      5: "improbable",
      6: "truth cannot be judged",
    },
    strongestFor: "Most for it:",
    strongestAgainst: "Most against it:",
    why: "Why?",
    whyOf: (claim: string) => `Why? ${claim}`,
    chosen: "shown below",
    machine: "the machine says:",
    person: (name: string) => `a grade by ${name}`,
    gone: "People have graded claims that the dossier holds no more:",
    showAll: (n: string) => `Show all ${n}`,
    notOnPaper: (n: string) => `and ${n} more, which are not on this paper`,
    partsNotOnPaper: (names: string) => `Not on this paper: ${names}.`,
    toll: "Toll",
    tollAbout:
      "Of the claims whose grade counts: the least and the most that they can mean, and the figure of the best supported.",
    noToll: "No claim with a figure has a grade that counts for the toll.",
    low: "low",
    best: "best",
    high: "high",
    open: "open",
    people: "who",
    tollPlot: "The toll, from low to high, with the best figure",
    parts: "Parts of this incident",
    part: {
      why: "Why",
      contradictions: "Contradictions",
      origins: "Origins",
      timeline: "Timeline",
      pictures: "Pictures",
      reports: "Reports",
      history: "History",
    },
    claim: "Claim",
    confidential: "confidential",
    unnamedSource: "not named",
    unknownKind: "of unknown kind",
    grounds: (basis: string) => `grounds: ${basis}`,
    via: (outlet: string) => `via ${outlet}`,
    grading: {
      head: "A person’s grade",
      about:
        "It stands above the machine’s, with your name and reason, until it is withdrawn. It changes no assessment.",
      none: "No person has graded this claim.",
      give: "Give a grade",
      replace: "Replace the grade",
      withdraw: "Withdraw the grade",
      forEditors: "Who has the role editor can give a grade of their own.",
      forConfidants:
        "The dossier holds confidential sources, which you do not see: only editors who also have the role confidant can grade its claims.",
      grade: "Grade",
      reason: "Reason",
      reasonHelp: "10 to 2,000 characters. Others read it with your name.",
      noGrade: "Choose a grade.",
      tooShort: "Give a reason of at least 10 characters.",
      send: "Grade it",
      sendWithdrawal: "Withdraw it",
      given: (grade: string) => `Your grade stands: ${grade}.`,
      withdrawn: "Withdrawn: the machine’s grade stands again.",
      earlier: "All that people said of this claim’s grade",
      at: "When",
      by: "Who",
      what: "What",
      didWithdraw: "withdrawn",
      inForce: "in force",
      version: (n: string) => `version ${n} of the dossier`,
    },
  },
  {
    colon: " :",
    unnamed: (id: string) => `Incident ${id}`,
    where: "Où",
    when: "Quand",
    conflict: "Conflit",
    known: "Connu au",
    id: "Identifiant",
    precise: (precision: string) => `précision : ${precision}`,
    actions: "Ce que les parties y ont fait",
    someAction: "action",
    access: "Accès",
    communications: "Communications",
    tools: "Ce qu’on peut faire de cet incident",
    edit: "Modifier ce dossier",
    print: "Imprimer",
    partOnly: "Revenir à une partie à la fois",
    all: "Tout sur une page",
    exports: "Exporter",
    exportsAbout:
      "En fichiers : l’évaluation et le dossier de cet incident ; ou, pour les tableurs et d’autres outils, les affirmations de tous les incidents de son pays qui tombent ces jours-là.",
    exportAssessment: "Évaluation et son explication (JSON)",
    exportDossier: "Dossier (JSON)",
    exportPictures: "Les images en une page (s’ouvre à côté)",
    exportClaims: (form: string) => `Affirmations de ce pays et de ces jours (${form})`,
    glance: "En un coup d’œil",
    glanceAbout:
      "Chaque note, de 0 à 100, dit à quel point une affirmation est étayée par ce qui a été rapporté ; non si elle est vraie.",
    claims: "Qui dit quoi",
    noClaims: "Le dossier ne contient aucune affirmation.",
    title: intitule,
    atLeast: (n: string) => `au moins ${n}`,
    atMost: (n: string) => `au plus ${n}`,
    between: (least: string, most: string) => `${least} à ${most}`,
    byParty: "Attribué à :",
    nobody: "personne",
    ofParty: "Combattants de :",
    named: (n: string) => `${n} identifiés par leur nom`,
    supersedes: "Révise :",
    superseded: "Révisée par :",
    said: {
      asserts: "L’affirme :",
      relays: "Le relaie :",
      denies: "Le nie :",
      doubts: "En doute :",
    },
    saidByNone: "Aucun rapport ne l’affirme.",
    score: "Note",
    weakest: "la plus faible : elle fait la note de l’affirmation",
    admiralty: "Code de l’Amirauté",
    admiraltyWords: (reliability: string, credibility: string) =>
      `ce que le code appelle source « ${reliability} », information « ${credibility} »`,
    reliability: {
      A: "tout à fait fiable",
      B: "d’ordinaire fiable",
      C: "assez fiable",
      D: "d’ordinaire peu fiable",
      E: "non fiable",
      F: "fiabilité impossible à juger",
    },
    credibility: {
      1: "confirmée par d’autres",
      2: "probablement vraie",
      3: "peut-être vraie",
      4: "douteuse",
      5: "improbable",
      6: "vérité impossible à juger",
    },
    strongestFor: "Le plus en sa faveur :",
    strongestAgainst: "Le plus contre elle :",
    why: "Pourquoi ?",
    whyOf: (claim: string) => `Pourquoi ? ${claim}`,
    chosen: "détaillée plus bas",
    machine: "la machine dit :",
    person: (name: string) => `cote donnée par ${name}`,
    gone: "Des personnes ont coté des affirmations que le dossier ne contient plus :",
    showAll: (n: string) => `Tout afficher (${n})`,
    notOnPaper: (n: string) => `et ${n} de plus, qui ne sont pas sur ce papier`,
    partsNotOnPaper: (names: string) => `Absent de ce papier : ${names}.`,
    toll: "Bilan",
    tollAbout:
      "D’après les affirmations dont la cote compte : le moins et le plus qu’elles puissent signifier, et le chiffre de la mieux étayée.",
    noToll: "Aucune affirmation chiffrée n’a une cote qui compte pour le bilan.",
    low: "bas",
    best: "meilleur",
    high: "haut",
    open: "ouvert",
    people: "qui",
    tollPlot: "Le bilan, du plus bas au plus haut, avec le meilleur chiffre",
    parts: "Parties de cet incident",
    part: {
      why: "Pourquoi",
      contradictions: "Contradictions",
      origins: "Origines",
      timeline: "Chronologie",
      pictures: "Images",
      reports: "Rapports",
      history: "Historique",
    },
    claim: "Affirmation",
    confidential: "confidentielle",
    unnamedSource: "non nommée",
    unknownKind: "de sorte inconnue",
    grounds: (basis: string) => `fondement : ${basis}`,
    via: (outlet: string) => `par ${outlet}`,
    grading: {
      head: "La cote d’une personne",
      about:
        "Elle prime celle de la machine, avec votre nom et votre raison, jusqu’à son retrait. Elle ne change aucune évaluation.",
      none: "Personne n’a coté cette affirmation.",
      give: "Donner une cote",
      replace: "Remplacer la cote",
      withdraw: "Retirer la cote",
      forEditors: "Qui a le rôle editor peut donner sa propre cote.",
      forConfidants:
        "Le dossier contient des sources confidentielles, que vous ne voyez pas : seuls les éditeurs qui ont aussi le rôle confidant peuvent en coter les affirmations.",
      grade: "Cote",
      reason: "Raison",
      reasonHelp: "De 10 à 2 000 caractères. D’autres la lisent avec votre nom.",
      noGrade: "Choisissez une cote.",
      tooShort: "Donnez une raison d’au moins 10 caractères.",
      send: "Coter",
      sendWithdrawal: "Retirer",
      given: (grade: string) => `Votre cote est en vigueur : ${grade}.`,
      withdrawn: "Retirée : la cote de la machine est de nouveau en vigueur.",
      earlier: "Tout ce que des personnes ont dit de la cote de cette affirmation",
      at: "Quand",
      by: "Qui",
      what: "Quoi",
      didWithdraw: "retirée",
      inForce: "en vigueur",
      version: (n: string) => `version ${n} du dossier`,
    },
  },
);
