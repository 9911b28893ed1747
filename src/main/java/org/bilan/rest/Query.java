package org.bilan.rest;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.bilan.archive.Search;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;

/**
 * The query parameters of one request. Those that are asked for are the known ones; {@link #check}
 * refuses the request with all that is wrong, unknown ones included.
 */
final class Query {

  private static final int SHOWN = 80;
  private static final String DECIMAL = "-?[0-9]{1,3}([.][0-9]{1,20})?([eE][-+]?[0-9]{1,2})?";
  private static final Pattern YES_OR_NO = Pattern.compile("true|false");

  private final Map<String, List<String>> given;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<ProblemDetail.Fault> problems = new ArrayList<>();

  Query(UriInfo uri) {
    this(uri.getQueryParameters());
  }

  private Query(Map<String, List<String>> given) {
    this.given = new LinkedHashMap<>(given);
  }

  /**
   * Of parameters as they stand in an address.
   *
   * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits
   */
  static Query of(String address) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String parameter : address.split("&")) {
      if (!parameter.isEmpty()) {
        String[] parts = parameter.split("=", 2);
        given
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return new Query(given);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<Moment> moment(String name) {
    return one(name)
        .flatMap(
            text -> {
              Optional<Moment> moment = Moment.parse(text);
              if (moment.isEmpty()) {
                wrong(
                    "parameter.time",
                    name,
                    text,
                    "a date (2024-03-17), or a date-time with offset (2024-03-17T06:30:00Z)",
                    text.contains(" ") ? "Write a plus sign as %2B." : "");
              }
              return moment;
            });
  }

  Optional<String> text(String name, Pattern form, String expected) {
    return one(name)
        .filter(
            text -> {
              boolean fits = form.matcher(text).matches();
              if (!fits) {
                wrong("parameter.pattern", name, text, expected, "");
              }
              return fits;
            });
  }

  OptionalInt integer(String name, int least, int most) {
    Optional<String> text = one(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.get().matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    }
    wrong("parameter.number", name, text.get(), "a whole number, " + least + " to " + most, "");
    return OptionalInt.empty();
  }

  /** Degrees, or another decimal number, in whatever form JSON has for it. */
  OptionalDouble decimal(String name, int least, int most) {
    Optional<String> text = one(name);
    if (text.isPresent() && text.get().matches(DECIMAL)) {
      double number = Double.parseDouble(text.get());
      if (number >= least && number <= most) {
        return OptionalDouble.of(number);
      }
    }
    text.ifPresent(
        found ->
            wrong(
                "parameter.number", name, found, "a decimal number, " + least + " to " + most, ""));
    return OptionalDouble.empty();
  }

  /** The words to search for; none when the parameter is absent. */
  Collection<Search.Sought> searched(String name, int most) {
    Optional<String> text = one(name);
    Collection<Search.Sought> words = text.map(Search::words).orElse(List.of());
    if (text.isPresent()
        && (words.isEmpty() || text.get().codePointCount(0, text.get().length()) > most)) {
      wrong(
          "parameter.pattern",
          name,
          text.get(),
          "words with at least one letter or digit, at most " + most + " characters",
          "");
    }
    return words;
  }

  /** One of a few spellings. */
  Optional<String> choice(String name, List<String> spellings) {
    return one(name)
        .filter(
            text -> {
              if (!spellings.contains(text)) {
                wrong(
                    "parameter.not-allowed",
                    name,
                    text,
                    "one of " + String.join(", ", spellings),
                    Suggestion.advice(text, spellings, ""));
              }
              return spellings.contains(text);
            });
  }

  /** Parameters that say nothing without one another. */
  void together(String... names) {
    if (Arrays.stream(names).anyMatch(given::containsKey)) {
      for (String name : names) {
        if (!given.containsKey(name)) {
          problems.add(
              new ProblemDetail.Fault(
                  "parameter.missing",
                  null,
                  name,
                  "no " + name,
                  "all of " + String.join(", ", names) + ", or none",
                  "Add it."));
        }
      }
    }
  }

  Optional<Boolean> yesOrNo(String name) {
    return text(name, YES_OR_NO, "true or false").map(Boolean::valueOf);
  }

  /** The words that a parameter is given for; it may be given several times. */
  <E extends Enum<E> & Word> Set<E> words(String name, Class<E> type) {
    known.add(name);
    List<String> spellings = Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
    Set<E> words = new LinkedHashSet<>();
    for (String text : given.getOrDefault(name, List.of())) {
      Optional<E> word = Word.of(type, text);
      if (word.isEmpty()) {
        wrong(
            "parameter.not-allowed",
            name,
            text,
            "one of " + String.join(", ", spellings),
            Suggestion.advice(text, spellings, ""));
      }
      word.ifPresent(words::add);
    }
    return words;
  }

  /** Two parameters of which the first must not be over the second. */
  void ordered(boolean fits, String first, String second) {
    if (!fits) {
      wrong(
          "parameter.order",
          first,
          given.get(first).get(0),
          "at most " + second + ", which is " + given.get(second).get(0),
          "Exchange the two.");
    }
  }

  /** A parameter that says nothing without another one. */
  void needs(String name, String other) {
    if (given.containsKey(name) && !given.containsKey(other)) {
      problems.add(
          new ProblemDetail.Fault(
              "parameter.missing",
              null,
              other,
              "no " + other,
              "a value beside " + name,
              "Add it, or leave out " + name + "."));
    }
  }

  /** Parameters that ask for one thing and others that ask for another. */
  void notTogether(Set<String> some, Set<String> others) {
    Optional<String> other = others.stream().filter(given::containsKey).sorted().findFirst();
    if (other.isPresent()) {
      some.stream()
          .filter(given::containsKey)
          .sorted()
          .forEach(
              name ->
                  wrong(
                      "parameter.conflict",
                      name,
                      given.get(name).get(0),
                      "nothing beside " + other.get(),
                      "Leave out the one or the other."));
    }
  }

  /** Refuses the request if anything is wrong with its parameters. */
  void check() {
    if (!problems().isEmpty()) {
      throw Refusal.badParameters(problems);
    }
  }

  /** All that is wrong, once all parameters are asked for. */
  List<ProblemDetail.Fault> problems() {
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        problems.add(
            new ProblemDetail.Fault(
                "parameter.unknown",
                null,
                shortened(name),
                "\"" + shortened(name) + "\"",
                known.isEmpty() ? "no parameters" : "one of " + String.join(", ", known),
                Suggestion.advice(name, known, "Leave it out.")));
      }
    }
    return problems;
  }

  private Optional<String> one(String name) {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      wrong("parameter.repeated", name, values.size() + " values", "one value", "");
      return Optional.empty();
    }
    return values.stream().findFirst();
  }

  private void wrong(String code, String name, String found, String expected, String advice) {
    problems.add(
        new ProblemDetail.Fault(
            code, null, name, "\"" + shortened(found) + "\"", expected, advice));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
