package org.bilan.cli;

import java.util.regex.Pattern;

/** What is shown on a terminal. */
final class Terminal {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private Terminal() {}

  /** The text without what would steer the terminal: what comes from an input must not. */
  static String safe(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
