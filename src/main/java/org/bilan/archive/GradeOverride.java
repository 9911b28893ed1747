package org.bilan.archive;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bilan.assessment.Grade;

/**
 * A person's grade for a claim. It stands above the machine's until it is withdrawn, and is shown
 * beside it.
 *
 * @param by the login of who gave it
 * @param version of the dossier that it was given for; it stands for later ones too
 */
public record GradeOverride(Grade grade, String by, String reason, Instant at, long version) {

  /** As it may be told. */
  public GradeOverride told(UnaryOperator<String> text) {
    return new GradeOverride(grade, by, text.apply(reason), at, version);
  }
}
