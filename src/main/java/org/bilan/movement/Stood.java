package org.bilan.movement;

import java.util.List;
import java.util.OptionalInt;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Toll;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Victims;

/**
 * How an incident stands by one assessment: no more of it than is compared.
 *
 * @param revision of the rules that judged
 * @param claims in the assessment's order
 * @param toll its lines, one for each harm and status of victims
 */
public record Stood(String revision, List<Claim> claims, List<Line> toll) {

  /**
   * How a claim stands.
   *
   * @param claim its id
   */
  public record Claim(String claim, Standing standing, List<Finding> findings) {}

  /**
   * What a rule found.
   *
   * @param weight in decibans, before caps; negative speaks against
   */
  public record Finding(String rule, Proposition proposition, int weight) {}

  /**
   * How many people, as of {@link Toll}.
   *
   * @param high absent when it is open upwards
   */
  public record Line(Harm harm, Victims victims, int low, int best, OptionalInt high) {}

  /** How the incident of an assessment stands by it. */
  public static Stood of(Assessment assessment) {
    return new Stood(
        assessment.ruleset(),
        assessment.claims().stream().map(Stood::claim).toList(),
        assessment.toll().stream()
            .map(t -> new Line(t.harm(), t.victims(), t.low(), t.best(), t.high()))
            .toList());
  }

  private static Claim claim(ClaimAssessment claim) {
    return new Claim(
        claim.claim(),
        Standing.of(claim),
        claim.findings().stream()
            .map(f -> new Finding(f.rule(), f.proposition(), f.weight()))
            .toList());
  }
}
