package org.bilan.evidence;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.bilan.dossier.TrackRecord;

/**
 * How often a source is right, as far as its record tells: the mean and the 95% interval of a Beta
 * distribution, after A. Jøsang and R. Ismail, "The Beta Reputation System", 15th Bled Electronic
 * Commerce Conference (2002).
 *
 * <p>The prior is what is usual in the archive, as if {@link #STRENGTH} cases of the source had
 * been seen that went as usual. So a source of few cases stays near what is usual, and no record,
 * however good, says more than its cases bear.
 *
 * <p>These are the only numbers of the evidence that are no integers: rules see {@link #atLeast}
 * and {@link #atMost}, which are.
 *
 * @param mean the mean of the distribution: 0 to 1
 * @param low the source is right less often than this with a probability of 2.5%
 * @param high the source is right more often than this with a probability of 2.5%
 */
public record Posterior(double mean, double low, double high) {

  /**
   * Cases that the prior counts for. A judgement: few, so that some ten cases say more than the
   * prior; as many as A. Agresti and B. A. Coull add to a share, "Approximate is better than
   * 'exact' for interval estimation of binomial proportions", The American Statistician 52 (1998).
   */
  public static final double STRENGTH = 4;

  private static final double TAIL = 0.025;

  private static final double EXACT = 1e9;

  /** What a record tells. */
  public static Posterior of(TrackRecord record) {
    return of(record.right(), record.wrong(), record.usual());
  }

  /**
   * What so many cases tell.
   *
   * @param usual of all cases in the archive, how many percent were right: 0 to 100; an archive in
   *     which all or none were is taken as 99 or 1, since the next may be the first
   */
  public static Posterior of(int right, int wrong, int usual) {
    double share = Math.max(1, Math.min(99, usual)) / 100.0;
    BetaDistribution beta =
        BetaDistribution.of(STRENGTH * share + right, STRENGTH * (1 - share) + wrong);
    return new Posterior(
        beta.getMean(),
        beta.inverseCumulativeProbability(TAIL),
        beta.inverseSurvivalProbability(TAIL));
  }

  /** The lower end in whole percent, rounded down: never better than it is, but for noise. */
  public int atLeast() {
    return (int) Math.floor(percent(low));
  }

  /** The upper end in whole percent, rounded up: never worse than it is, but for noise. */
  public int atMost() {
    return (int) Math.ceil(percent(high));
  }

  /**
   * To 1e-9 percentage points, which is coarser than the error of the numbers above: an end that is
   * a whole percent stays so, whatever the last bits are.
   */
  private static double percent(double share) {
    return Math.rint(share * 100 * EXACT) / EXACT;
  }
}
