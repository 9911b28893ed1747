package org.bilan.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bilan.assessment.Language;

/** The header Accept-Language (RFC 9110, 12.5.4). */
final class Languages {

  /** What Bilan speaks when it speaks none of the languages asked for. */
  private static final Language OTHERWISE = Language.EN;

  private Languages() {}

  /** The language wanted most of those that Bilan speaks. */
  static Language asked(HttpHeaders headers) {
    List<String> lines = headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return lines == null || lines.isEmpty() ? OTHERWISE : best(String.join(",", lines));
  }

  static Language best(String ranges) {
    try {
      return Locale.LanguageRange.parse(ranges).stream() // the most wanted first
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> language(range.getRange()).stream())
          .findFirst()
          .orElse(OTHERWISE);
    } catch (IllegalArgumentException malformed) {
      return OTHERWISE;
    }
  }

  private static Optional<Language> language(String range) {
    return range.equals("*") ? Optional.of(OTHERWISE) : Language.of(range);
  }
}
