package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How far a statistic might lie from the truth: percentile intervals of it over resamples of the
 * cases, drawn with replacement (B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap,
 * 1993, chapter 13).
 *
 * <p>It works on all processors. The same cases in the same order, the same number of resamples and
 * the same seed give the same intervals, whatever the machine. With few cases or incidents the
 * intervals are too short: of a mean of ten, 90 in a hundred hold the truth, of forty some 94. They
 * know nothing of faults that all cases share.
 *
 * @param resamples how many are drawn, from 39; 1000 or more for ends that are steady (the same
 *     book)
 * @param seed where the random numbers start
 * @param watch is run before each resample, on any thread; what it throws ends the work, as when
 *     there is no more time
 */
public record Bootstrap(int resamples, long seed, Runnable watch) {

  /** One case of this many, in each tail: 2.5 %. */
  private static final int TAIL = 40;

  /**
   * @throws IllegalArgumentException when there are too few resamples for a tail to hold one
   */
  public Bootstrap {
    if (resamples < TAIL - 1) {
      throw new IllegalArgumentException(
          "Too few resamples for an interval of 95 %%, at least %d are needed: %d"
              .formatted(TAIL - 1, resamples));
    }
  }

  /** One that takes its time. */
  public Bootstrap(int resamples, long seed) {
    this(resamples, seed, () -> {});
  }

  /** The same under a watch. */
  public Bootstrap watched(Runnable by) {
    return new Bootstrap(resamples, seed, by);
  }

  /**
   * A statistic and its interval.
   *
   * @param value of the cases themselves; empty where it is undefined
   * @param interval 95 %, of the resamples where the statistic is defined; empty where the value
   *     is, or when fewer than 39 resamples are left
   * @param undefined in how many resamples the statistic is undefined: with more than a few, the
   *     interval is one of the lucky samples only
   */
  public record Estimate(OptionalDouble value, Optional<Interval> interval, int undefined) {}

  /**
   * Estimates when the cases of an incident hang together: incidents are drawn, each with all its
   * cases (A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, 1997). Cases
   * of one incident share reports and circumstances, so that they tell less than as many of
   * different ones.
   *
   * @param incident what the cases of an incident have in common, and no others
   * @return an estimate of each number of the statistic, in its order; empty without cases
   */
  public <T> List<Estimate> byIncident(
      List<T> cases, Function<T, ?> incident, Statistic<T> statistic) {
    Map<Object, List<T>> incidents = new LinkedHashMap<>();
    for (T each : cases) {
      incidents.computeIfAbsent(incident.apply(each), unused -> new ArrayList<>()).add(each);
    }
    List<List<T>> groups = List.copyOf(incidents.values());
    if (groups.isEmpty()) {
      return List.of();
    }
    double[] values = statistic.of(groups.stream().flatMap(List::stream).toList());
    SplittableRandom root = new SplittableRandom(seed);
    // Split in order, before anything runs at once, so that each resample has its own numbers.
    List<SplittableRandom> randoms =
        IntStream.range(0, resamples).mapToObj(unused -> root.split()).toList();
    double[][] replications =
        randoms.parallelStream()
            .map(random -> replication(groups, statistic, random, values.length))
            .toArray(double[][]::new);
    return IntStream.range(0, values.length)
        .mapToObj(
            i -> estimate(values[i], Arrays.stream(replications).mapToDouble(r -> r[i]).toArray()))
        .toList();
  }

  private <T> double[] replication(
      List<List<T>> groups, Statistic<T> statistic, SplittableRandom random, int numbers) {
    watch.run();
    List<T> resample = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      resample.addAll(groups.get(random.nextInt(groups.size())));
    }
    double[] replication = statistic.of(resample);
    if (replication.length != numbers) {
      throw new IllegalArgumentException(
          "A statistic has to give as many numbers of each resample as of the cases, %d, not %d"
              .formatted(numbers, replication.length));
    }
    return replication;
  }

  private static Estimate estimate(double value, double[] replications) {
    double[] defined =
        Arrays.stream(replications).filter(each -> !Double.isNaN(each)).sorted().toArray();
    int undefined = replications.length - defined.length;
    if (Double.isNaN(value)) {
      return new Estimate(OptionalDouble.empty(), Optional.empty(), undefined);
    }
    // The kth from below and from above, k being the whole part of 2.5 % of one more than there are
    // (the rule of Efron and Tibshirani).
    int k = (defined.length + 1) / TAIL;
    Optional<Interval> interval =
        k == 0
            ? Optional.empty()
            : Optional.of(new Interval(defined[k - 1], defined[defined.length - k]));
    return new Estimate(OptionalDouble.of(value), interval, undefined);
  }
}
