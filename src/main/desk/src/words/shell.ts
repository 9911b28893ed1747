import {bilingual} from "./words";

export const shell = bilingual(
  {
    /** As it stands after what it belongs to. */
    colon: ":",
    semicolon: ";",
    name: "Bilan",
    what: "How well casualty claims are supported, and why",
    skip: "Skip to the content",
    navigation: "Parts of the desk",
    incidents: "Incidents",
    tuning: "Tuning",
    runs: "Runs",
    entry: "New dossier",
    methodology: "Methodology",
    language: "Language",
    theme: "Appearance",
    themes: {system: "as the system", light: "light", dark: "dark"},
    you: (name: string) => `You are ${name}`,
    logOut: "Log out",
    loading: "Loading …",
    again: "Try again",
    close: "Close",
    cancel: "Cancel",
    unsent: {
      what: "What you typed here has not been sent.",
      stay: "Go on typing",
      close: "Close without sending it",
    },
    all: "Show all",
    less: "Show less",
    more: "Show more",
    firstOf: (shown: string, all: string) => `The first ${shown} of ${all} are shown.`,
    wide: "Wider than the page: scrolls sideways",
    cutOnPaper: (n: string) => `(cut: it has ${n} characters)`,
    nothingHere: "There is nothing at this address.",
    toIncidents: "To the incidents",
    away: "The service was not reached. Check the connection, and try again.",
    unconfirmed: "What you asked for before you went on is not known to have been done",
    forbidden: "Your roles do not allow this.",
    wait: (seconds: number) =>
      `Try again in ${seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
    known: {
      conflict: "As things stand this cannot be done.",
      "changed-meanwhile":
        "As things stand by now this cannot be done: somebody else may have changed them meanwhile.",
      "base-replaced":
        "Another ruleset is in force by now, and this would undo what came since: draft the change anew.",
      "none-in-archive":
        "The archive holds none of these incidents, or none with the claim that was graded.",
      "known-ruleset":
        "There is a ruleset of the same content already. Look for it in the list of rulesets.",
      "limit-reached":
        "That would be more than the service keeps for one person: remove what you need no more.",
      "condition-failed":
        "Somebody else has changed this meanwhile. Load it again, then repeat your change.",
      "not-found": "This is not there, or not for you to see.",
      "refused-files": "The files were not taken.",
      "too-large": "This is more than the service takes at once. Send less at once.",
      busy: "The service is busy.",
      "took-too-long": "It took too long, and was given up: ask for less at once.",
      unavailable: "The archive does not answer just now.",
      "internal-fault": "The service has failed here. The fault is its own, not yours.",
      "too-many-requests": "This is more, in so short a time, than is granted to one person.",
      "too-many-guesses":
        "Wrong passwords were given too often: even the right one is not looked at for a while.",
      "other-person":
        "Your session ended before this was confirmed. Check whether it was done before you repeat it.",
    },
    leaving: {
      unsaved: "Log out, though not all is saved?",
      unsavedWhat:
        "The service does not have all that you typed into a draft, or not all files that you gave it. What is missing stays in this page only as long as the page is open.",
      still: "You are still logged in",
      stay: "Stay logged in",
      anyway: "Log out anyway",
    },
    fault: (id: string) => `Whoever looks after the service finds more under ${id} in its log.`,
    broken:
      "Something in this page failed. What you sent is kept as far as the service has confirmed it.",
    login: {
      title: "Log in",
      name: "Name",
      password: "Password",
      enter: "Log in",
      wrong: "Nobody is known by this name and password, or the login is disabled.",
      ended: "Your session has ended. Log in again, and go on where you were.",
      other: (by: string, name: string) =>
        `${by} has logged in from another page of this browser. This page is ${name}’s: log in again as ${name} and go on where you were, or as somebody else to begin anew.`,
    },
  },
  {
    colon: " :",
    semicolon: " ;",
    name: "Bilan",
    what: "À quel point les affirmations sur les victimes sont étayées, et pourquoi",
    skip: "Aller au contenu",
    navigation: "Parties du bureau",
    incidents: "Incidents",
    tuning: "Réglages",
    runs: "Traitements",
    entry: "Nouveau dossier",
    methodology: "Méthodologie",
    language: "Langue",
    theme: "Apparence",
    themes: {system: "comme le système", light: "claire", dark: "sombre"},
    you: (name: string) => `Vous êtes ${name}`,
    logOut: "Se déconnecter",
    loading: "Chargement…",
    again: "Réessayer",
    close: "Fermer",
    cancel: "Annuler",
    unsent: {
      what: "Ce que vous avez saisi ici n’a pas été envoyé.",
      stay: "Reprendre la saisie",
      close: "Fermer sans envoyer",
    },
    all: "Tout afficher",
    less: "Afficher moins",
    more: "Afficher la suite",
    firstOf: (shown: string, all: string) => `Les ${shown} premiers sur ${all} sont affichés.`,
    wide: "Plus large que la page : défile de côté",
    cutOnPaper: (n: string) => `(abrégé : ${n} caractères en tout)`,
    nothingHere: "Il n’y a rien à cette adresse.",
    toIncidents: "Vers les incidents",
    away: "Le service n’a pas été atteint. Vérifiez la connexion et réessayez.",
    unconfirmed: "Rien ne confirme que ce que vous aviez demandé avant de poursuivre a été fait",
    forbidden: "Vos rôles ne le permettent pas.",
    wait: (seconds: number) =>
      `Réessayez dans ${seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
    known: {
      conflict: "En l’état, ce n’est pas possible.",
      "changed-meanwhile":
        "En l’état, ce n’est plus possible : quelqu’un d’autre y a peut-être changé quelque chose entre-temps.",
      "base-replaced":
        "Un autre jeu de règles est maintenant en vigueur, et ceci déferait ce qui est venu depuis : refaites le changement dans un nouveau projet.",
      "none-in-archive":
        "L’archive ne contient aucun de ces incidents, ou aucun avec l’affirmation cotée.",
      "known-ruleset":
        "Il existe déjà un jeu de règles de même contenu. Cherchez-le dans la liste des jeux de règles.",
      "limit-reached":
        "Ce serait plus que le service n’en garde pour une personne : supprimez ce dont vous n’avez plus besoin.",
      "condition-failed":
        "Quelqu’un d’autre l’a changé entre-temps. Rechargez, puis refaites votre changement.",
      "not-found": "Cela n’existe pas, ou vous ne pouvez pas le voir.",
      "refused-files": "Les fichiers n’ont pas été acceptés.",
      "too-large": "C’est plus que le service n’en prend à la fois. Envoyez-en moins à la fois.",
      busy: "Le service est occupé.",
      "took-too-long":
        "L’opération a pris trop de temps et a été abandonnée : demandez-en moins à la fois.",
      unavailable: "L’archive ne répond pas pour le moment.",
      "internal-fault": "Le service a échoué ici. La faute est la sienne, non la vôtre.",
      "too-many-requests": "C’est plus, en si peu de temps, que ce qui est accordé à une personne.",
      "too-many-guesses":
        "De mauvais mots de passe ont été donnés trop souvent : même le bon n’est pas examiné pour l’instant.",
      "other-person":
        "Votre session a pris fin avant que ceci soit confirmé. Vérifiez si c’est fait avant de recommencer.",
    },
    leaving: {
      unsaved: "Se déconnecter alors que tout n’est pas enregistré ?",
      unsavedWhat:
        "Le service n’a pas tout ce que vous avez saisi dans un brouillon, ou pas tous les fichiers que vous y avez déposés. Le reste ne demeure que dans cette page, tant qu’elle est ouverte.",
      still: "Votre session est toujours ouverte",
      stay: "Rester",
      anyway: "Se déconnecter quand même",
    },
    fault: (id: string) =>
      `Qui s’occupe du service en trouve davantage sous ${id} dans son journal.`,
    broken:
      "Quelque chose a échoué dans cette page. Ce que vous avez envoyé est gardé, dans la mesure où le service l’a confirmé.",
    login: {
      title: "Connexion",
      name: "Nom",
      password: "Mot de passe",
      enter: "Se connecter",
      wrong: "Personne n’est connu sous ce nom et ce mot de passe, ou le compte est désactivé.",
      ended: "Votre session a pris fin. Reconnectez-vous et continuez où vous étiez.",
      other: (by: string, name: string) =>
        `Une session de ${by} a été ouverte depuis une autre page de ce navigateur. Cette page est celle de ${name} : reconnectez-vous comme ${name} et continuez où vous étiez, ou comme quelqu’un d’autre pour recommencer.`,
    },
  },
);
