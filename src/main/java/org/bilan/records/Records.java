package org.bilan.records;

import java.util.List;
import org.bilan.dossier.TrackRecord;
import org.bilan.evidence.Posterior;

/**
 * What was known of an archive's sources at a moment.
 *
 * @param incidents how many incidents tell how somebody fared
 * @param usual of all that was right or wrong, how many percent were right; 50 where nothing was
 * @param sources how each has fared, in the order of their ids or names
 * @param pairs all that have shared a figure where others gave another; the likeliest to copy first
 */
public record Records(int incidents, int usual, List<Fared> sources, List<Copyists> pairs) {

  /** For how many cases of each source what is usual counts: see {@link Posterior}. */
  public static final double USUAL_CASES = Posterior.STRENGTH;

  /**
   * How a source has fared.
   *
   * @param source its id or name
   * @param mean how often it is right, as far as its record tells: 0 to 1
   * @param low the lower end of the 95% interval of that
   * @param high the upper end
   */
  public record Fared(
      String source, int right, int wrong, int unknown, double mean, double low, double high) {

    static Fared of(String source, TrackRecord record) {
      Posterior posterior = Posterior.of(record);
      return new Fared(
          source,
          record.right(),
          record.wrong(),
          record.unknown(),
          posterior.mean(),
          posterior.low(),
          posterior.high());
    }

    /** In how many incidents it was right or wrong. */
    public int cases() {
      return right + wrong;
    }
  }

  /** Two sources, and what they shared. */
  public record Copyists(String one, String other, Shared shared) {}
}
