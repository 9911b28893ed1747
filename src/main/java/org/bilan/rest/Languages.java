package org.bilan.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.assessment.Language;

/**
 * The language that is asked for: by the header Accept-Language (RFC 9110, 12.5.4), or a parameter.
 */
final class Languages {

  /** What Bilan speaks when it speaks none of the languages asked for. */
  private static final Language OTHERWISE = Language.EN;

  private static final Pattern RANGE =
      Pattern.compile(
          "\\s*(?<tag>\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\\s*"
              + "(?:;\\s*[qQ]=(?<q>0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*)?");

  private static final List<String> SPOKEN =
      Arrays.stream(Language.values()).map(Language::word).toList();

  private Languages() {}

  /**
   * The language of a page or file that a link opens: with a link goes the browser's header,
   * whatever language was chosen in the page that it stands in. So the parameter lang is above it.
   */
  static Language asked(Query query, HttpHeaders headers) {
    return query.choice("lang", SPOKEN).flatMap(Language::of).orElseGet(() -> asked(headers));
  }

  /** The language wanted most of those that Bilan speaks. */
  static Language asked(HttpHeaders headers) {
    List<String> lines = headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return lines == null || lines.isEmpty() ? OTHERWISE : best(String.join(",", lines));
  }

  /**
   * The best of some ranges with their qualities. By hand, since the parser of java.util.Locale
   * fails as a whole on one malformed range, and on some with an exception that is a bug. What is
   * malformed here is as if it were not there.
   */
  static Language best(String ranges) {
    Language best = OTHERWISE;
    double most = 0;
    for (String range : ranges.split(",")) {
      Matcher parts = RANGE.matcher(range);
      if (parts.matches()) {
        Optional<Language> language = language(parts.group("tag"));
        double quality = parts.group("q") == null ? 1 : Double.parseDouble(parts.group("q"));
        if (language.isPresent() && quality > most) { // of equals, the first
          best = language.get();
          most = quality;
        }
      }
    }
    return best;
  }

  private static Optional<Language> language(String tag) {
    return tag.equals("*") ? Optional.of(OTHERWISE) : Language.of(tag);
  }
}
