package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bilan.assessment.Grade.CONFIRMED;
import static org.bilan.assessment.Grade.CONTESTED;
import static org.bilan.assessment.Grade.DISCOUNTED;
import static org.bilan.assessment.Grade.FAIR;
import static org.bilan.assessment.Grade.WEAK;

import java.util.ArrayList;
import java.util.List;
import org.bilan.assessment.Grade;
import org.junit.jupiter.api.Test;

/** Grades that people gave beside those that the machine gave. */
class ConfusionMatrixTest {

  /** What people gave, and what the machine gave. */
  private record Case(Grade people, Grade machine) {}

  private static ConfusionMatrix matrix(List<Grade> people, List<Grade> machine) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      cases.add(new Case(people.get(i), machine.get(i)));
    }
    return ConfusionMatrix.of(cases, Case::people, Case::machine);
  }

  /**
   * The example of scikit-learn's confusion_matrix: true 2 0 2 2 0 1, predicted 0 0 2 2 0 2, which
   * gives the rows 2 0 0, 0 0 1, 1 0 2.
   */
  @Test
  void peopleAreTheRowsAndTheMachineTheColumns() {
    ConfusionMatrix matrix =
        matrix(
            List.of(WEAK, CONFIRMED, WEAK, WEAK, CONFIRMED, FAIR),
            List.of(CONFIRMED, CONFIRMED, WEAK, WEAK, CONFIRMED, WEAK));
    assertThat(matrix.among(List.of(CONFIRMED, FAIR, WEAK)))
        .isDeepEqualTo(new long[][] {{2, 0, 0}, {0, 0, 1}, {1, 0, 2}});
    assertThat(matrix.count(FAIR, WEAK)).isEqualTo(1);
    assertThat(matrix.count(WEAK, FAIR)).isZero();
    assertThat(matrix.people(WEAK)).isEqualTo(3);
    assertThat(matrix.machine(WEAK)).isEqualTo(3);
    assertThat(matrix.machine(CONFIRMED)).isEqualTo(3);
    assertThat(matrix.cases()).isEqualTo(6);
  }

  /**
   * The example of scikit-learn's classification_report: true 0 1 2 2 2, predicted 0 0 2 2 1, which
   * gives precisions of 0.50, 0.00, 1.00, recalls of 1.00, 0.00, 0.67, and an accuracy of 0.60.
   */
  @Test
  void precisionRecallAndAccuracyAreScikitLearns() {
    ConfusionMatrix matrix =
        matrix(
            List.of(CONFIRMED, FAIR, WEAK, WEAK, WEAK),
            List.of(CONFIRMED, CONFIRMED, WEAK, WEAK, FAIR));
    assertThat(matrix.precision(CONFIRMED)).hasValue(0.5);
    assertThat(matrix.precision(FAIR)).hasValue(0);
    assertThat(matrix.precision(WEAK)).hasValue(1);
    assertThat(matrix.recall(CONFIRMED)).hasValue(1);
    assertThat(matrix.recall(FAIR)).hasValue(0);
    assertThat(matrix.recall(WEAK)).hasValueCloseTo(0.67, within(0.005));
    assertThat(matrix.accuracy()).hasValue(0.6);
  }

  @Test
  void whatNobodyGradedSoHasNeitherPrecisionNorRecall() {
    ConfusionMatrix matrix = matrix(List.of(CONTESTED), List.of(DISCOUNTED));
    assertThat(matrix.precision(CONTESTED)).isEmpty();
    assertThat(matrix.recall(CONTESTED)).hasValue(0);
    assertThat(matrix.precision(DISCOUNTED)).hasValue(0);
    assertThat(matrix.recall(DISCOUNTED)).isEmpty();
    assertThat(matrix(List.of(), List.of()).accuracy()).isEmpty();
  }

  @Test
  void amongSomeGradesTheOthersAreLeftOutAndTheOrderIsTheOneGiven() {
    ConfusionMatrix matrix =
        matrix(List.of(FAIR, FAIR, WEAK, CONTESTED), List.of(FAIR, WEAK, CONTESTED, FAIR));
    assertThat(matrix.among(List.of(WEAK, FAIR))).isDeepEqualTo(new long[][] {{0, 0}, {1, 1}});
    assertThat(matrix.cases()).isEqualTo(4);
    assertThatThrownBy(() -> matrix.among(List.of(FAIR, FAIR)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FAIR");
  }
}
