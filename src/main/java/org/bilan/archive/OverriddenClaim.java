package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.bilan.assessment.Grade;

/**
 * A claim that a person has graded, beside what the machine says.
 *
 * @param claimGone whether the current version of the dossier has no such claim; then nothing is
 *     said of the machine
 * @param disagrees whether the machine's grade is another one
 * @param grade the machine's, like score, evidence and ruleset, as the claim was last assessed
 * @param ruleset revision of the rules that made that assessment; not always those in force
 * @param dossier the state of the dossier; for who tells of it, not told itself
 */
public record OverriddenClaim(
    String incident,
    String claim,
    boolean claimGone,
    boolean disagrees,
    Optional<Grade> grade,
    Optional<Integer> score,
    Optional<Integer> evidence,
    Optional<String> ruleset,
    GradeOverride override,
    @JsonIgnore DossierState dossier) {

  /** Under another id, with the override as it may be told. */
  public OverriddenClaim told(String id, GradeOverride told) {
    return new OverriddenClaim(
        incident, id, claimGone, disagrees, grade, score, evidence, ruleset, told, dossier);
  }
}
