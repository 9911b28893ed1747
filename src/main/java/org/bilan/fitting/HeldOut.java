package org.bilan.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A case as judged by weights that were fitted without it, and by the present ones.
 *
 * @param before evidence by the present weights, and the offset of the other folds, in decibans
 * @param after evidence by the weights that were fitted to the other folds, and their offset
 */
record HeldOut(FitCase graded, int fold, double before, double after) {

  /**
   * Cases held out, and what was fitted without them.
   *
   * @param fitted whole weights of each fold
   */
  record All(List<HeldOut> cases, List<double[]> fitted) {}

  /**
   * Holds out one fold after the other. The offset is fitted without them too, also that of the
   * present weights: how often people find claims supported is no merit of weights.
   */
  static All of(List<FitCase> cases, Procedure procedure, Folds folds) {
    List<Procedure.Outcome> outcomes =
        IntStream.range(0, folds.count())
            .parallel()
            .mapToObj(fold -> procedure.run(folds.cases(cases, fold, false)))
            .toList();
    double[] present = WeightRange.present(procedure.rules());
    List<HeldOut> all = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      List<FitCase> others = folds.cases(cases, fold, false);
      double offset =
          LogisticLoss.offset(Fitter.evidence(others, present), Fitter.supported(others), 0);
      Fitter.Fitted fitted = outcomes.get(fold).fitted();
      for (FitCase each : folds.cases(cases, fold, true)) {
        all.add(
            new HeldOut(
                each,
                fold,
                each.sum().evidence(present) + offset,
                each.sum().evidence(fitted.weights()) + fitted.offset()));
      }
    }
    return new All(all, outcomes.stream().map(outcome -> outcome.fitted().weights()).toList());
  }
}
