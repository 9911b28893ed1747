import {bilingual} from "./words";

/** The words of what becomes of a draft: how it comes, is saved and kept, and of files that are sent for it. */
export const drafts = bilingual(
  {
    bring: {
      head: "Open a dossier from JSON",
      paste: "Dossier as JSON",
      help: "Paste it, or drop a file here. It need not be complete.",
      open: "Open as a draft",
      opened: "It is a draft of yours now.",
      file: "or choose a file",
    },
    drop: {
      head: "Send pictures: drop them here, or choose files",
      confidential:
        "Confidential: besides me, only those who may see confidential sources know of the files",
      progress: "Files sent",
      sending: (n: number, of: number) => `Sending file ${n} of ${of}:`,
      taken: (n: number) =>
        n === 1 ? "The file is kept and examined." : `${n} files are kept and examined.`,
      notTaken: (n: number, of: number) =>
        of === 1
          ? "The file is not kept: the draft says why, among its pictures."
          : n === 1
            ? `1 of ${of} files is not kept: the draft says why, among its pictures.`
            : `${n} of ${of} files are not kept: the draft says why, among its pictures.`,
      isOpen:
        "This file was kept before, and stays open to all who read here: that you send it as confidential does not hide it.",
      isHidden: "This file was kept before as confidential, and stays so.",
    },
    file: {
      head: "What Bilan established from the file",
      none: "Bilan keeps no file of this name.",
      nothing:
        "The file tells nothing of when, where or how it was taken. That is neutral: platforms strip such data.",
      small: "The picture, small",
      added:
        "Bilan adds this to the dossier by itself, as said by the file. Take over what people have checked.",
      seenBefore: "Seen before:",
      alike: "Looks like these, which nobody has compared yet: look at both.",
      alikeSmall: "The picture that looks like it, small",
      take: "Take over",
      takeOver: (what: string) => `Take over: ${what}`,
      tookOver: (what: string) => `Taken over: ${what}`,
      there: "taken over",
    },
    saving: {
      asSaved: "As it was saved.",
      savedAt: (time: string) => `Saved at ${time}.`,
      saving: "Saving …",
      not: "not saved",
      failed: "Not saved yet. What you typed is still here, and is tried again by itself.",
      refused: "Not saved. What you typed is still here.",
      clash: "Not saved: another page has saved this draft since. What you typed is still here.",
      download: "Download as JSON",
      takeTheirs: "Take the other page’s",
      keepMine: "Save mine over it",
      gone: "Not saved: this draft has been deleted. What you typed is still here.",
      asNew: "Save it as a new draft",
    },
    keep: {
      asNew: "Keep as a dossier",
      inPlace: "Keep in place of the dossier",
      invalid: (n: number, over: boolean) =>
        over
          ? `Not kept: more than ${n} problems are left.`
          : n === 1
            ? "Not kept: one problem is left."
            : `Not kept: ${n} problems are left.`,
      noId: "Not kept: the incident has no id yet.",
      gone: "The dossier was deleted since this draft was made of it. Your draft is unchanged. You may keep it as a new dossier under the same id.",
      filesLeft: "Not all files are sent",
      keptWithout: (n: number) =>
        n === 1
          ? "One file of this draft is not sent yet: the dossier would be kept without it. How it stands is told among the draft’s pictures."
          : `${n} files of this draft are not sent yet: the dossier would be kept without them. How they stand is told among the draft’s pictures.`,
      filesCame: "All files are sent by now.",
      filesLost: (n: number) =>
        n === 1
          ? "One file was refused, and is not in the dossier: why is told among the draft’s pictures."
          : `${n} files were refused, and are not in the dossier: why is told among the draft’s pictures.`,
      asItIs: "Keep it as it is now",
      kept: "The dossier is kept.",
      notKept: "Not kept",
      exists: (id: string) =>
        `A dossier with the id ${id} is there already. Your draft is unchanged. Look at that dossier: if it is the same incident, you may replace it; if not, change the id of yours.`,
      changed:
        "The dossier was changed since this draft was made of it. Your draft is unchanged. Look at what is kept now before you replace it.",
      forbidden:
        "Not kept: the kept dossier has confidential sources, and only those with the role confidant may replace it. Your draft is unchanged.",
      again:
        "The dossier has changed once more since you were asked. Your draft is unchanged. Look at what is kept now before you replace it.",
      keptNow: "Kept now:",
      holds: (claims: number, sources: number, reports: number) =>
        `(claims: ${claims}, sources: ${sources}, reports: ${reports})`,
      open: "Look at the kept dossier",
      replace: "Replace it by this draft",
      draftStays: "The draft is no longer needed, unless you want to go on with it.",
      filesSince: (n: number) =>
        n === 1
          ? "One file of the draft is not sent yet, and is not in the dossier."
          : `${n} files of the draft are not sent yet, and are not in the dossier.`,
      changedSince:
        "The draft has changed since it was sent: what came in later is not in the dossier. To have it there, go on with the draft and keep it once more.",
      removeDraft: "Delete the draft, and go to the incident",
      keepDraft: "Keep the draft, and go to the incident",
    },
  },
  {
    bring: {
      head: "Ouvrir un dossier en JSON",
      paste: "Dossier en JSON",
      help: "Collez-le, ou déposez ici un fichier. Il peut être incomplet.",
      open: "Ouvrir comme brouillon",
      opened: "C’est maintenant un de vos brouillons.",
      file: "ou choisissez un fichier",
    },
    drop: {
      head: "Envoyer des images : déposez-les ici, ou choisissez des fichiers",
      confidential:
        "Confidentiel : à part moi, seuls ceux qui peuvent voir les sources confidentielles sauront que ces fichiers existent",
      progress: "Fichiers envoyés",
      sending: (n: number, of: number) => `Envoi du fichier ${n} sur ${of} :`,
      taken: (n: number) =>
        n === 1 ? "Le fichier est gardé et examiné." : `${n} fichiers sont gardés et examinés.`,
      notTaken: (n: number, of: number) =>
        of === 1
          ? "Le fichier n’est pas gardé : le brouillon dit pourquoi, parmi ses images."
          : n === 1
            ? `1 fichier sur ${of} n’est pas gardé : le brouillon dit pourquoi, parmi ses images.`
            : `${n} fichiers sur ${of} ne sont pas gardés : le brouillon dit pourquoi, parmi ses images.`,
      isOpen:
        "Ce fichier était déjà gardé et reste visible de tous ceux qui lisent ici : l’envoyer comme confidentiel ne le cache pas.",
      isHidden: "Ce fichier était déjà gardé comme confidentiel et le reste.",
    },
    file: {
      head: "Ce que Bilan a établi d’après le fichier",
      none: "Bilan ne garde aucun fichier de ce nom.",
      nothing:
        "Le fichier ne dit ni quand, ni où, ni comment l’image a été prise. C’est neutre : les plateformes effacent ces indications.",
      small: "L’image, en petit",
      added:
        "Bilan l’ajoute de lui-même au dossier, comme dit par le fichier. Reprenez ce que des personnes ont vérifié.",
      seenBefore: "Déjà vue :",
      alike: "Ressemble à celles-ci, que personne n’a encore comparées : regardez les deux.",
      alikeSmall: "L’image qui lui ressemble, en petit",
      take: "Reprendre",
      takeOver: (what: string) => `Reprendre : ${what}`,
      tookOver: (what: string) => `Repris : ${what}`,
      there: "repris",
    },
    saving: {
      asSaved: "Tel qu’enregistré.",
      savedAt: (time: string) => `Enregistré à ${time}.`,
      saving: "Enregistrement…",
      not: "non enregistré",
      failed:
        "Pas encore enregistré. Votre saisie est toujours là, et un nouvel essai se fait de lui-même.",
      refused: "Non enregistré. Votre saisie est toujours là.",
      clash:
        "Non enregistré : une autre page a enregistré ce brouillon depuis. Votre saisie est toujours là.",
      download: "Télécharger en JSON",
      takeTheirs: "Prendre celui de l’autre page",
      keepMine: "Enregistrer le mien par-dessus",
      gone: "Non enregistré : ce brouillon a été supprimé. Votre saisie est toujours là.",
      asNew: "Enregistrer comme nouveau brouillon",
    },
    keep: {
      asNew: "Garder comme dossier",
      inPlace: "Garder à la place du dossier",
      invalid: (n: number, over: boolean) =>
        over
          ? `Non gardé : il reste plus de ${n} problèmes.`
          : n === 1
            ? "Non gardé : il reste un problème."
            : `Non gardé : il reste ${n} problèmes.`,
      noId: "Non gardé : l’incident n’a pas encore d’identifiant.",
      gone: "Le dossier a été supprimé depuis que ce brouillon en a été tiré. Votre brouillon est intact. Vous pouvez le garder comme nouveau dossier, sous le même identifiant.",
      filesLeft: "Tous les fichiers ne sont pas envoyés",
      keptWithout: (n: number) =>
        n === 1
          ? "Un fichier de ce brouillon n’est pas encore envoyé : le dossier serait gardé sans lui. Où il en est se lit parmi les images du brouillon."
          : `${n} fichiers de ce brouillon ne sont pas encore envoyés : le dossier serait gardé sans eux. Où ils en sont se lit parmi les images du brouillon.`,
      filesCame: "Tous les fichiers sont maintenant envoyés.",
      filesLost: (n: number) =>
        n === 1
          ? "Un fichier a été refusé et n’est pas dans le dossier : la raison se lit parmi les images du brouillon."
          : `${n} fichiers ont été refusés et ne sont pas dans le dossier : la raison se lit parmi les images du brouillon.`,
      asItIs: "Le garder tel quel",
      kept: "Le dossier est gardé.",
      notKept: "Non gardé",
      exists: (id: string) =>
        `Il y a déjà un dossier avec l’identifiant ${id}. Votre brouillon est intact. Regardez ce dossier : si c’est le même incident, vous pouvez le remplacer ; sinon, changez l’identifiant du vôtre.`,
      changed:
        "Le dossier a changé depuis que ce brouillon en a été tiré. Votre brouillon est intact. Regardez ce qui est gardé maintenant avant de le remplacer.",
      forbidden:
        "Non gardé : le dossier gardé a des sources confidentielles, et seuls ceux qui ont le rôle confidant peuvent le remplacer. Votre brouillon est intact.",
      again:
        "Le dossier a encore changé depuis que la question vous a été posée. Votre brouillon est intact. Regardez ce qui est gardé maintenant avant de le remplacer.",
      keptNow: "Gardé maintenant :",
      holds: (claims: number, sources: number, reports: number) =>
        `(affirmations : ${claims}, sources : ${sources}, rapports : ${reports})`,
      open: "Voir le dossier gardé",
      replace: "Le remplacer par ce brouillon",
      draftStays: "Le brouillon ne sert plus, à moins que vous ne vouliez le poursuivre.",
      filesSince: (n: number) =>
        n === 1
          ? "Un fichier du brouillon n’est pas encore envoyé et n’est pas dans le dossier."
          : `${n} fichiers du brouillon ne sont pas encore envoyés et ne sont pas dans le dossier.`,
      changedSince:
        "Le brouillon a changé depuis son envoi : ce qui s’y est ajouté n’est pas dans le dossier. Pour l’y mettre, poursuivez le brouillon et gardez-le de nouveau.",
      removeDraft: "Supprimer le brouillon et aller à l’incident",
      keepDraft: "Garder le brouillon et aller à l’incident",
    },
  },
);
