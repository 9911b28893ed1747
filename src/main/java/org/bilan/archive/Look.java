package org.bilan.archive;

import org.bilan.dossier.Word;

/** Why a person should look at an incident. */
public enum Look implements Word {
  /** A person's grade is another than the machine's is now. */
  GRADE_DIFFERS,
  /** A person graded an earlier version of the dossier. */
  NEWER_VERSION,
  /** A person graded a claim that the dossier has no more. */
  CLAIM_GONE,
  /** A claim is contested by the machine, and no person has graded it. */
  CONTESTED,
  /** A rule asks for a look at a picture. */
  PICTURE
}
