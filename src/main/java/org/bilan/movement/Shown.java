package org.bilan.movement;

import java.util.regex.Pattern;

/** What somebody wrote, as it is shown on a page. */
final class Shown {

  /**
   * Controls, which no XML may hold, marks that turn the text around, and halves of letters. But
   * the joiner and the non-joiner, without which Persian and Indic words are misspelt.
   */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF&&[^\\u200C\\u200D]]");

  private Shown() {}

  /** On one line. */
  static String line(String text) {
    return UNSHOWN.matcher(text).replaceAll(" ");
  }
}
