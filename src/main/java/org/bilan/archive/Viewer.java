package org.bilan.archive;

/**
 * Who looks at pictures.
 *
 * @param person the login: who sent a confidential file knows of it
 * @param sees whether they see confidential sources, and so all confidential files
 */
public record Viewer(String person, boolean sees) {

  /** Who knows of no confidential file. */
  public static final Viewer ANYBODY = new Viewer("", false);

  /** Who runs a command on the machine: they have the secret, and the database. */
  public static final Viewer COMMAND_LINE = new Viewer("bilan", true);
}
