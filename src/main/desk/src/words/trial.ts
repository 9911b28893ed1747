import {bilingual} from "./words";

/** Words of a trial on one incident, and of the basket of changes. */
export const trial = bilingual(
  {
    title: "What it does to an incident",
    on: "Incident at hand:",
    other: "Another incident",
    find: "Find an incident",
    findHelp: "Words of its title, its place or its parties, or its id",
    results: (count: number) => (count === 1 ? "1 incident" : `${count} incidents`),
    none: "No incident has these words.",
    noIncident: "The archive is empty.",
    pick: "Try it on this",
    take: (title: string) => `Try it on ${title}`,
    standing: "How it stands by the rules in force. Change a number, and see here at once.",
    nothing: "With these changes this incident stands as before.",
    weighsElse: "No score or grade differs, but evidence or findings do.",
    moves: (count: number, all: number) =>
      `With these changes ${count} of ${all} claims ${count === 1 ? "gets" : "get"} another score or grade.`,
    caption: "Claims of the incident, before and after",
    same: "as before",
    open: "Open the incident",
    pending: "Trying it out …",
    basketTitle: "Your changes",
    basketWhat:
      "Numbers that you changed on cards. They are kept in this browser window until you reset them or keep them as a draft; nothing is judged by them.",
    basketEmpty: "You have changed no number yet. Open a card, and move one.",
    basketCaption: "Changed numbers",
    number: "Number",
    inForce: "In force",
    yours: "Yours",
    resetAll: "Reset all",
    resetAllDone: "All numbers are again what is in force.",
    gone: "The ruleset in force no longer has this number, or yours is outside its limits.",
    othersInForce:
      "Another ruleset has come in force since you changed these numbers. Look at yours beside what is in force now, and at what they do, before you keep them.",
    looked: "I have looked: these are my changes",
    keep: "Keep as a draft",
    keepWhat:
      "A draft judges nothing. It is then checked, tried on the archive, approved by somebody else and put in force.",
    keepHow: "Only editors draft rulesets.",
    why: "Reason",
    whyHelp:
      "Why the change is right, for those who read it later: 3 to 1,000 characters on one line",
    kept: (id: number) => `Kept as ruleset ${id}, a draft.`,
  },
  {
    title: "Ce que cela fait à un incident",
    on: "Incident de référence :",
    other: "Un autre incident",
    find: "Chercher un incident",
    findHelp: "Des mots de son titre, de son lieu ou de ses parties, ou son identifiant",
    results: (count: number) => (count < 2 ? `${count} incident` : `${count} incidents`),
    none: "Aucun incident ne contient ces mots.",
    noIncident: "L’archive est vide.",
    pick: "Essayer sur celui-ci",
    take: (title: string) => `Essayer sur ${title}`,
    standing:
      "Où il en est selon les règles en vigueur. Changez un nombre, et voyez ici l’effet aussitôt.",
    nothing: "Avec ces changements, cet incident reste tel quel.",
    weighsElse: "Aucune note, aucune cote ne diffère, mais des indices ou des constats diffèrent.",
    moves: (count: number, all: number) =>
      count === 1
        ? `Avec ces changements, 1 affirmation sur ${all} reçoit une autre note ou une autre cote.`
        : `Avec ces changements, ${count} affirmations sur ${all} reçoivent une autre note ou une autre cote.`,
    caption: "Affirmations de l’incident, avant et après",
    same: "comme avant",
    open: "Ouvrir l’incident",
    pending: "Essai en cours…",
    basketTitle: "Vos changements",
    basketWhat:
      "Les nombres que vous avez changés sur des fiches. Ils restent dans cette fenêtre du navigateur jusqu’à ce que vous les rétablissiez ou les gardiez comme projet ; rien n’est jugé selon eux.",
    basketEmpty: "Vous n’avez encore changé aucun nombre. Ouvrez une fiche et déplacez-en un.",
    basketCaption: "Nombres changés",
    number: "Nombre",
    inForce: "En vigueur",
    yours: "Le vôtre",
    resetAll: "Tout rétablir",
    resetAllDone: "Tous les nombres en vigueur sont rétablis.",
    gone: "Le jeu de règles en vigueur n’a plus ce nombre, ou le vôtre est hors de ses limites.",
    othersInForce:
      "Un autre jeu de règles est entré en vigueur depuis que vous avez changé ces nombres. Regardez les vôtres à côté de ce qui est en vigueur maintenant, et ce qu’ils font, avant de les garder.",
    looked: "J’ai regardé : ce sont mes changements",
    keep: "Garder comme projet",
    keepWhat:
      "Un projet ne juge rien. Il est ensuite vérifié, essayé sur l’archive, approuvé par quelqu’un d’autre et mis en vigueur.",
    keepHow: "Seuls les éditeurs rédigent des jeux de règles.",
    why: "Raison",
    whyHelp:
      "Pourquoi le changement est juste, pour qui le lira plus tard : 3 à 1 000 caractères sur une ligne",
    kept: (id: number) => `Gardé comme jeu de règles ${id}, en projet.`,
  },
);
