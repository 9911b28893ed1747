package org.bilan.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which dossiers of the archive a command is about; all, unless options say otherwise. */
final class DossierOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Where it happened: ML (ISO 3166-1)")
  private String country;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Incidents that lasted until this date or date-time, or longer")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Incidents that had begun by this date or date-time")
  private String to;

  @Option(
      names = "--grade",
      paramLabel = "GRADE",
      split = ",",
      description = "Any of these is the grade that stands: confirmed,fair")
  private List<String> grades = List.of();

  Optional<String> country() {
    if (country != null && !country.matches("[A-Z]{2}")) {
      throw wrong("--country is '%s'. Expected: two capital letters, as ML".formatted(country));
    }
    return Optional.ofNullable(country);
  }

  /** As they were spelt; both are moments, in their order. */
  Optional<String> from() {
    Optional<Moment> first = moment("--from", from);
    Optional<Moment> last = moment("--to", to);
    if (first.isPresent() && last.isPresent() && last.get().certainlyBefore(first.get())) {
      throw wrong("--from is after --to. Exchange the two.");
    }
    return Optional.ofNullable(from);
  }

  /** As {@link #from()}. */
  Optional<String> to() {
    moment("--to", to);
    return Optional.ofNullable(to);
  }

  Set<Grade> grades() {
    List<String> words = Arrays.stream(Grade.values()).map(Word::word).toList();
    return grades.stream()
        .map(
            word ->
                Word.of(Grade.class, word)
                    .orElseThrow(
                        () ->
                            wrong(
                                "'%s' is no grade. Grades: %s. %s"
                                    .formatted(
                                        word,
                                        String.join(", ", words),
                                        Suggestion.advice(word, words, "")))))
        .collect(Collectors.toSet());
  }

  private Optional<Moment> moment(String option, String value) {
    return Optional.ofNullable(value)
        .map(
            text ->
                Moment.parse(text)
                    .orElseThrow(
                        () ->
                            wrong(
                                "%s is '%s'. Expected: a date or a date-time with offset"
                                    .formatted(option, text))));
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
