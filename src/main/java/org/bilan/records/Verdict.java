package org.bilan.records;

import java.util.Set;
import org.bilan.assessment.Grade;

/** What people's grade of a claim says of those who assert it. */
enum Verdict {
  RIGHT,
  WRONG,
  /** People could not tell either: the case counts for nothing. */
  UNKNOWN;

  private static final Set<Grade> SUPPORTED = Set.of(Grade.CONFIRMED, Grade.FAIR);

  /**
   * Confirmed and fair are right. What is neither right nor wrong is unknown: weak says that one
   * source alone said so, contested that others say otherwise, and neither who is right.
   *
   * @param wrong the grades that count as wrong
   */
  static Verdict of(Grade grade, Set<Grade> wrong) {
    return wrong.contains(grade) ? WRONG : SUPPORTED.contains(grade) ? RIGHT : UNKNOWN;
  }

  /** What it says of those who deny the claim. */
  Verdict opposite() {
    return switch (this) {
      case RIGHT -> WRONG;
      case WRONG -> RIGHT;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
