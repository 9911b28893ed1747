package org.bilan.ledger;

import org.bilan.dossier.Word;

/** What can be done that leaves a trace. */
public enum Action implements Word {
  DOSSIER_PUT,
  DOSSIER_DELETED,
  /** A kept dossier was judged anew, under other rules. */
  DOSSIER_JUDGED,
  /** A run over the archive began to judge dossiers anew. */
  RESCORING_BEGUN,
  /** A run has appended a chunk of assessments. */
  RESCORED,
  RESCORING_PAUSED,
  RESCORING_RESUMED,
  RESCORING_CANCELLED,
  /** A person's grade stands above the machine's from now on. */
  OVERRIDE_MADE,
  OVERRIDE_WITHDRAWN,
  RULESET_DRAFTED,
  RULESET_CHECKED,
  RULESET_APPROVED,
  /** It judges from now on. */
  RULESET_IN_FORCE,
  /** Another one judges in its place. */
  RULESET_RETIRED,
  /** A picture's file was sent, and is kept. */
  PICTURE_RECEIVED,
  PICTURE_DELETED,
  /** Appearances of known pictures were imported. */
  PICTURES_KNOWN,
  PERSON_CREATED,
  ROLES_CHANGED,
  PASSWORD_CHANGED,
  PERSON_DISABLED,
  PERSON_ENABLED,
  TOKEN_CREATED,
  TOKEN_REVOKED,
  LOGGED_IN,
  LOGGED_OUT,
  /** Too many guesses of a password. */
  LOGIN_SLOWED,
  BACKED_UP,
  RESTORED
}
