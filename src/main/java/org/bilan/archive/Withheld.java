package org.bilan.archive;

/**
 * A dossier that holds confidential sources is not replaced or deleted by who does not see them:
 * what they were shown lacks what they would overwrite.
 */
public final class Withheld extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Withheld() {
    super("The dossier holds confidential sources", null, false, false);
  }
}
