package org.bilan.archive;

import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;

/** A claim as its dossier's current assessment has it. */
public record StoredClaim(
    String incident,
    String claim,
    Harm harm,
    Optional<Victims> victims,
    int score,
    int evidence,
    Grade grade) {}
