package org.bilan.confidential;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts one text in the place of another to the letter, where it is not a part of a longer word. */
final class Exact {

  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";

  private Exact() {}

  /**
   * In one go, so that nothing is replaced twice; of two that begin at one place the longer one.
   */
  static String replaced(String text, Map<String, String> others) {
    if (others.isEmpty()) {
      return text;
    }
    String any =
        others.keySet().stream()
            .filter(wanted -> !wanted.isEmpty())
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(w -> w))
            .map(Exact::whole)
            .collect(Collectors.joining("|"));
    return any.isEmpty()
        ? text
        : Pattern.compile(any)
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(others.get(found.group())));
  }

  private static String whole(String wanted) {
    boolean begins = Character.isLetterOrDigit(wanted.codePointAt(0));
    boolean ends = Character.isLetterOrDigit(wanted.codePointBefore(wanted.length()));
    return (begins ? "(?<!" + LETTER + ")" : "")
        + Pattern.quote(wanted)
        + (ends ? "(?!" + LETTER + ")" : "");
  }
}
