package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.assessment.Language;

/** A reason's wording, with the names of values in braces. */
final class Sentence {

  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

  private Sentence() {}

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

  /** The wording with its values; several names are joined as the language does it. */
  static String render(String wording, Map<String, Object> values, Language language) {
    return NAME.matcher(wording)
        .replaceAll(m -> Matcher.quoteReplacement(render(values.get(m.group(1)), language)));
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
