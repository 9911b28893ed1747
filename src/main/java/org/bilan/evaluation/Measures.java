package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bilan.assessment.Grade;

/** The figures of agreement that are worked out of graded claims, each under a name. */
final class Measures implements Statistic<Measures.Pair> {

  /**
   * A claim as people graded it and as it stands.
   *
   * @param evidence in decibans
   */
  record Pair(String incident, Grade people, Grade machine, int evidence) {}

  /** The first measure: whether what people find supported has more evidence than the rest. */
  static final String SUPPORTED_AUC = "auc.supported";

  /** People who grade so say that the incident is well enough supported to be counted. */
  private static final List<Grade> SUPPORTED = List.of(Grade.CONFIRMED, Grade.FAIR);

  /**
   * Grades in their order, for the weighted kappa. Contested and discounted are on no scale with
   * these: whoever disputes a claim is another question than how much is said for it.
   */
  private static final List<Grade> SCALE = List.of(Grade.CONFIRMED, Grade.FAIR, Grade.WEAK);

  /** What several measures are worked out of, once: it is asked thousands of times. */
  private record Sample(List<Pair> pairs, ConfusionMatrix matrix, Map<Grade, int[]> evidence) {}

  private final Map<String, Function<Sample, OptionalDouble>> all = new LinkedHashMap<>();

  Measures() {
    all.put(SUPPORTED_AUC, sample -> auc(sample, SUPPORTED, others(SUPPORTED)));
    Grade[] grades = Grade.values();
    for (int higher = 0; higher < grades.length; higher++) {
      for (int lower = higher + 1; lower < grades.length; lower++) {
        List<Grade> one = List.of(grades[higher]);
        List<Grade> other = List.of(grades[lower]);
        all.put(auc(grades[higher], grades[lower]), sample -> auc(sample, one, other));
      }
    }
    all.put("brier", sample -> Brier.score(forecasts(sample.pairs)));
    all.put("accuracy", sample -> sample.matrix.accuracy());
    all.put("kappa", sample -> Kappa.plain(sample.matrix.among(Arrays.asList(grades))));
    all.put("kappa.quadratic", sample -> Kappa.quadratic(sample.matrix.among(SCALE)));
    for (Grade grade : grades) {
      all.put("precision." + grade.word(), sample -> sample.matrix.precision(grade));
      all.put("recall." + grade.word(), sample -> sample.matrix.recall(grade));
    }
  }

  /** The name of a measure: that claims of one grade have more evidence than those of another. */
  static String auc(Grade higher, Grade lower) {
    return "auc." + higher.word() + "." + lower.word();
  }

  /** Estimates that a bootstrap made of them, by their names. */
  Map<String, Bootstrap.Estimate> named(List<Bootstrap.Estimate> estimates) {
    Map<String, Bootstrap.Estimate> named = new LinkedHashMap<>();
    List<String> names = List.copyOf(all.keySet());
    for (int i = 0; i < estimates.size(); i++) {
      named.put(names.get(i), estimates.get(i));
    }
    return named;
  }

  @Override
  public double[] of(List<Pair> pairs) {
    Map<Grade, int[]> evidence = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) {
      evidence.put(
          grade,
          pairs.stream().filter(pair -> pair.people() == grade).mapToInt(Pair::evidence).toArray());
    }
    Sample sample = new Sample(pairs, matrix(pairs), evidence);
    return all.values().stream()
        .mapToDouble(measure -> measure.apply(sample).orElse(Double.NaN))
        .toArray();
  }

  static ConfusionMatrix matrix(List<Pair> pairs) {
    return ConfusionMatrix.of(pairs, Pair::people, Pair::machine);
  }

  /** The score taken at its word, as the probability that people find the claim supported. */
  static List<Forecast> forecasts(List<Pair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                new Forecast(
                    Calibration.STATED.probability(pair.evidence()), supported(pair.people())))
        .toList();
  }

  static boolean supported(Grade people) {
    return SUPPORTED.contains(people);
  }

  private static List<Grade> others(List<Grade> grades) {
    List<Grade> others = new ArrayList<>(List.of(Grade.values()));
    others.removeAll(grades);
    return others;
  }

  private static OptionalDouble auc(Sample sample, List<Grade> higher, List<Grade> lower) {
    return Auc.of(evidence(sample, higher), evidence(sample, lower));
  }

  private static int[] evidence(Sample sample, List<Grade> grades) {
    return grades.stream().map(sample.evidence::get).flatMapToInt(Arrays::stream).toArray();
  }
}
