package org.bilan.tuning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bilan.assessment.Grade;
import org.bilan.assessment.TollChange;
import org.bilan.movement.Mover;

/**
 * What a ruleset would do to dossiers, beside the one that judges them now.
 *
 * @param before revision of the ruleset in force
 * @param after revision of the other one
 * @param dossiers how many were judged by both
 * @param of how many there are
 * @param failed how many of them could not be judged; the log says why
 * @param claims of the dossiers that were judged
 * @param changed claims whose score, evidence or grade differs
 * @param grades how many claims went from which grade to which
 * @param movers the claims whose score moved most, the farthest first
 * @param rules how often each live rule of either fires
 * @param never live rules of the other ruleset that fire on no claim
 * @param always live rules of the other ruleset that fire on every claim
 * @param tolls incidents whose toll differs, the first of them by their ids
 * @param tollsChanged how many these are altogether
 */
public record Impact(
    String before,
    String after,
    long dossiers,
    long of,
    long failed,
    long claims,
    long changed,
    Map<Grade, Map<Grade, Long>> grades,
    List<Mover> movers,
    List<RuleUse> rules,
    List<String> never,
    List<String> always,
    List<TollMoved> tolls,
    long tollsChanged) {

  /** With these movers and tolls instead. */
  Impact with(List<Mover> otherMovers, List<TollMoved> otherTolls) {
    return new Impact(
        before,
        after,
        dossiers,
        of,
        failed,
        claims,
        changed,
        grades,
        otherMovers,
        rules,
        never,
        always,
        otherTolls,
        tollsChanged);
  }

  /** On how many claims a rule fires. */
  public record RuleUse(String rule, long before, long after) {}

  /**
   * An incident's tolls that differ.
   *
   * @param state as of a {@link Mover}
   */
  public record TollMoved(String incident, @JsonIgnore String state, List<TollChange> tolls) {

    /** With the claims under other ids. */
    TollMoved called(UnaryOperator<String> ids) {
      return new TollMoved(incident, state, tolls.stream().map(toll -> toll.called(ids)).toList());
    }
  }
}
