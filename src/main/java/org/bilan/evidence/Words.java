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

  private static final int ASCII = 0x80;
  private static final boolean[] BEGINS = new boolean[ASCII];
  private static final boolean[] GOES_ON = new boolean[ASCII];

  static {
    for (char character = 0; character < ASCII; character++) {
      BEGINS[character] = Character.isLetterOrDigit(character);
      GOES_ON[character] = BEGINS[character] || character == '\'' || character == '-';
    }
  }

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
    int at = from;
    while (at < text.length() && !beginsAt(at)) {
      at += charactersAt(at);
    }
    start = at;
    while (at < text.length() && (at == start || goesOnAt(at))) {
      at += charactersAt(at);
    }
    end = at;
    return start < text.length();
  }

  /** Where the word begins. */
  int start() {
    return start;
  }

  String word() {
    return text.substring(start, end);
  }

  private int charactersAt(int at) {
    return text.charAt(at) < ASCII ? 1 : Character.charCount(text.codePointAt(at));
  }

  private boolean beginsAt(int at) {
    char character = text.charAt(at);
    return character < ASCII ? BEGINS[character] : begins(text.codePointAt(at));
  }

  private boolean goesOnAt(int at) {
    char character = text.charAt(at);
    return character < ASCII ? GOES_ON[character] : goesOn(text.codePointAt(at));
  }

  private static boolean begins(int character) {
    return Character.isLetter(character) || (1 << Character.getType(character) & FIGURES) != 0;
  }

  private static boolean goesOn(int character) {
    return begins(character)
        || character == '’'
        || (1 << Character.getType(character) & MARKS) != 0;
  }
}
