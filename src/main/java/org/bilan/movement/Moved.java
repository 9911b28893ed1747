package org.bilan.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.bilan.assessment.Grade;

/**
 * How claims stand by one judging beside how they stood by an earlier one. Whatever is told before
 * and after is of the claims that have both; what was judged the first time is told apart.
 *
 * @param dossiers that were judged
 * @param first how many of them were judged the first time
 * @param failed dossiers that could not be judged, beside these
 * @param revisions how many of the dossiers were judged before by which revision of the rules
 * @param claims of the dossiers that were judged, as they stand now
 * @param compared how many of them were judged before
 * @param came how many of them were not: of dossiers that were judged the first time, and new ones
 * @param went claims that were judged before and are in no dossier any more
 * @param changed compared claims whose score, evidence or grade differs
 * @param grades how many compared claims went from which grade to which
 * @param gradesCame how many claims that came have which grade
 * @param scores claims by their score
 * @param changes compared claims by how far their score moved
 * @param movers the compared claims whose score moved most, the farthest first; 50 at most
 * @param rules how often each rule fires that is live now or fired on either side
 * @param never rules live now that fire on no claim
 * @param always rules live now that fire on every claim
 * @param toll of all incidents
 * @param countries tolls by country
 * @param conflicts tolls by conflict
 * @param months tolls by the month in which the incident began
 */
public record Moved(
    long dossiers,
    long first,
    long failed,
    Map<String, Long> revisions,
    long claims,
    long compared,
    long came,
    long went,
    long changed,
    Map<Grade, Map<Grade, Long>> grades,
    Map<Grade, Long> gradesCame,
    List<ScoreBin> scores,
    List<ChangeBin> changes,
    List<Mover> movers,
    List<RuleUse> rules,
    List<String> never,
    List<String> always,
    TollSums toll,
    List<TollSums> countries,
    List<TollSums> conflicts,
    List<TollSums> months) {

  /**
   * Claims whose score lies between two numbers, both of them within.
   *
   * @param before of the compared claims
   * @param after of the compared claims
   * @param came of the claims that were judged the first time
   */
  public record ScoreBin(int from, int to, long before, long after, long came) {}

  /** Compared claims whose score moved by as much as lies between two numbers, both within. */
  public record ChangeBin(int from, int to, long claims) {}

  /**
   * On how many claims a rule fires.
   *
   * @param before of the compared claims
   * @param after of the compared claims
   * @param came of the claims that were judged the first time
   */
  public record RuleUse(String rule, long before, long after, long came) {}

  /** Compared claims with another grade. */
  public long regraded() {
    return compared
        - grades.entrySet().stream()
            .mapToLong(row -> row.getValue().getOrDefault(row.getKey(), 0L))
            .sum();
  }

  /**
   * As it is told to who may not know all of it.
   *
   * @param claims what the claims of an incident, in the state that is named, are called for them;
   *     empty when that is not known: then its movers are left out
   * @param open whether all of an incident's dossier may be told, which was in the state that is
   *     named: by one such incident a conflict's name may be
   */
  public Moved told(
      BiFunction<String, String, Optional<UnaryOperator<String>>> claims,
      BiPredicate<String, String> open) {
    return new Moved(
        dossiers,
        first,
        failed,
        revisions,
        this.claims,
        compared,
        came,
        went,
        changed,
        grades,
        gradesCame,
        scores,
        changes,
        movers.stream()
            .flatMap(
                mover -> claims.apply(mover.incident(), mover.state()).map(mover::called).stream())
            .toList(),
        rules,
        never,
        always,
        toll,
        countries,
        told(open),
        months);
  }

  /** Without a name they come last: their place would tell how it begins. */
  private List<TollSums> told(BiPredicate<String, String> open) {
    List<TollSums> told = new ArrayList<>();
    List<TollSums> withheld = new ArrayList<>();
    for (TollSums sums : conflicts) {
      if (sums.of() != TollSums.Of.NAMED
          || sums.in().entrySet().stream().anyMatch(in -> open.test(in.getKey(), in.getValue()))) {
        told.add(sums);
      } else {
        withheld.add(sums.withheld());
      }
    }
    told.addAll(withheld);
    return List.copyOf(told);
  }
}
