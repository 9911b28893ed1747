package org.bilan.evidence;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a text quotes: from a quotation mark to the next one, which closes it. */
final class Quotations {

  /** Fewer words may be quoted by two who asked the same man. By hand. */
  private static final int LEAST_WORDS = 6;

  private static final int LEAST_CHARACTERS = 20;
  private static final int MOST_CHARACTERS = 1000;

  private Quotations() {}

  /** The words of each quotation that is long enough to tell whose it is, as they are compared. */
  static Set<String> of(String text) {
    Set<String> quotations = Set.of();
    int next = -1;
    for (int mark = nextMark(text, 0); mark < text.length(); mark = next) {
      next = nextMark(text, mark + 1);
      if (quotes(text, mark, next)) {
        String words = Index.plain(text.substring(mark + 1, next));
        if (words.split(" ").length >= LEAST_WORDS) {
          quotations = quotations.isEmpty() ? new LinkedHashSet<>() : quotations;
          quotations.add(words);
        }
        // What closes one does not open the next.
        next = nextMark(text, next + 1);
      }
    }
    return quotations;
  }

  private static int nextMark(String text, int from) {
    int mark = from;
    while (mark < text.length() && !opens(text.charAt(mark)) && !closes(text.charAt(mark))) {
      mark++;
    }
    return mark;
  }

  private static boolean opens(char mark) {
    return mark == '"' || mark == '\u201c' || mark == '\u00ab';
  }

  private static boolean closes(char mark) {
    return mark == '"' || mark == '\u201d' || mark == '\u00bb';
  }

  private static boolean quotes(String text, int opens, int closes) {
    if (closes >= text.length() || !opens(text.charAt(opens)) || !closes(text.charAt(closes))) {
      return false;
    }
    int characters = text.codePointCount(opens + 1, closes);
    return characters >= LEAST_CHARACTERS && characters <= MOST_CHARACTERS;
  }
}
