package org.bilan.ruleset;

import java.util.Map;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.SourceKind;

/**
 * What a ruleset says beside its rules: the file {@code ruleset.yaml}.
 *
 * @param prior what every proposition starts at, in decibans
 * @param caps by topic: the most that its findings may weigh together, in decibans
 * @param reliability of sources that no editor has rated, by kind
 */
public record Settings(
    String name,
    Tunable prior,
    Map<String, Tunable> caps,
    Ladder<Grade> grades,
    Ladder<Integer> credibility,
    Map<SourceKind, Reliability> reliability) {}
