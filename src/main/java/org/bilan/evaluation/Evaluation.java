package org.bilan.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;

/**
 * How the rules' judgement agrees with people's.
 *
 * @param ruleset revision of the rules
 * @param resamples of the bootstrap
 * @param seed of the bootstrap
 * @param all of all claims
 * @param split by the values of each field that was asked for
 * @param evidence by people's grade how many claims have so many decibans
 * @param rules what each live rule does: those that help most first
 * @param misjudged the claims on which machine and people differ most
 * @param missing incidents that people graded and the archive does not hold, or not with the claim
 *     that they graded
 * @param failed incidents that people graded and the archive holds, but that could not be judged
 * @param ungraded dossiers that nobody graded
 */
public record Evaluation(
    String ruleset,
    int resamples,
    long seed,
    Agreement all,
    Map<String, Map<String, Agreement>> split,
    Map<Grade, SortedMap<Integer, Long>> evidence,
    List<RuleAccount> rules,
    List<Misjudged> misjudged,
    List<String> missing,
    List<String> failed,
    long ungraded) {

  private static final int SHORT = 12;

  /**
   * Works it out.
   *
   * @param claims in any order; at least one
   * @param live ids of the rules that are live
   * @param fields by which to split, each once
   * @param missing incidents that people graded and the archive does not hold
   * @param failed incidents that people graded and that could not be judged
   * @param ungraded dossiers that nobody graded
   * @param progress is told how much is measured
   * @throws Split.TooManyValues when a field has too many values to split by
   */
  public static Evaluation of(
      String ruleset,
      List<GradedClaim> claims,
      Collection<String> live,
      Collection<String> fields,
      Bootstrap bootstrap,
      Collection<String> missing,
      Collection<String> failed,
      long ungraded,
      Progress progress) {
    List<GradedClaim> ordered =
        claims.stream()
            .sorted(Comparator.comparing(GradedClaim::incident).thenComparing(GradedClaim::claim))
            .toList();
    // Before any work: a field may have too many values.
    Map<String, SortedMap<String, List<Integer>>> groups = new LinkedHashMap<>();
    List<Integer> places = IntStream.range(0, ordered.size()).boxed().toList();
    for (String field : fields) {
      groups.put(field, Split.by(field, places, place -> ordered.get(place).fields()));
    }
    Set<String> each = new TreeSet<>(live);
    int parts = groups.values().stream().mapToInt(Map::size).sum();
    Steps steps = new Steps(progress, 1 + parts + each.size());
    List<Pair> pairs = Pair.of(ordered, GradedClaim::standing, bootstrap.seed());
    Agreement all = steps.next(() -> Agreement.of(pairs, bootstrap));
    Map<String, Map<String, Agreement>> split = new LinkedHashMap<>();
    groups.forEach(
        (field, values) -> {
          Map<String, Agreement> told = new LinkedHashMap<>();
          values.forEach(
              (value, group) -> {
                List<Pair> own = group.stream().map(pairs::get).toList();
                told.put(value, steps.next(() -> Agreement.of(own, bootstrap)));
              });
          split.put(field, told);
        });
    List<RuleAccount> rules =
        each.stream()
            .map(rule -> steps.next(() -> account(rule, ordered, pairs, bootstrap)))
            .sorted(
                Comparator.comparingDouble((RuleAccount account) -> -account.gain())
                    .thenComparing(RuleAccount::rule))
            .toList();
    return new Evaluation(
        ruleset,
        bootstrap.resamples(),
        bootstrap.seed(),
        all,
        split,
        evidence(ordered),
        rules,
        Misjudged.worst(ordered),
        List.copyOf(new TreeSet<>(missing)),
        List.copyOf(new TreeSet<>(failed)),
        ungraded);
  }

  /**
   * The same with what may be told of the claims on which machine and people differ most; nothing
   * else names what a dossier says.
   */
  public Evaluation told(Function<Misjudged, Optional<Misjudged>> telling) {
    return new Evaluation(
        ruleset,
        resamples,
        seed,
        all,
        split,
        evidence,
        rules,
        misjudged.stream().flatMap(each -> telling.apply(each).stream()).toList(),
        missing,
        failed,
        ungraded);
  }

  /** The beginning of the revision, as people name it. */
  public String shortRevision() {
    return ruleset.substring(0, Math.min(SHORT, ruleset.length()));
  }

  private static Map<Grade, SortedMap<Integer, Long>> evidence(List<GradedClaim> claims) {
    Map<Grade, SortedMap<Integer, Long>> evidence = new EnumMap<>(Grade.class);
    for (GradedClaim claim : claims) {
      evidence
          .computeIfAbsent(claim.people(), grade -> new TreeMap<>())
          .merge(claim.evidence(), 1L, Long::sum);
    }
    return evidence;
  }

  private static GradedClaim.Standing without(String rule, GradedClaim claim) {
    return claim.without().getOrDefault(rule, claim.standing());
  }

  private static RuleAccount account(
      String rule, List<GradedClaim> claims, List<Pair> with, Bootstrap bootstrap) {
    Map<Grade, Long> fires = new EnumMap<>(Grade.class);
    long moves = 0;
    boolean idle = true;
    boolean tells = false;
    for (GradedClaim claim : claims) {
      if (claim.findings().stream().map(Finding::rule).anyMatch(rule::equals)) {
        fires.merge(claim.people(), 1L, Long::sum);
      }
      GradedClaim.Standing without = without(rule, claim);
      moves += without.evidence() == claim.evidence() ? 0 : 1;
      idle &= without.evidence() == claim.evidence() && without.grade() == claim.machine();
      // Also by what a claim's weakest proposition hides.
      tells |= claim.without().containsKey(rule);
    }
    return new RuleAccount(
        rule,
        fires,
        moves,
        idle,
        tells
            ? differences(
                with, Pair.of(claims, each -> without(rule, each), bootstrap.seed()), bootstrap)
            : Map.of());
  }

  /** Of the same resamples: with and without the rule are then compared like with like. */
  private static Map<String, Bootstrap.Estimate> differences(
      List<Pair> with, List<Pair> without, Bootstrap bootstrap) {
    Measures measures = new Measures();
    List<Both> pairs =
        IntStream.range(0, with.size())
            .mapToObj(i -> new Both(with.get(i), without.get(i)))
            .toList();
    Statistic<Both> difference =
        some -> {
          double[] whole = measures.of(some.stream().map(Both::with).toList());
          double[] less = measures.of(some.stream().map(Both::without).toList());
          for (int i = 0; i < whole.length; i++) {
            whole[i] -= less[i];
          }
          return whole;
        };
    return measures.named(bootstrap.byIncident(pairs, both -> both.with().incident(), difference));
  }

  private record Both(Pair with, Pair without) {}

  /** Tells how much is measured, one after the other. */
  private static final class Steps {
    private final Progress progress;
    private final int of;
    private int done;

    Steps(Progress progress, int of) {
      this.progress = progress;
      this.of = of;
      progress.at(Progress.Stage.MEASURING, 0, of);
    }

    <T> T next(Supplier<T> measured) {
      T result = measured.get();
      progress.at(Progress.Stage.MEASURING, ++done, of);
      return result;
    }
  }
}
