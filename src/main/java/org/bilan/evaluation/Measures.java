package org.bilan.evaluation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Proposition;

/** The figures of agreement that are worked out of graded claims, each under a name. */
final class Measures implements Statistic<Pair> {

  /** The first measure: whether what people find supported has more evidence than the rest. */
  static final String SUPPORTED_AUC = "auc.supported";

  /**
   * Grades in their order, for the weighted kappa. Contested and discounted are on no scale with
   * these: whoever disputes a claim is another question than how much is said for it.
   */
  private static final List<Grade> SCALE = List.of(Grade.CONFIRMED, Grade.FAIR, Grade.WEAK);

  private static final List<Grade> UNSUPPORTED =
      Arrays.stream(Grade.values()).filter(grade -> !Pair.supported(grade)).toList();

  /** What several measures are worked out of, once: it is asked thousands of times. */
  private record Sample(List<Pair> pairs, ConfusionMatrix matrix, EvidenceCounts evidence) {}

  private final Map<String, Function<Sample, OptionalDouble>> ofClaims = new LinkedHashMap<>();

  /** What is asked of each proposition's own evidence, and by its name. */
  private final Map<String, Function<EvidenceCounts, OptionalDouble>> ofPropositions =
      new LinkedHashMap<>();

  Measures() {
    ofPropositions.put(SUPPORTED_AUC, evidence -> evidence.auc(Pair.SUPPORTED, UNSUPPORTED));
    ofPropositions.put(
        auc(Grade.FAIR, Grade.WEAK),
        evidence -> evidence.auc(List.of(Grade.FAIR), List.of(Grade.WEAK)));
    ofClaims.put(SUPPORTED_AUC, sample -> sample.evidence.auc(Pair.SUPPORTED, UNSUPPORTED));
    Grade[] grades = Grade.values();
    for (int higher = 0; higher < grades.length; higher++) {
      for (int lower = higher + 1; lower < grades.length; lower++) {
        List<Grade> one = List.of(grades[higher]);
        List<Grade> other = List.of(grades[lower]);
        ofClaims.put(auc(grades[higher], grades[lower]), sample -> sample.evidence.auc(one, other));
      }
    }
    ofClaims.put("brier", sample -> Brier.score(sample.pairs.stream().map(Pair::stated).toList()));
    ofClaims.put(
        "brier.calibrated",
        sample ->
            Brier.score(sample.pairs.stream().flatMap(p -> p.calibrated().stream()).toList()));
    ofClaims.put("accuracy", sample -> sample.matrix.accuracy());
    ofClaims.put("kappa", sample -> Kappa.plain(sample.matrix.among(Arrays.asList(grades))));
    ofClaims.put("kappa.quadratic", sample -> Kappa.quadratic(sample.matrix.among(SCALE)));
    for (Grade grade : grades) {
      ofClaims.put("precision." + grade.word(), sample -> sample.matrix.precision(grade));
      ofClaims.put("recall." + grade.word(), sample -> sample.matrix.recall(grade));
    }
  }

  /** The name of a measure: that claims of one grade have more evidence than those of another. */
  static String auc(Grade higher, Grade lower) {
    return "auc." + higher.word() + "." + lower.word();
  }

  /** Estimates that a bootstrap made of them, by their names. */
  Map<String, Bootstrap.Estimate> named(List<Bootstrap.Estimate> estimates) {
    Map<String, Bootstrap.Estimate> named = new LinkedHashMap<>();
    Iterator<Bootstrap.Estimate> next = estimates.iterator();
    ofClaims.keySet().forEach(name -> named.put(name, next.next()));
    for (Proposition proposition : Proposition.values()) {
      ofPropositions.keySet().forEach(name -> named.put(name(proposition, name), next.next()));
    }
    return named;
  }

  /** The names of what is asked of each proposition. */
  Set<String> ofPropositions() {
    return ofPropositions.keySet();
  }

  /** The name of a measure of one proposition's evidence. */
  static String name(Proposition proposition, String measure) {
    return proposition.word() + "." + measure;
  }

  @Override
  public double[] of(List<Pair> pairs) {
    Sample sample =
        new Sample(
            pairs,
            matrix(pairs),
            EvidenceCounts.of(pairs, Pair::people, pair -> pair.machine().evidence()));
    DoubleStream.Builder numbers = DoubleStream.builder();
    ofClaims.values().forEach(measure -> numbers.add(number(measure.apply(sample))));
    for (Proposition proposition : Proposition.values()) {
      EvidenceCounts evidence =
          EvidenceCounts.of(
              pairs, Pair::people, pair -> pair.machine().propositions().get(proposition));
      ofPropositions.values().forEach(measure -> numbers.add(number(measure.apply(evidence))));
    }
    return numbers.build().toArray();
  }

  private static double number(OptionalDouble measure) {
    return measure.orElse(Double.NaN);
  }

  static ConfusionMatrix matrix(List<Pair> pairs) {
    return ConfusionMatrix.of(pairs, Pair::people, pair -> pair.machine().grade());
  }
}
