package org.bilan.fitting;

import java.util.List;
import java.util.OptionalDouble;

/**
 * From cases to weights, the choice of the penalty's strength included: what is tried on cases that
 * were held out must be all that is done, or its gain is flattered (S. Varma and R. Simon, "Bias in
 * error estimation when using cross-validation for model selection", BMC Bioinformatics 7 (2006),
 * 91).
 *
 * @param strength of the penalty; empty to choose one of {@link #STRENGTHS}
 * @param seed of the folds by which it is chosen
 */
record Procedure(List<WeightRange> rules, OptionalDouble strength, long seed) {

  /**
   * Strengths to choose from, the strongest first. At 10 a change by one deciban must make the
   * grades 150 times as probable (e^5), at 0.03 a change by ten decibans 4.5 times (e^1.5).
   */
  static final List<Double> STRENGTHS = List.of(10.0, 3.0, 1.0, 0.3, 0.1, 0.03);

  private static final int FOLDS = 5;

  /** Whole weights, and the strength that was used. */
  record Outcome(Fitter.Fitted fitted, double strength) {}

  Outcome run(List<FitCase> cases) {
    double used = strength.isPresent() ? strength.getAsDouble() : chosen(cases);
    return new Outcome(new Fitter(rules, used).fitWhole(cases), used);
  }

  /** The strength of the least loss on cases held out; of equals the strongest. */
  private double chosen(List<FitCase> cases) {
    Folds folds = Folds.deal(cases, FOLDS, seed);
    double best = STRENGTHS.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (double each : STRENGTHS) {
      double loss = 0;
      for (int fold = 0; fold < folds.count(); fold++) {
        Fitter.Fitted fitted = new Fitter(rules, each).fit(folds.cases(cases, fold, false));
        List<FitCase> heldOut = folds.cases(cases, fold, true);
        loss +=
            LogisticLoss.of(
                Fitter.evidence(heldOut, fitted.weights()),
                fitted.offset(),
                Fitter.supported(heldOut));
      }
      if (loss < least) {
        least = loss;
        best = each;
      }
    }
    return best;
  }
}
