package org.bilan.archive;

/** A backup cannot be made or restored, told so that the reader knows what to do next. */
public final class BackupRefused extends Exception {

  private static final long serialVersionUID = 1L;

  BackupRefused(String message, Object... values) {
    super(message.formatted(values));
  }
}
