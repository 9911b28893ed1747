package org.bilan.archive;

import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;

/**
 * A claim as its dossier's current assessment has it.
 *
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
    String ruleset) {}
