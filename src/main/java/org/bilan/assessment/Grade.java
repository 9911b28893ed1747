package org.bilan.assessment;

import org.bilan.dossier.Word;

/** How well a claim is supported, in the words that casualty recorders know from Airwars. */
public enum Grade implements Word {
  CONFIRMED,
  FAIR,
  WEAK,
  CONTESTED,
  DISCOUNTED
}
