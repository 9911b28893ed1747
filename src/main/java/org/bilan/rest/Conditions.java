package org.bilan.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.archive.Condition;
import org.bilan.archive.ConditionFailed;

/** The headers If-Match and If-None-Match (RFC 9110, 13.1). */
final class Conditions {

  private static final String FORM = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
  private static final Pattern TAG = Pattern.compile(FORM);
  private static final Pattern LIST =
      Pattern.compile("\\s*" + FORM + "(?:\\s*,\\s*" + FORM + ")*\\s*");

  private Conditions() {}

  /** What must hold for a change. */
  static Condition forChange(HttpHeaders headers) {
    Optional<String> match = header(headers, HttpHeaders.IF_MATCH);
    Optional<String> noneMatch = header(headers, HttpHeaders.IF_NONE_MATCH);
    return current ->
        match.map(given -> strongly(given, current)).orElse(true)
            && noneMatch.map(given -> !weakly(given, current)).orElse(true);
  }

  /** Whether the client has this already. */
  static boolean notModified(HttpHeaders headers, String tag) {
    return header(headers, HttpHeaders.IF_NONE_MATCH)
        .map(given -> weakly(given, Optional.of(tag)))
        .orElse(false);
  }

  /** A tag as the header ETag spells it. */
  static String quoted(String tag) {
    return '"' + tag + '"';
  }

  static Refusal failed(ConditionFailed failed) {
    return failed
        .current()
        .map(
            tag ->
                Refusal.conditionFailed(
                    "It has changed, or is there already. Its state is given as ETag: get it, and decide again.",
                    Map.of(HttpHeaders.ETAG, quoted(tag))))
        .orElseGet(() -> Refusal.conditionFailed("No dossier of this incident is kept.", Map.of()));
  }

  private static boolean strongly(String given, Optional<String> current) {
    return current.isPresent()
        && (given.equals("*") || tags(given).contains(quoted(current.get())));
  }

  private static boolean weakly(String given, Optional<String> current) {
    return current.isPresent()
        && (given.equals("*")
            || tags(given).stream()
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(quoted(current.get())::equals));
  }

  private static List<String> tags(String given) {
    return TAG.matcher(given).results().map(result -> result.group()).toList();
  }

  private static Optional<String> header(HttpHeaders headers, String name) {
    List<String> lines = headers.getRequestHeader(name);
    if (lines == null || lines.isEmpty()) {
      return Optional.empty();
    }
    String given = lines.stream().collect(Collectors.joining(", ")).strip();
    Matcher list = LIST.matcher(given);
    if (!given.equals("*") && !list.matches()) {
      throw Refusal.badRequest(
          "The header %s holds ETags as they were given, with their quotation marks, or *."
              .formatted(name));
    }
    return Optional.of(given);
  }
}
