package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;

/**
 * A claim as its dossier's current assessment has it.
 *
 * @param grade the machine's, whatever people say
 * @param override the grade of a person, which stands above that one; absent where nobody gave one
 * @param dossier the state of the dossier; for who tells of it, not told itself
 * @param ruleset revision of the rules that made that assessment; not always those in force
 */
public record StoredClaim(
    String incident,
    String claim,
    Harm harm,
    Optional<Victims> victims,
    int score,
    int evidence,
    Grade grade,
    Optional<GradeOverride> override,
    String ruleset,
    @JsonIgnore DossierState dossier) {

  /** Under another id, with the override as it may be told. */
  public StoredClaim told(String id, Optional<GradeOverride> told) {
    return new StoredClaim(
        incident, id, harm, victims, score, evidence, grade, told, ruleset, dossier);
  }
}
