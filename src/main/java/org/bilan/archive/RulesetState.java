package org.bilan.archive;

import org.bilan.dossier.Word;

/** How far a ruleset has come. */
public enum RulesetState implements Word {
  /** Written, and nobody knows yet whether it is fit. */
  DRAFT,
  /** Its files are well-formed and all its cases hold. */
  CHECKED,
  /** Somebody other than its author agrees. */
  APPROVED,
  /** It judges. Of all there is one. */
  IN_FORCE,
  /** It has judged, until another one was put in force. */
  RETIRED
}
