package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.assessment.Language;

/**
 * A reason's wording, with the names of values in braces.
 *
 * @param texts what stands before, between and after the names: one more than these
 * @param names as often as they occur
 */
record Sentence(List<String> texts, List<String> names) {

  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

  /** The names that a wording uses. */
  static Set<String> names(String wording) {
    Set<String> names = new TreeSet<>();
    for (Matcher matcher = NAME.matcher(wording); matcher.find(); ) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Whether a brace stands without its partner. */
  static boolean unbalanced(String wording) {
    String rest = NAME.matcher(wording).replaceAll("");
    return rest.contains("{") || rest.contains("}");
  }

  /** Takes a wording apart, once for all the times that it is said. */
  static Sentence of(String wording) {
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int end = 0;
    for (Matcher matcher = NAME.matcher(wording); matcher.find(); end = matcher.end()) {
      texts.add(wording.substring(end, matcher.start()));
      names.add(matcher.group(1));
    }
    texts.add(wording.substring(end));
    return new Sentence(List.copyOf(texts), List.copyOf(names));
  }

  /** The wording with its values; several names are joined as the language does it. */
  String render(Map<String, Object> values, Language language) {
    if (names.isEmpty()) {
      return texts.get(0);
    }
    StringBuilder text = new StringBuilder(texts.get(0));
    for (int i = 0; i < names.size(); i++) {
      text.append(render(values.get(names.get(i)), language)).append(texts.get(i + 1));
    }
    return text.toString();
  }

  private static String render(Object value, Language language) {
    if (!(value instanceof List<?> several)) {
      return String.valueOf(value);
    }
    List<String> names = new ArrayList<>();
    several.forEach(name -> names.add(String.valueOf(name)));
    if (names.size() < 2) {
      return String.join("", names);
    }
    String and = language == Language.FR ? " et " : " and ";
    return String.join(", ", names.subList(0, names.size() - 1))
        + and
        + names.get(names.size() - 1);
  }
}
