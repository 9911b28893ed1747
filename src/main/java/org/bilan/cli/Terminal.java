package org.bilan.cli;

import java.util.regex.Pattern;

/** What is shown on a terminal. */
final class Terminal {

  /** But the joiner and the non-joiner, without which Persian and Indic words are misspelt. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D]]");

  private Terminal() {}

  /** The text without what would steer the terminal: what comes from an input must not. */
  static String safe(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
