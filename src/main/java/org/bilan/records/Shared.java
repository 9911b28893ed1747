package org.bilan.records;

/**
 * The figures that two sources gave of the same people, in incidents where not all gave the same.
 *
 * @param right incidents in which both gave the figure that people found supported; it is told, and
 *     says nothing of copying
 * @param wrong incidents in which both gave the same figure, and it is outside of the supported
 *     one, or is what people discounted
 * @param different incidents in which they gave different figures
 */
public record Shared(int right, int wrong, int different) {

  static final Shared NOTHING = new Shared(0, 0, 0);

  /**
   * The chance that one of two sources copies from the other, before anything is known of them: a
   * judgement. Most pairs do not.
   */
  public static final double PRIOR = 0.1;

  /** How often a source that does not copy gives a wrong figure: a judgement. */
  public static final double ERROR = 0.2;

  /** How much of what it tells a copying source has copied: a judgement. */
  public static final double COPIED = 0.8;

  /** Wrong figures that are as likely as each other in one incident: a judgement, rather low. */
  public static final int WRONG_FIGURES = 10;

  /** Incidents in which both gave the same figure. */
  public int same() {
    return right + wrong;
  }

  Shared plus(Shared other, int sign) {
    return new Shared(
        right + sign * other.right, wrong + sign * other.wrong, different + sign * other.different);
  }

  /**
   * How likely one of the two copies from the other: 0 to 1. X. L. Dong, L. Berti-Équille and D.
   * Srivastava, "Integrating Conflicting Data: The Role of Source Dependence", Proceedings of the
   * VLDB Endowment 2 (2009): two sources that do not copy are both right with (1 - e)², and wrong
   * in the same way with e²/n; with the share c that is copied they are wrong in the same way with
   * ce + (1 - c)e²/n, and differ 1 - c times as often. So the odds on copying grow fortyfold with a
   * wrong figure that they share, and fall to a fifth with each that differs.
   *
   * <p>Right figures count for nothing. There, too, they say a little for copying; but how much
   * depends on how accurate each source is, which few incidents do not tell, and in many incidents
   * any two accurate sources would become copyists without one error.
   */
  public double copying() {
    double byWrong = COPIED * WRONG_FIGURES / ERROR + (1 - COPIED);
    double logOdds =
        Math.log(PRIOR / (1 - PRIOR))
            + wrong * Math.log(byWrong)
            + different * Math.log(1 - COPIED);
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The same in whole percent, rounded down; 99 at most, since it is never certain. */
  public int percent() {
    return Math.min(99, (int) Math.floor(100 * copying()));
  }
}
