package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;

/**
 * A claim as its dossier's current assessment has it.
 *
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
    String ruleset,
    @JsonIgnore DossierState dossier) {

  /** Under another id. */
  public StoredClaim called(String id) {
    return new StoredClaim(incident, id, harm, victims, score, evidence, grade, ruleset, dossier);
  }
}
