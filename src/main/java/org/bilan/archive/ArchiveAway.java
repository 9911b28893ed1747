package org.bilan.archive;

/** The archive is not even asked: it does not answer, or too many wait for it already. */
public final class ArchiveAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveAway(String message) {
    super(message, null, false, false);
  }
}
