package org.bilan.archive;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Finding;
import org.bilan.movement.Stood;

/**
 * What an assessment tells of that people look for.
 *
 * @param disputed whether somebody denies a claim, doubts it, or tells otherwise
 * @param picture whether a person should look at a picture
 */
public record Signs(boolean disputed, boolean picture) {

  private static final String CONTRADICTION = "contradiction.";

  /** Rules whose cards say that their findings are leads, or that somebody should look. */
  static final Set<String> PICTURES =
      Set.of(
          "imagery.said-otherwise",
          "imagery.file-contradictory",
          "imagery.file-from-before",
          "imagery.file-from-elsewhere",
          "imagery.manipulation-suspected",
          "imagery.recycled");

  static Signs of(Assessment assessment) {
    return of(
        () ->
            assessment.claims().stream()
                .flatMap(claim -> claim.findings().stream())
                .map(Finding::rule));
  }

  static Signs of(Stood stood) {
    return of(
        () ->
            stood.claims().stream()
                .flatMap(claim -> claim.findings().stream())
                .map(Stood.Finding::rule));
  }

  private static Signs of(Supplier<Stream<String>> rules) {
    return new Signs(
        rules.get().anyMatch(rule -> rule.startsWith(CONTRADICTION)),
        rules.get().anyMatch(PICTURES::contains));
  }
}
