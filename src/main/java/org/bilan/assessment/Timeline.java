package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.bilan.dossier.Word;

/**
 * A dossier's claims over time, as what bears on them was published: a point for each moment at
 * which something came in, judged as if it had been judged then by the rules named. It says what
 * could be known, not what was known: a report is in from its own date, not from the day on which
 * somebody entered it.
 *
 * @param version of the dossier; absent when it is not kept
 * @param ruleset revision of the rules that judged every point
 * @param prior what every proposition starts at under these rules, in decibans
 * @param language that reasons are given in
 * @param step which moments share a point
 * @param thinned true where even so there are too many moments for a dossier of this size: then the
 *     first, the last and others evenly among them are points; absent when each is
 * @param undated what bears on a claim and has no date: it is in from the first point on, since
 *     unknown is not later
 * @param notes what a reader must know of this timeline, in sentences
 * @param points the earliest first; at least one
 */
public record Timeline(
    String incident,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalLong version,
    String ruleset,
    int prior,
    Language language,
    Step step,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean thinned,
    Material undated,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
    List<Point> points) {

  /** Which moments share a point. Coarser than a moment only where there would be too many. */
  public enum Step implements Word {
    /** Each moment is a point. */
    MOMENT,
    /** All that was published on one day (UTC). */
    DAY,
    /** All that was published in one month (UTC). */
    MONTH,
    /** All that was published in one year (UTC). */
    YEAR
  }

  /** Ids of reports, and of pictures, videos and documents. */
  public record Material(List<String> reports, List<String> media) {

    /** Whether there is nothing. */
    public boolean none() {
      return reports.isEmpty() && media.isEmpty();
    }
  }

  /**
   * How all claims stood at one moment.
   *
   * @param asOf what was published later is left out
   * @param came what bears on a claim and is in since this point. A report of which the day is
   *     known and the hour is not is in from the first point of that day on
   * @param claims each claim that somebody had spoken of by then
   * @param changes against the point before, the claims of which anything changed; empty at the
   *     first point
   * @param toll as it could have been published then
   */
  public record Point(
      Instant asOf,
      Material came,
      List<ClaimPoint> claims,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ClaimChange> changes,
      List<Toll> toll) {}

  /**
   * How one claim stood.
   *
   * @param score 0 to 100
   * @param evidence in decibans; that of the weakest asserted proposition
   */
  public record ClaimPoint(String claim, int score, int evidence, Grade grade) {}
}
