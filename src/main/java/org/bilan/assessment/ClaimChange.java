package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Word;

/**
 * What changed for one claim between two assessments.
 *
 * @param present which of the two assessments has the claim
 * @param changed whether anything below differs
 * @param before how it stood; absent when only the later assessment has it
 * @param after how it stands; absent when only the earlier assessment has it
 * @param propositions each proposition that it asserts on either side
 * @param unjudged which rules could not be judged on one side alone, or for want of other fields
 */
public record ClaimChange(
    String claim,
    Present present,
    boolean changed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Standing> before,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Standing> after,
    Map<Proposition, PropositionChange> propositions,
    FindingChanges findings,
    OriginChanges origins,
    UnjudgedChanges unjudged) {

  /** Which of two assessments has a claim. */
  public enum Present implements Word {
    BOTH,
    BEFORE,
    AFTER
  }

  /**
   * How a claim stands, in short.
   *
   * @param score 0 to 100
   * @param evidence in decibans; that of the weakest asserted proposition
   */
  public record Standing(int score, int evidence, Grade grade, Admiralty admiralty) {

    public static Standing of(ClaimAssessment claim) {
      return new Standing(claim.score(), claim.evidence(), claim.grade(), claim.admiralty());
    }
  }

  /** Rules that could not be judged on one of two sides. */
  public record UnjudgedChanges(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unjudged> came,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unjudged> went) {

    static UnjudgedChanges between(List<Unjudged> before, List<Unjudged> after) {
      return new UnjudgedChanges(
          after.stream().filter(rule -> !before.contains(rule)).toList(),
          before.stream().filter(rule -> !after.contains(rule)).toList());
    }

    boolean none() {
      return came.isEmpty() && went.isEmpty();
    }
  }

  /** What changed for a claim that at least one side has. */
  static ClaimChange between(Optional<ClaimAssessment> before, Optional<ClaimAssessment> after) {
    Optional<Standing> stood = before.map(Standing::of);
    Optional<Standing> stands = after.map(Standing::of);
    Map<Proposition, PropositionChange> propositions = new EnumMap<>(Proposition.class);
    for (Proposition proposition : Proposition.values()) {
      PropositionChange.between(proposition, before, after)
          .ifPresent(change -> propositions.put(proposition, change));
    }
    FindingChanges findings = FindingChanges.between(findings(before), findings(after));
    OriginChanges origins = OriginChanges.between(origins(before), origins(after));
    UnjudgedChanges unjudged = UnjudgedChanges.between(unjudged(before), unjudged(after));
    boolean same =
        stood.equals(stands)
            && propositions.values().stream().noneMatch(PropositionChange::changed)
            && findings.none()
            && origins.none()
            && unjudged.none();
    return new ClaimChange(
        after.or(() -> before).orElseThrow().claim(),
        before.isEmpty() ? Present.AFTER : after.isEmpty() ? Present.BEFORE : Present.BOTH,
        !same,
        stood,
        stands,
        propositions,
        findings,
        origins,
        unjudged);
  }

  ClaimChange reworded(Comparison.Reworded earlier, Comparison.Reworded later) {
    return new ClaimChange(
        claim,
        present,
        changed,
        before,
        after,
        propositions,
        findings.reworded(earlier, later),
        origins,
        unjudged);
  }

  private static List<Finding> findings(Optional<ClaimAssessment> claim) {
    return claim.map(ClaimAssessment::findings).orElse(List.of());
  }

  private static List<Origin> origins(Optional<ClaimAssessment> claim) {
    return claim.map(ClaimAssessment::origins).orElse(List.of());
  }

  private static List<Unjudged> unjudged(Optional<ClaimAssessment> claim) {
    return claim.map(ClaimAssessment::unjudged).orElse(List.of());
  }
}
