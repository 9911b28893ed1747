package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The difference between two assessments of one incident: under two revisions of the rules, of two
 * versions of the dossier, or at two moments.
 *
 * @param changed whether any claim or toll differs
 * @param claims each claim of either side: those of the later side in its order, then those that
 *     are on the earlier side alone
 * @param toll each toll of either side
 */
public record Comparison(
    String incident,
    boolean changed,
    Side before,
    Side after,
    List<ClaimChange> claims,
    List<TollChange> toll) {

  /**
   * What was compared.
   *
   * @param version of the dossier; absent when it is not kept
   * @param ruleset revision of the rules that judged
   * @param asOf what was published later is left out
   * @param prior what every proposition starts at under these rules, in decibans
   * @param language that this side's reasons are given in
   */
  public record Side(
      @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalLong version,
      String ruleset,
      Instant asOf,
      int prior,
      Language language) {

    /** The side that an assessment is, before anything is said of where it is kept. */
    static Side of(Assessment assessment) {
      return new Side(
          OptionalLong.empty(),
          assessment.ruleset(),
          assessment.asOf(),
          assessment.prior(),
          Language.EN);
    }

    /** The same side with its place in the archive, and in another language. */
    public Side with(OptionalLong version, Language language) {
      return new Side(version, ruleset, asOf, prior, language);
    }
  }

  /**
   * Compares two assessments whose reasons are in English.
   *
   * @throws IllegalArgumentException when they are of two incidents
   */
  public static Comparison of(Assessment before, Assessment after) {
    if (!before.incident().equals(after.incident())) {
      throw new IllegalArgumentException(
          "Assessments of two incidents: " + before.incident() + ", " + after.incident());
    }
    List<ClaimChange> claims = claims(before, after);
    List<TollChange> toll = TollChange.between(before.toll(), after.toll());
    return new Comparison(
        after.incident(),
        claims.stream().anyMatch(ClaimChange::changed)
            || toll.stream().anyMatch(TollChange::changed),
        Side.of(before),
        Side.of(after),
        claims,
        toll);
  }

  private static List<ClaimChange> claims(Assessment before, Assessment after) {
    Map<String, ClaimAssessment> earlier = new LinkedHashMap<>();
    before.claims().forEach(claim -> earlier.put(claim.claim(), claim));
    List<ClaimChange> claims = new ArrayList<>();
    for (ClaimAssessment claim : after.claims()) {
      Optional<ClaimAssessment> same = Optional.ofNullable(earlier.remove(claim.claim()));
      claims.add(ClaimChange.between(same, Optional.of(claim)));
    }
    earlier
        .values()
        .forEach(claim -> claims.add(ClaimChange.between(Optional.of(claim), Optional.empty())));
    return List.copyOf(claims);
  }

  /** The same comparison with its sides said where they are kept, and in which language. */
  public Comparison between(Side earlier, Side later) {
    return new Comparison(incident, changed, earlier, later, claims, toll);
  }

  /** The same comparison with its reasons in the words of each side. */
  public Comparison reworded(Reworded earlier, Reworded later) {
    return new Comparison(
        incident,
        changed,
        before,
        after,
        claims.stream().map(claim -> claim.reworded(earlier, later)).toList(),
        toll);
  }

  /** Says a finding's reason in another language; all else stays. */
  @FunctionalInterface
  public interface Reworded {

    /** As it is. */
    Reworded NOT = finding -> finding;

    Finding apply(Finding finding);
  }
}
