package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Agreement beyond chance. */
class KappaTest {

  /** 200 cases, two judges, three diagnoses: Cohen (1968), table 1. */
  private static final long[][] DIAGNOSES = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};

  /**
   * 85 mammograms, two radiologists, from normal to cancer: N. F. Boyd et al., Journal of the
   * National Cancer Institute 68 (1982), 357-363, as in the manual of Stata's kap.
   */
  private static final long[][] MAMMOGRAMS = {
    {21, 12, 0, 0}, {4, 17, 1, 0}, {3, 9, 15, 2}, {0, 0, 0, 1}
  };

  /** Fifty grant proposals, two readers: the example of Wikipedia's article on kappa. */
  @Test
  void theKappaOfFiftyProposalsIsFourTenths() {
    assertThat(Kappa.plain(new long[][] {{20, 5}, {10, 15}})).hasValueCloseTo(0.4, within(1e-15));
  }

  /** Cohen gives 0.492. */
  @Test
  void theKappaOfCohensDiagnosesIsHis() {
    assertThat(Kappa.plain(DIAGNOSES)).hasValueCloseTo(0.492, within(0.0005));
  }

  /** Stata gives 0.4728. */
  @Test
  void theKappaOfMammogramsIsStatas() {
    assertThat(Kappa.plain(MAMMOGRAMS)).hasValueCloseTo(0.4728, within(0.00005));
  }

  /** The figures are those of both scikit-learn 1.9.1 and statsmodels 0.15.0. */
  @Test
  void weightedKappaIsThatOfOtherLibraries() {
    assertThat(Kappa.quadratic(MAMMOGRAMS)).hasValueCloseTo(0.67137057800116, within(1e-14));
    assertThat(Kappa.quadratic(DIAGNOSES)).hasValueCloseTo(0.45454545454545, within(1e-14));
  }

  /** Cohen (1968): then weighted kappa is the product-moment correlation, here 16/24. */
  @Test
  void weightedKappaIsTheCorrelationWhereBothGradeAsOften() {
    long[][] counts = {{8, 4, 0}, {4, 8, 4}, {0, 4, 8}};
    assertThat(Kappa.quadratic(counts)).hasValueCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void ofTwoCategoriesWeightsChangeNothing() {
    long[][] counts = {{20, 5}, {10, 15}};
    assertThat(Kappa.quadratic(counts)).isEqualTo(Kappa.plain(counts));
  }

  @Test
  void agreementIsOneAndWhatChanceGivesIsNone() {
    assertThat(Kappa.plain(new long[][] {{7, 0}, {0, 3}})).hasValue(1);
    assertThat(Kappa.plain(new long[][] {{4, 4}, {1, 1}})).hasValue(0);
    assertThat(Kappa.plain(new long[][] {{0, 5}, {5, 0}})).hasValue(-1);
  }

  @Test
  void thereIsNoKappaWhereChanceAloneAgrees() {
    assertThat(Kappa.plain(new long[][] {{9, 0}, {0, 0}})).isEmpty();
    assertThat(Kappa.quadratic(new long[][] {{9, 0}, {0, 0}})).isEmpty();
    assertThat(Kappa.plain(new long[][] {{0, 0}, {0, 0}})).isEmpty();
    assertThat(Kappa.plain(new long[][] {})).isEmpty();
  }

  /** One always says the first, the other the second: chance gives no agreement, nor is there. */
  @Test
  void judgesWhoNeverMeetHaveAKappaOfZero() {
    assertThat(Kappa.plain(new long[][] {{0, 9}, {0, 0}})).hasValue(0);
  }

  @Test
  void whatIsNoMatrixOfCountsIsRefused() {
    assertThatThrownBy(() -> Kappa.plain(new long[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Row 2 of 2 has 1 columns; as many as rows are needed");
    assertThatThrownBy(() -> Kappa.plain(new long[][] {{1, -2}, {3, 4}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2");
  }
}
