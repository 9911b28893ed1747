package org.bilan.evidence;

/**
 * The words of a text, one by one: a letter or figure and the letters, marks, figures, apostrophes
 * and hyphens that follow it. By hand, since a pattern takes several times as long.
 */
final class Words {

  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  private static final int FIGURES =
      1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private final String text;
  private int start;
  private int end;

  Words(String text) {
    this.text = text;
  }

  /** Goes to the next word, if there is one. */
  boolean next() {
    return next(end);
  }

  /** Goes to the first word from a place on, if there is one. */
  boolean next(int from) {
    start = from;
    while (start < text.length() && !begins(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    end = start;
    while (end < text.length() && (end == start || goesOn(text.codePointAt(end)))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return start < text.length();
  }

  /** Where the word begins. */
  int start() {
    return start;
  }

  String word() {
    return text.substring(start, end);
  }

  private static boolean begins(int character) {
    return Character.isLetter(character) || (1 << Character.getType(character) & FIGURES) != 0;
  }

  private static boolean goesOn(int character) {
    return begins(character)
        || character == '\''
        || character == '’'
        || character == '-'
        || (1 << Character.getType(character) & MARKS) != 0;
  }
}
