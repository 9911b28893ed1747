package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.Proposition;

/**
 * One claim, judged.
 *
 * @param score 0 to 100
 * @param evidence in decibans; that of the weakest asserted proposition
 * @param propositions each asserted proposition's own score
 * @param caps the topics that weigh less than their findings add up to
 * @param origins the clusters of reports that carry the claim
 */
public record ClaimAssessment(
    String claim,
    int score,
    int evidence,
    Grade grade,
    Admiralty admiralty,
    Map<Proposition, Score> propositions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Cap> caps,
    List<Finding> findings,
    List<Unjudged> unjudged,
    List<Origin> origins) {}
