package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Probabilities by isotonic calibrations, each fitted on what it does not judge: k-fold
 * cross-validation (M. Stone, "Cross-validatory choice and assessment of statistical predictions",
 * Journal of the Royal Statistical Society B 36 (1974), 111-147). All cases of an incident are in
 * one fold, since they share circumstances.
 */
final class OutOfFold {

  /** As is usual; with fewer incidents each is a fold of its own. */
  private static final int FOLDS = 10;

  private OutOfFold() {}

  /**
   * The probability of each case, in their order; none has any when all are of one incident.
   *
   * @param incident what the cases of an incident have in common, and no others
   * @param learnt the case as a calibration learns from it
   * @param seed by which incidents are dealt to folds, whatever the order of the cases
   */
  static <T> List<OptionalDouble> probabilities(
      List<T> cases,
      Function<T, String> incident,
      Function<T, IsotonicCalibration.Case> learnt,
      long seed) {
    Map<String, Integer> folds = folds(cases.stream().map(incident).toList(), seed);
    List<IsotonicCalibration.Case> all = cases.stream().map(learnt).toList();
    int[] fold = cases.stream().mapToInt(each -> folds.get(incident.apply(each))).toArray();
    OptionalDouble[] probabilities = new OptionalDouble[fold.length];
    for (int i = 0; i < FOLDS; i++) {
      int judged = i;
      IsotonicCalibration.fittedOn(
              IntStream.range(0, fold.length)
                  .filter(c -> fold[c] != judged)
                  .mapToObj(all::get)
                  .toList())
          .ifPresent(
              calibration ->
                  IntStream.range(0, fold.length)
                      .filter(c -> fold[c] == judged)
                      .forEach(
                          c ->
                              probabilities[c] =
                                  OptionalDouble.of(
                                      calibration.probability(all.get(c).decibans()))));
    }
    return IntStream.range(0, fold.length)
        .mapToObj(c -> probabilities[c] == null ? OptionalDouble.empty() : probabilities[c])
        .toList();
  }

  private static Map<String, Integer> folds(List<String> incidents, long seed) {
    List<String> distinct = new ArrayList<>(new TreeSet<>(incidents));
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> folds = new HashMap<>();
    while (!distinct.isEmpty()) {
      // The last takes the place of the one that is dealt: as good as any order.
      int drawn = random.nextInt(distinct.size());
      String last = distinct.remove(distinct.size() - 1);
      String dealt = drawn == distinct.size() ? last : distinct.set(drawn, last);
      folds.put(dealt, folds.size() % FOLDS);
    }
    return folds;
  }
}
