package org.bilan.methodology;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The ids of headings, by which the page links to them: as GitHub makes them. */
final class Anchors {

  private static final Pattern OMITTED = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

  private final Map<String, Integer> used = new HashMap<>();

  /** The id of the next heading: one that another has already gets a number. */
  String next(String heading) {
    String id = of(heading);
    int before = used.merge(id, 1, Integer::sum) - 1;
    return before == 0 ? id : id + "-" + before;
  }

  /**
   * The id of the first heading of this text.
   *
   * @param heading as it is read, not as Markdown
   */
  static String of(String heading) {
    return OMITTED.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
  }
}
