package org.bilan.sheet;

import java.util.regex.Pattern;

/**
 * Texts in .csv that a spreadsheet program would take for a formula, and run: they are written
 * behind an apostrophe (OWASP, CSV Injection), which is taken off again when they are read.
 */
public final class Armour {

  /** Also as wide letters, which Japanese editions take for the narrow ones. */
  private static final String STARTS = "=+-@＝＋－＠";

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

  /** Where a program that splits at another separator than ours would see a cell begin. */
  private static final Pattern WITHIN = Pattern.compile("([;\t|]\\s*)(?=[" + "=+\\-@＝＋－＠" + "])");

  private Armour() {}

  /** As it is written: behind an apostrophe where it needs one. */
  public static String on(String text) {
    return needed(text) ? "'" + text : text;
  }

  /**
   * For tables that are only read by people, also where their program splits lines at semicolons,
   * tabs or bars.
   */
  public static String throughout(String text) {
    return on(WITHIN.matcher(text).replaceAll("$1'"));
  }

  /** The text as it was before {@link #on}. */
  public static String off(String text) {
    return text.startsWith("'") && needed(text.substring(1)) ? text.substring(1) : text;
  }

  /** Whether a program would run it; a plain number, also a negative one, is none. */
  static boolean isFormula(String text) {
    return startsLikeOne(text) && !NUMBER.matcher(text.strip()).matches();
  }

  /** What begins with an apostrophe needs another, else its own would be taken off. */
  private static boolean needed(String text) {
    return text.startsWith("'") || startsLikeOne(text);
  }

  private static boolean startsLikeOne(String text) {
    String bare = text.strip();
    return text.startsWith("\t")
        || text.startsWith("\r")
        || !bare.isEmpty() && STARTS.indexOf(bare.charAt(0)) >= 0;
  }
}
