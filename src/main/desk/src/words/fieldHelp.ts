import {bilingual} from "./words";

/** What helps to fill in each field of a dossier, as the contract describes it; empty: its name says it. */
export const fieldHelp = bilingual(
  {
    incident: {
      title: "What one calls it, as in a headline.",
      id: "Proposed from country, date and title. One dossier is kept under one id.",
      date: "",
      place: "",
      conflict: "The war or conflict that it is part of.",
      access:
        "Whether investigators and the press could reach the place; restricted: in part, late, or under guard. Neutral for every claim.",
      communications:
        "Whether people at the place could be heard (telephone, internet). Neutral for every claim.",
      parties: "The parties to the conflict that this dossier speaks of.",
      actions: "What parties did near this place and time, or are said to have done.",
    },
    date: {from: "", to: "Only if it lasted, or the day is not known exactly."},
    place: {
      name: "Village, town or quarter.",
      country: "",
      admin1: "",
      lat: "In degrees, north positive: 16.3",
      lon: "In degrees, east positive: −0.1",
      precision: "How far the coordinates can be relied on.",
    },
    parties: {
      id: "Proposed from the name.",
      name: "",
      kind: "",
      adversaries: "Parties that this one fights.",
    },
    actions: {
      party: "",
      kind: "",
      status:
        "Declared: the party itself announced it. Likely: reported by others and not disputed. Contested: several parties are blamed, or the party denies.",
      report: "",
    },
    sources: {
      id: "Proposed from the name.",
      name: "Who speaks. The newsroom that prints another’s words is the report’s outlet, not its source.",
      kind: "",
      party: "The party it speaks for or belongs to.",
      alignedWith: "Parties whose cause it favours without belonging to them.",
      anonymous: "",
      proximity: "",
      reliability: "Where an editor has rated it.",
      owner: "Publisher family or controlling body; two sources of one owner are one origin.",
      confidential:
        "Only those who may see confidential sources see who it is, what it is called and where its reports stand; others see a stable pseudonym. Its record, its copies and others’ copies that name it then count for nothing; otherwise no score changes. Left empty: it is not confidential, and all who read here see it.",
      record:
        "In how many earlier incidents it was right, wrong, or neither can be said. Not a record of truth: of what recorders graded.",
      copies:
        "Other sources of this dossier, with how likely one of the two copies from the other.",
    },
    record: {
      right: "",
      wrong: "",
      unknown: "",
      usual: "Of all that all sources said there, how many percent were right.",
      asOf: "Before the incident.",
    },
    copies: {
      source: "",
      percent: "",
      shared: "In how many earlier incidents both gave the same figure where others gave another.",
      asOf: "Before the incident.",
    },
    claims: {
      id: "Proposed from what is claimed.",
      harm: "",
      count: "Zero is a claim too. Leave out what is not said.",
      victims: "Their status, as claimed; leave it out where nothing is claimed of it.",
      responsible: "The party blamed; leave it out where nobody is.",
      text: "",
      victimsParty:
        "The party whose fighters are said to have been hit, where the victims are said to be fighters.",
      namedVictims: "How many victims are identified by full name in the material held.",
      supersedes: "The earlier claim that this one revises: a toll revised upwards, a correction.",
    },
    count: {
      min: "",
      max: "",
      words: "A vague wording, such as “several”; “at least” is then the least it can mean.",
    },
    reports: {
      id: "Proposed from the source and the date.",
      source: "Who speaks: whose words they are.",
      via: "The outlet through which it reached us, where that is not the source itself.",
      publishedAt: "",
      url: "",
      text: "Its words, as far as they bear on a claim. They show who copies whom.",
      stances: "",
      cites: "Reports that this one repeats or names as its origin.",
      archiveUrl: "",
      author: "",
      language: "A tag such as fr, ar or en-GB.",
    },
    stances: {
      claim: "",
      stance:
        "Asserts: says so on its own account. Relays: repeats another’s words without adding. Denies: says it is false. Doubts: calls it uncertain.",
      basis: "The grounds that the source gives.",
      hedged: "Conditional or unsure: “is said to have been”, “reportedly”.",
    },
    media: {
      id: "Proposed from the kind.",
      kind: "",
      report: "The report that published it.",
      shows: "",
      supports: "The claims that it is offered for.",
      capturedAt: "As established by people.",
      place: "As established by geolocation.",
      firstSeenAt: "Earliest known appearance anywhere.",
      chronolocated: "Whether people established the hour, from shadows for instance.",
      credentials: "",
      manipulation: "",
      sha256: "Filled in when the file is sent. Bilan examines the file of this name.",
      fingerprint: "Bilan’s 256-bit perceptual fingerprint, 64 hexadecimal digits.",
      perceptualHash: "64 bits, 16 hexadecimal digits.",
    },
  },
  {
    incident: {
      title: "Comment on l’appelle, comme dans un titre de presse.",
      id: "Proposé d’après le pays, la date et le titre. Un dossier est gardé sous un seul identifiant.",
      date: "",
      place: "",
      conflict: "La guerre ou le conflit dont il relève.",
      access:
        "Si enquêteurs et presse ont pu atteindre le lieu ; restreint : en partie, tard ou sous escorte. Neutre pour toute affirmation.",
      communications:
        "Si l’on pouvait entendre les gens sur place (téléphone, internet). Neutre pour toute affirmation.",
      parties: "Les parties au conflit dont parle ce dossier.",
      actions: "Ce que des parties ont fait, ou auraient fait, près de ce lieu à ce moment.",
    },
    date: {from: "", to: "Seulement si cela a duré, ou si le jour n’est pas connu exactement."},
    place: {
      name: "Village, ville ou quartier.",
      country: "",
      admin1: "",
      lat: "En degrés, positive au nord : 16,3",
      lon: "En degrés, positive à l’est : −0,1",
      precision: "À quel point on peut se fier aux coordonnées.",
    },
    parties: {
      id: "Proposé d’après le nom.",
      name: "",
      kind: "",
      adversaries: "Les parties que celle-ci combat.",
    },
    actions: {
      party: "",
      kind: "",
      status:
        "Déclarée : la partie l’a annoncée elle-même. Probable : d’autres la rapportent, personne ne la conteste. Contestée : plusieurs parties sont mises en cause, ou la partie nie.",
      report: "",
    },
    sources: {
      id: "Proposé d’après le nom.",
      name: "Qui parle. La rédaction qui publie les mots d’un autre est le média du rapport, non sa source.",
      kind: "",
      party: "La partie pour laquelle elle parle, ou à laquelle elle appartient.",
      alignedWith: "Les parties dont elle favorise la cause sans leur appartenir.",
      anonymous: "",
      proximity: "",
      reliability: "Là où quelqu’un de la rédaction l’a évaluée.",
      owner:
        "Groupe de presse ou organisme qui la contrôle ; deux sources d’un même propriétaire ont une seule origine.",
      confidential:
        "Seuls ceux qui peuvent voir les sources confidentielles voient qui elle est, comment elle s’appelle et où se trouvent ses rapports ; les autres voient un pseudonyme stable. Son passé, ses copies et celles des autres qui la nomment ne comptent alors pour rien ; à part cela, aucune note ne change. Laissé vide : elle n’est pas confidentielle, et tous ceux qui lisent ici la voient.",
      record:
        "Dans combien d’incidents antérieurs elle avait raison, dans combien elle avait tort, et dans combien on ne peut le dire. Ce n’est pas un relevé de la vérité, mais de ce que des recenseurs ont coté.",
      copies:
        "D’autres sources de ce dossier, avec la probabilité que l’une des deux copie l’autre.",
    },
    record: {
      right: "",
      wrong: "",
      unknown: "",
      usual: "De tout ce que toutes les sources y ont dit, combien pour cent étaient justes.",
      asOf: "Avant les faits.",
    },
    copies: {
      source: "",
      percent: "",
      shared:
        "Dans combien d’incidents antérieurs les deux donnaient le même chiffre quand d’autres en donnaient un autre.",
      asOf: "Avant les faits.",
    },
    claims: {
      id: "Proposé d’après ce qui est affirmé.",
      harm: "",
      count: "Zéro est aussi une affirmation. Omettez ce qui n’est pas dit.",
      victims: "Leur statut, tel qu’affirmé ; à omettre si rien n’en est affirmé.",
      responsible: "La partie mise en cause ; à omettre si personne ne l’est.",
      text: "",
      victimsParty:
        "La partie dont les combattants auraient été touchés, si les victimes sont dites combattantes.",
      namedVictims:
        "Combien de victimes sont identifiées par leur nom complet dans les pièces disponibles.",
      supersedes:
        "L’affirmation antérieure que celle-ci révise : un chiffre revu à la hausse, une correction.",
    },
    count: {
      min: "",
      max: "",
      words:
        "Une formulation vague, comme « plusieurs » ; « au moins » est alors le moins qu’elle puisse vouloir dire.",
    },
    reports: {
      id: "Proposé d’après la source et la date.",
      source: "Qui parle : de qui sont les mots.",
      via: "Le média par lequel il nous est parvenu, si ce n’est pas la source elle-même.",
      publishedAt: "",
      url: "",
      text: "Ses mots, pour autant qu’ils touchent une affirmation. Ils montrent qui copie qui.",
      stances: "",
      cites: "Les rapports que celui-ci répète ou nomme comme son origine.",
      archiveUrl: "",
      author: "",
      language: "Un code tel que fr, ar ou en-GB.",
    },
    stances: {
      claim: "",
      stance:
        "Affirme : le dit de son propre chef. Relaie : répète les mots d’un autre sans rien ajouter. Nie : dit que c’est faux. Met en doute : le dit incertain.",
      basis: "Le fondement que donne la source.",
      hedged: "Conditionnel ou incertain : « aurait été », « selon certains ».",
    },
    media: {
      id: "Proposé d’après la nature.",
      kind: "",
      report: "Le rapport qui l’a publié.",
      shows: "",
      supports: "Les affirmations à l’appui desquelles il est présenté.",
      capturedAt: "Telle que des personnes l’ont établie.",
      place: "Tel que la géolocalisation l’a établi.",
      firstSeenAt: "La plus ancienne apparition connue, où que ce soit.",
      chronolocated: "Si des personnes ont établi l’heure, d’après les ombres par exemple.",
      credentials: "",
      manipulation: "",
      sha256: "Rempli à l’envoi du fichier. Bilan examine le fichier de ce nom.",
      fingerprint: "Empreinte perceptuelle de Bilan, 256 bits, 64 chiffres hexadécimaux.",
      perceptualHash: "64 bits, 16 chiffres hexadécimaux.",
    },
  },
);
