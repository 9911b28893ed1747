package org.bilan.evidence;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a text quotes: from a quotation mark to the next one, which closes it. */
final class Quotations {

  /** Fewer words may be quoted by two who asked the same man. By hand. */
  private static final int LEAST_WORDS = 6;

  private static final int LEAST_CHARACTERS = 20;
  private static final int MOST_CHARACTERS = 1000;

  private static final String OPENING = "\u201c\u00ab\"";
  private static final String CLOSING = "\u201d\u00bb\"";

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
    while (mark < text.length()
        && OPENING.indexOf(text.charAt(mark)) < 0
        && CLOSING.indexOf(text.charAt(mark)) < 0) {
      mark++;
    }
    return mark;
  }

  private static boolean quotes(String text, int opens, int closes) {
    if (closes >= text.length()
        || OPENING.indexOf(text.charAt(opens)) < 0
        || CLOSING.indexOf(text.charAt(closes)) < 0) {
      return false;
    }
    int characters = text.codePointCount(opens + 1, closes);
    return characters >= LEAST_CHARACTERS && characters <= MOST_CHARACTERS;
  }
}
