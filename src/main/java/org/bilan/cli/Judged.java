package org.bilan.cli;

import java.util.List;
import java.util.Optional;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Comparison;
import org.bilan.dossier.Dossier;
import org.bilan.explain.Explanation;
import org.bilan.explain.ExplanationJson;

/**
 * A dossier judged, with what else was asked for.
 *
 * @param dossier as it may be shown
 * @param explanations by claims
 * @param comparison with what was known at an earlier moment
 */
record Judged(
    Dossier dossier,
    Assessment assessment,
    Optional<List<Explanation>> explanations,
    Optional<Comparison> comparison) {

  /** One document: the comparison where one was asked for, else the assessment. */
  byte[] json() {
    return comparison.map(AssessmentJson::write).orElseGet(this::assessmentJson);
  }

  /** The assessment, with its explanations. */
  byte[] assessmentJson() {
    byte[] json = AssessmentJson.write(assessment);
    return explanations.map(all -> ExplanationJson.with(json, all)).orElse(json);
  }
}
