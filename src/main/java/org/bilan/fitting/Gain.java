package org.bilan.fitting;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bilan.assessment.Grade;
import org.bilan.evaluation.Auc;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.Brier;
import org.bilan.evaluation.Calibration;
import org.bilan.evaluation.Forecast;
import org.bilan.evaluation.Split;

/**
 * What fitting gains on claims that it has not seen.
 *
 * @param claims how many
 * @param measures by name: {@code auc.supported} and {@code auc.fair.weak} (1 is best; of claims of
 *     the same fold only, since each fold has weights of its own), {@code log-loss} and {@code
 *     brier} (0 is best; both of evidence and offset taken as the odds that people find the claim
 *     supported)
 */
public record Gain(int claims, Map<String, Change> measures) {

  /** The measures of which more is better, by which grades they tell apart. */
  private static final Map<String, List<Predicate<FitCase>>> AUCS = new LinkedHashMap<>();

  static {
    AUCS.put("auc.supported", List.of(FitCase::supported, each -> !each.supported()));
    AUCS.put(
        "auc.fair.weak",
        List.of(each -> each.people() == Grade.FAIR, each -> each.people() == Grade.WEAK));
  }

  /** The measures of which less is better. */
  private static final List<String> LOSSES = List.of("log-loss", "brier");

  /**
   * A measure under the present weights and under fitted ones, and by how much it rises, each with
   * its 95 % interval.
   */
  public record Change(
      Bootstrap.Estimate before, Bootstrap.Estimate after, Bootstrap.Estimate rise) {}

  public Gain {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  static Gain of(List<HeldOut> cases, Bootstrap bootstrap) {
    List<Bootstrap.Estimate> estimates =
        bootstrap.byIncident(cases, each -> each.graded().incident(), Gain::numbers);
    Map<String, Change> measures = new LinkedHashMap<>();
    int next = 0;
    for (Collection<String> names : List.of(AUCS.keySet(), LOSSES)) {
      for (String name : names) {
        measures.put(
            name,
            new Change(estimates.get(next), estimates.get(next + 1), estimates.get(next + 2)));
        next += 3;
      }
    }
    return new Gain(cases.size(), measures);
  }

  /**
   * By the values of a field; cases that have none are under the empty one.
   *
   * @throws Split.TooManyValues when it has too many
   */
  static Map<String, Gain> by(String field, List<HeldOut> cases, Bootstrap bootstrap) {
    Map<String, Gain> gains = new LinkedHashMap<>();
    Split.by(field, cases, each -> each.graded().fields())
        .forEach((value, some) -> gains.put(value, of(some, bootstrap)));
    return gains;
  }

  /** Of each measure: before, after, and the rise. */
  private static double[] numbers(List<HeldOut> cases) {
    double[] numbers = new double[3 * (AUCS.size() + LOSSES.size())];
    int next = 0;
    for (List<Predicate<FitCase>> groups : AUCS.values()) {
      next =
          put(
              numbers,
              next,
              auc(cases, groups, HeldOut::before),
              auc(cases, groups, HeldOut::after));
    }
    next = put(numbers, next, loss(cases, HeldOut::before), loss(cases, HeldOut::after));
    put(numbers, next, brier(cases, HeldOut::before), brier(cases, HeldOut::after));
    return numbers;
  }

  private static int put(double[] numbers, int next, double before, double after) {
    numbers[next] = before;
    numbers[next + 1] = after;
    numbers[next + 2] = after - before;
    return next + 3;
  }

  /** Over all pairs of one fold. */
  private static double auc(
      List<HeldOut> cases, List<Predicate<FitCase>> groups, ToDoubleFunction<HeldOut> evidence) {
    double above = 0;
    double pairs = 0;
    for (List<HeldOut> fold :
        cases.stream()
            .collect(Collectors.groupingBy(HeldOut::fold, TreeMap::new, Collectors.toList()))
            .values()) {
      double[] higher = some(fold, groups.get(0), evidence);
      double[] lower = some(fold, groups.get(1), evidence);
      double inFold = (double) higher.length * lower.length;
      OptionalDouble auc = Auc.of(higher, lower);
      if (auc.isPresent()) {
        above += auc.getAsDouble() * inFold;
        pairs += inFold;
      }
    }
    return above / pairs;
  }

  private static double[] some(
      List<HeldOut> cases, Predicate<FitCase> which, ToDoubleFunction<HeldOut> evidence) {
    return cases.stream().filter(each -> which.test(each.graded())).mapToDouble(evidence).toArray();
  }

  private static double loss(List<HeldOut> cases, ToDoubleFunction<HeldOut> evidence) {
    return cases.stream()
        .mapToDouble(
            each -> LogisticLoss.of(evidence.applyAsDouble(each), each.graded().supported()))
        .average()
        .orElseThrow();
  }

  private static double brier(List<HeldOut> cases, ToDoubleFunction<HeldOut> evidence) {
    return Brier.score(
            cases.stream()
                .map(
                    each ->
                        new Forecast(
                            Calibration.STATED.probability(evidence.applyAsDouble(each)),
                            each.graded().supported()))
                .toList())
        .orElseThrow();
  }
}
