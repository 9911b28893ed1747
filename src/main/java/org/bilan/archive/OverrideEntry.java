package org.bilan.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bilan.assessment.Grade;

/**
 * One entry of the history of a claim's overrides: a grade, or that the one before was withdrawn.
 *
 * @param number from 1; the last one counts
 * @param grade absent when it withdraws
 * @param by the login of who did it
 * @param version of the dossier at that time
 * @param inForce whether it is the grade that stands above the machine's now
 */
public record OverrideEntry(
    int number,
    Optional<Grade> grade,
    String by,
    String reason,
    Instant at,
    long version,
    boolean inForce) {

  /** As it may be told. */
  public OverrideEntry told(UnaryOperator<String> text) {
    return new OverrideEntry(number, grade, by, text.apply(reason), at, version, inForce);
  }
}
