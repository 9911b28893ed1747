package org.bilan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bilan.archive.Rescoring;
import org.bilan.archive.Rescorings;

/** Which rescoring a path means. */
@ApplicationScoped
class RescoringPaths {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Rescorings rescorings;

  RescoringPaths(Rescorings rescorings) {
    this.rescorings = rescorings;
  }

  Rescoring find(String id) {
    return Optional.of(id)
        .filter(NUMBER.asMatchPredicate())
        .flatMap(number -> rescorings.find(Long.parseLong(number)))
        .orElseThrow(
            () -> Refusal.notFound("There is no such rescoring. All are listed at /rescorings."));
  }
}
