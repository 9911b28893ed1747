package org.bilan.archive;

import org.bilan.dossier.Word;

/** How a ruleset came to be written. */
public enum RulesetOrigin implements Word {
  /** A service found it in its rules folder. */
  FOLDER,
  /** Numbers and cards, changed over REST. */
  CHANGES,
  ZIP,
  SHEET
}
