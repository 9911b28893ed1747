import {bilingual} from "./words";

/** How many dossiers were judged, of how many, and how many of their claims would stand otherwise. */
interface Judged {
  claims: number;
  dossiers: number;
  of: number;
  changed: number;
}

export const rulesets = bilingual(
  {
    listTitle: "Rulesets",
    listWhat:
      "All that ever judged, and all drafts, the newest first. Nothing is lost: each can be read again, and one that judged can be put in force again.",
    caption: "Rulesets, the newest first",
    id: "Ruleset",
    state: "State",
    states: {
      draft: "draft",
      checked: "checked",
      approved: "approved",
      "in-force": "in force",
      retired: "retired",
    },
    origin: "Made of",
    origins: {
      folder: "the rules folder",
      changes: "changed numbers",
      zip: "a zip archive",
      sheet: "a spreadsheet",
    },
    author: "Drafted by",
    last: "Last step",
    why: "Why",
    ownWhy: {
      checked: "All files are fit, and all cases hold.",
      folder: "It is what the rules folder holds.",
    },
    title: (id: number, state: string) => `Ruleset ${id}: ${state}`,
    base: "Made from",
    baseIs: (id: number) => `ruleset ${id}`,
    steps: "What happened to it",
    stepsCaption: "Steps, the first one first",
    when: "When",
    who: "Who",
    what: "What",
    differences: "What differs from the one it was made from",
    numbersCaption: "Numbers that differ",
    filesToo: "Files that differ",
    filePresent: {both: "changed", before: "left out", after: "new"},
    noDifference: "Nothing differs.",
    noBase: "It was made from no other one.",
    next: "What can be done with it",
    downloads: "Downloads",
    zip: "All files (zip)",
    xlsx: "Numbers (Excel)",
    csv: "Numbers (CSV)",
    acts: {
      check: "Check",
      approve: "Approve",
      activate: "Put in force",
      rollback: "Put in force again",
    },
    will: {
      check: "Reads all files and runs the cases of every rule. Nothing judges by it yet.",
      approve:
        "You state that this change is right. It can be put in force then; it does not judge yet.",
      activate:
        "From now on every new assessment is made by this ruleset, here at once and by other services of the archive within seconds. Dossiers that are kept stay as they stand until they are judged anew (Runs). The one that judges now is retired, and can be put in force again.",
      rollback:
        "This ruleset judged before and judges again from now on, here at once and by other services within seconds. The one that judges now is retired. Dossiers that are kept stay as they stand until they are judged anew (Runs).",
    },
    done: {
      check: "It is fit: all files are well-formed and all cases hold.",
      approve: "Approved.",
      activate: "It is in force now.",
      rollback: "It is in force again.",
    },
    stale: "Somebody else has taken a step meanwhile. Here is how it stands now.",
    unfit: (count: number) =>
      count === 1 ? "It is not fit. 1 problem:" : `It is not fit. ${count} problems:`,
    ownApproval:
      "It is your own draft: somebody else has to approve it. Two people answer for a change of the rules.",
    overtaken:
      "It was made from a ruleset that is no longer in force, and would undo what came since: draft the change anew.",
    needs: {
      draft: "It has to be checked first (editors and approvers).",
      checked: "An approver other than its author has to approve it.",
      approved: "An approver puts it in force.",
      "in-force":
        "It judges. To change it, change numbers on the cards, or upload an edited sheet.",
      retired: "It judged before. An approver can put it in force again.",
    },
    impact: "What it would do to the archive",
    impactWhat:
      "Judges dossiers by the ruleset in force and by this one, and tells what differs. Changes nothing.",
    sample: "Dossiers in the sample",
    sampleHelp: "1 to 10,000; the same ones each time",
    onSample: "Try on a sample",
    onAll: "Dry run over the whole archive",
    measuring: "Judging …",
    impactSaid: (of: Judged, number: (value: number) => string) => {
      const claims = of.claims === 1 ? "1 claim" : `${number(of.claims)} claims`;
      const dossiers = of.dossiers === 1 ? "1 dossier" : `${number(of.dossiers)} dossiers`;
      return `Of ${claims} in the ${dossiers} judged (of ${number(of.of)}), ${number(of.changed)} would differ.`;
    },
    impactFailed: (count: string) =>
      `Dossiers that could not be judged: ${count}; the service’s log says why.`,
    tollsMore: (shown: string, all: string) =>
      `The first ${shown} of ${all} incidents whose toll differs.`,
    upload: "Draft from an edited file",
    uploadWhat:
      "A sheet as it was downloaded here (Excel or CSV) with other values, or a zip archive of a rules folder. It becomes a draft; whatever is wrong with it is told.",
    file: "File",
    fileHelp: ".xlsx, .csv or .zip",
    madeFrom: "Of which ruleset the zip archive’s files were changed",
    uploadGo: "Keep as a draft",
  },
  {
    listTitle: "Jeux de règles",
    listWhat:
      "Tous ceux qui ont jugé, et tous les projets, les plus récents d’abord. Rien ne se perd : chacun peut être relu, et celui qui a jugé peut être remis en vigueur.",
    caption: "Jeux de règles, les plus récents d’abord",
    id: "Jeu de règles",
    state: "État",
    states: {
      draft: "en projet",
      checked: "vérifié",
      approved: "approuvé",
      "in-force": "en vigueur",
      retired: "retiré",
    },
    origin: "Fait de",
    origins: {
      folder: "le répertoire des règles",
      changes: "nombres changés",
      zip: "une archive zip",
      sheet: "une feuille de calcul",
    },
    author: "Rédigé par",
    last: "Dernière étape",
    why: "Pourquoi",
    ownWhy: {
      checked: "Tous les fichiers sont valables, et tous les cas tiennent.",
      folder: "C’est ce que contient le répertoire des règles.",
    },
    title: (id: number, state: string) => `Jeu de règles ${id} : ${state}`,
    base: "Fait à partir de",
    baseIs: (id: number) => `jeu de règles ${id}`,
    steps: "Ce qui lui est arrivé",
    stepsCaption: "Étapes, la première d’abord",
    when: "Quand",
    who: "Qui",
    what: "Quoi",
    differences: "Ce qui diffère de celui dont il est fait",
    numbersCaption: "Nombres qui diffèrent",
    filesToo: "Fichiers qui diffèrent",
    filePresent: {both: "changé", before: "laissé de côté", after: "nouveau"},
    noDifference: "Rien ne diffère.",
    noBase: "Il n’a été fait à partir d’aucun autre.",
    next: "Ce qu’on peut en faire",
    downloads: "Téléchargements",
    zip: "Tous les fichiers (zip)",
    xlsx: "Les nombres (Excel)",
    csv: "Les nombres (CSV)",
    acts: {
      check: "Vérifier",
      approve: "Approuver",
      activate: "Mettre en vigueur",
      rollback: "Remettre en vigueur",
    },
    will: {
      check:
        "Lit tous les fichiers et exécute les cas de chaque règle. Rien n’est encore jugé selon lui.",
      approve:
        "Vous déclarez que ce changement est juste. Il pourra alors être mis en vigueur ; il ne juge pas encore.",
      activate:
        "Dès maintenant, toute nouvelle évaluation se fait selon ce jeu de règles, ici aussitôt et dans les autres services de l’archive en quelques secondes. Les dossiers conservés restent tels quels jusqu’à ce qu’ils soient jugés à nouveau (Traitements). Celui qui juge maintenant est retiré, et peut être remis en vigueur.",
      rollback:
        "Ce jeu de règles a déjà jugé et juge à nouveau dès maintenant, ici aussitôt et dans les autres services en quelques secondes. Celui qui juge maintenant est retiré. Les dossiers conservés restent tels quels jusqu’à ce qu’ils soient jugés à nouveau (Traitements).",
    },
    done: {
      check: "Il est valable : tous les fichiers sont bien formés et tous les cas tiennent.",
      approve: "Approuvé.",
      activate: "Il est maintenant en vigueur.",
      rollback: "Il est à nouveau en vigueur.",
    },
    stale: "Quelqu’un d’autre a franchi une étape entre-temps. Voici où il en est maintenant.",
    unfit: (count: number) =>
      count === 1
        ? "Il n’est pas valable. 1 problème :"
        : `Il n’est pas valable. ${count} problèmes :`,
    ownApproval:
      "C’est votre propre projet : quelqu’un d’autre doit l’approuver. Deux personnes répondent d’un changement des règles.",
    overtaken:
      "Il a été fait à partir d’un jeu de règles qui n’est plus en vigueur, et déferait ce qui est venu depuis : refaites le changement dans un nouveau projet.",
    needs: {
      draft: "Il doit d’abord être vérifié (éditeurs et approbateurs).",
      checked: "Un approbateur autre que son auteur doit l’approuver.",
      approved: "Un approbateur le met en vigueur.",
      "in-force":
        "Il juge. Pour le changer, changez des nombres sur les fiches ou envoyez une feuille modifiée.",
      retired: "Il a déjà jugé. Un approbateur peut le remettre en vigueur.",
    },
    impact: "Ce qu’il ferait à l’archive",
    impactWhat:
      "Juge des dossiers selon le jeu de règles en vigueur et selon celui-ci, et dit ce qui diffère. Ne change rien.",
    sample: "Dossiers dans l’échantillon",
    sampleHelp: "De 1 à 10 000 ; les mêmes à chaque fois",
    onSample: "Essayer sur un échantillon",
    onAll: "Essai sur toute l’archive",
    measuring: "Jugement en cours…",
    impactSaid: (of: Judged, number: (value: number) => string) => {
      const claims = `${number(of.claims)} ${of.claims < 2 ? "affirmation" : "affirmations"}`;
      const dossiers =
        of.dossiers < 2 ? `du dossier jugé` : `des ${number(of.dossiers)} dossiers jugés`;
      const differ = of.changed < 2 ? "serait différente" : "seraient différentes";
      return `Sur ${claims} ${dossiers} (sur ${number(of.of)}), ${number(of.changed)} ${differ}.`;
    },
    impactFailed: (count: string) =>
      `Dossiers qui n’ont pu être jugés : ${count} ; le journal du service dit pourquoi.`,
    tollsMore: (shown: string, all: string) =>
      `Les ${shown} premiers des ${all} incidents dont le bilan diffère.`,
    upload: "Projet à partir d’un fichier modifié",
    uploadWhat:
      "Une feuille telle que téléchargée ici (Excel ou CSV) avec d’autres valeurs, ou une archive zip d’un répertoire de règles. Elle devient un projet ; tout ce qui n’y va pas est dit.",
    file: "Fichier",
    fileHelp: ".xlsx, .csv ou .zip",
    madeFrom: "De quel jeu de règles les fichiers de l’archive zip ont été changés",
    uploadGo: "Garder comme projet",
  },
);
