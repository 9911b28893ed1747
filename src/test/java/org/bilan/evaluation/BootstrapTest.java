package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bilan.evaluation.Bootstrap.Estimate;
import org.junit.jupiter.api.Test;

/** Intervals by resampling. */
class BootstrapTest {

  private static final Statistic<Double> MEAN =
      cases ->
          new double[] {cases.stream().mapToDouble(Double::doubleValue).average().getAsDouble()};

  /** A value of an incident. */
  private record Case(int incident, double value) {}

  private static final Statistic<Case> MEAN_OF_CASES =
      cases -> new double[] {cases.stream().mapToDouble(Case::value).average().getAsDouble()};

  /** A score, and the group of its case. */
  private record Scored(boolean higher, double score) {}

  private static final Statistic<Scored> AREA =
      cases -> new double[] {Auc.of(scores(cases, true), scores(cases, false)).orElse(Double.NaN)};

  private static double[] scores(List<Scored> cases, boolean higher) {
    return cases.stream().filter(c -> c.higher() == higher).mapToDouble(Scored::score).toArray();
  }

  /** Results of fifteen law schools. */
  private record School(double lsat, double gpa) {}

  private static double correlation(List<School> schools) {
    double lsat = schools.stream().mapToDouble(School::lsat).average().getAsDouble();
    double gpa = schools.stream().mapToDouble(School::gpa).average().getAsDouble();
    double both = 0;
    double first = 0;
    double second = 0;
    for (School school : schools) {
      both += (school.lsat() - lsat) * (school.gpa() - gpa);
      first += (school.lsat() - lsat) * (school.lsat() - lsat);
      second += (school.gpa() - gpa) * (school.gpa() - gpa);
    }
    return both / Math.sqrt(first * second);
  }

  private static List<Double> normal(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(unused -> random.nextGaussian()).toList();
  }

  /** Forty incidents of eight cases, which an incident's own value makes alike. */
  private static List<Case> clustered(long seed) {
    Random random = new Random(seed);
    List<Case> cases = new ArrayList<>();
    for (int incident = 0; incident < 40; incident++) {
      double own = random.nextGaussian();
      for (int i = 0; i < 8; i++) {
        cases.add(new Case(incident, own + random.nextGaussian() / 2));
      }
    }
    return cases;
  }

  /** When each case is an incident of its own. */
  private static <T> List<Estimate> alone(
      Bootstrap bootstrap, List<T> cases, Statistic<T> statistic) {
    return bootstrap.byIncident(
        IntStream.range(0, cases.size()).boxed().toList(),
        i -> i,
        some -> statistic.of(some.stream().map(cases::get).toList()));
  }

  private static boolean holds(Estimate estimate, double truth) {
    Interval interval = estimate.interval().orElseThrow();
    return interval.low() <= truth && truth <= interval.high();
  }

  /** In what share of 400 trials something is so. */
  private static double share(LongPredicate so) {
    return LongStream.range(0, 400).parallel().filter(so).count() / 400.0;
  }

  /**
   * Efron and Tibshirani (1993), table 3.1: the correlation is 0.776. The intervals are scipy
   * 1.17.1's, bootstrap(method="percentile") of 200,000 resamples: 0.459 to 0.962 for the
   * correlation, 580.5 to 621.2 for the mean LSAT.
   */
  @Test
  void theIntervalsOfFifteenLawSchoolsAreScipys() {
    double[] lsat = {576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594};
    double[] gpa = {
      3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96
    };
    List<School> schools =
        IntStream.range(0, lsat.length).mapToObj(i -> new School(lsat[i], gpa[i])).toList();
    List<Estimate> estimates =
        alone(
            new Bootstrap(40_000, 7),
            schools,
            some ->
                new double[] {
                  correlation(some), some.stream().mapToDouble(School::lsat).average().getAsDouble()
                });
    assertThat(estimates.get(0).value()).hasValueCloseTo(0.776, within(0.0005));
    Interval correlation = estimates.get(0).interval().orElseThrow();
    assertThat(correlation.low()).isCloseTo(0.459, within(0.006));
    assertThat(correlation.high()).isCloseTo(0.962, within(0.002));
    Interval mean = estimates.get(1).interval().orElseThrow();
    assertThat(mean.low()).isCloseTo(580.5, within(0.6));
    assertThat(mean.high()).isCloseTo(621.2, within(0.6));
  }

  @Test
  void theIntervalOfAMeanHoldsTheTruthAsOftenAsItSays() {
    double share =
        share(seed -> holds(alone(new Bootstrap(999, seed), normal(seed, 50), MEAN).get(0), 0));
    assertThat(share).isBetween(0.90, 0.98);
  }

  /** Scores of the groups differ by one standard deviation: the area is Phi(1/sqrt 2). */
  @Test
  void theIntervalOfAnAreaHoldsTheTruthAsOftenAsItSays() {
    double share =
        share(
            seed -> {
              List<Scored> cases = new ArrayList<>();
              normal(seed, 40).forEach(score -> cases.add(new Scored(true, score + 1)));
              normal(~seed, 40).forEach(score -> cases.add(new Scored(false, score)));
              return holds(alone(new Bootstrap(499, seed), cases, AREA).get(0), 0.7602499389065233);
            });
    assertThat(share).isBetween(0.90, 0.98);
  }

  @Test
  void whereCasesOfAnIncidentAreAlikeOnlyDrawingIncidentsHoldsTheTruth() {
    double incidents =
        share(
            seed ->
                holds(
                    new Bootstrap(499, seed)
                        .byIncident(clustered(seed), Case::incident, MEAN_OF_CASES)
                        .get(0),
                    0));
    double cases =
        share(
            seed ->
                holds(alone(new Bootstrap(499, seed), clustered(seed), MEAN_OF_CASES).get(0), 0));
    assertThat(incidents).isBetween(0.90, 0.98);
    assertThat(cases).isLessThan(0.75);
  }

  /** Of an incident all cases are drawn or none, and as many incidents as there are. */
  @Test
  void anIncidentIsDrawnWithAllItsCases() {
    List<Case> cases = new ArrayList<>();
    for (int incident = 0; incident < 10; incident++) {
      for (int i = 0; i <= incident; i++) {
        cases.add(new Case(incident, i));
      }
    }
    Collections.shuffle(cases, new Random(1));
    List<Estimate> estimates =
        new Bootstrap(200, 3)
            .byIncident(
                cases,
                Case::incident,
                some -> {
                  int drawn = 0;
                  boolean whole = true;
                  for (int incident = 0; incident < 10; incident++) {
                    int each = incident;
                    long count = some.stream().filter(c -> c.incident() == each).count();
                    drawn += (int) (count / (incident + 1));
                    whole &= count % (incident + 1) == 0;
                  }
                  return new double[] {drawn, whole ? 1 : 0};
                });
    assertThat(estimates.get(0).interval()).hasValue(new Interval(10, 10));
    assertThat(estimates.get(1).interval()).hasValue(new Interval(1, 1));
  }

  @Test
  void theSameSeedGivesTheSameOnHoweverManyProcessors() throws Exception {
    List<Case> cases = clustered(5);
    Callable<List<Estimate>> work =
        () -> new Bootstrap(499, 11).byIncident(cases, Case::incident, MEAN_OF_CASES);
    List<Estimate> single = on(1, work);
    for (int processors : new int[] {1, 2, 3, 8}) {
      assertThat(on(processors, work)).isEqualTo(single);
    }
    assertThat(new Bootstrap(499, 12).byIncident(cases, Case::incident, MEAN_OF_CASES))
        .as("of another seed")
        .isNotEqualTo(single);
  }

  private static <T> T on(int processors, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(processors);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aWatchEndsTheWork() {
    AtomicInteger asked = new AtomicInteger();
    Bootstrap watched =
        new Bootstrap(10_000, 1)
            .watched(
                () -> {
                  if (asked.incrementAndGet() > 20) {
                    throw new IllegalStateException("late");
                  }
                });
    AtomicInteger worked = new AtomicInteger();
    Statistic<Double> counting =
        some -> {
          worked.incrementAndGet();
          return MEAN.of(some);
        };
    assertThatThrownBy(() -> alone(watched, normal(1, 20), counting))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("late");
    assertThat(worked.get()).as("the cases, and 20 resamples").isLessThanOrEqualTo(21);
  }

  @Test
  void statisticsTogetherAreOfTheSameResamplesAsAlone() {
    List<Double> cases = normal(2, 30);
    Statistic<Double> greatest = some -> new double[] {Collections.max(some)};
    Bootstrap bootstrap = new Bootstrap(199, 1);
    List<Estimate> together =
        alone(
            bootstrap,
            cases,
            some -> new double[] {MEAN.of(some)[0], greatest.of(some)[0], 2 * some.get(0)});
    assertThat(together.get(0)).isEqualTo(alone(bootstrap, cases, MEAN).get(0));
    assertThat(together.get(1)).isEqualTo(alone(bootstrap, cases, greatest).get(0));
  }

  /** Resamples differ, and the statistic is asked once for each and once for the cases. */
  @Test
  void eachResampleIsDrawnAnew() {
    Set<List<Double>> seen = Collections.synchronizedSet(new HashSet<>());
    AtomicInteger asked = new AtomicInteger();
    alone(
        new Bootstrap(300, 1),
        normal(1, 20),
        some -> {
          asked.incrementAndGet();
          seen.add(List.copyOf(some));
          return new double[] {};
        });
    assertThat(asked).hasValue(301);
    assertThat(seen).hasSize(301);
  }

  /** Of 39 resamples the ends are the least and the greatest, of 999 the 25th from either end. */
  @Test
  void theEndsAreTheQuantilesOfTheBook() {
    for (int resamples : new int[] {39, 78, 79, 999, 1000}) {
      List<Double> means = Collections.synchronizedList(new ArrayList<>());
      Statistic<Double> noted =
          some -> {
            double[] mean = MEAN.of(some);
            means.add(mean[0]);
            return mean;
          };
      Interval interval =
          alone(new Bootstrap(resamples, 1), normal(1, 20), noted).get(0).interval().orElseThrow();
      means.remove(0);
      List<Double> sorted = means.stream().sorted().toList();
      int k = resamples < 79 ? 1 : resamples == 79 ? 2 : 25;
      assertThat(interval).isEqualTo(new Interval(sorted.get(k - 1), sorted.get(resamples - k)));
    }
  }

  /** Two cases: in half of the resamples both are the same, and there is no area. */
  @Test
  void resamplesWhereAStatisticIsUndefinedAreLeftOutAndCounted() {
    List<Scored> cases = List.of(new Scored(true, 2), new Scored(false, 1));
    Estimate area = alone(new Bootstrap(1000, 1), cases, AREA).get(0);
    assertThat(area.value()).hasValue(1);
    assertThat(area.interval()).hasValue(new Interval(1, 1));
    assertThat(area.undefined()).isBetween(430, 570);
    Estimate few = alone(new Bootstrap(40, 1), cases, AREA).get(0);
    assertThat(few.interval()).as("of too few resamples that are left").isEmpty();
    assertThat(few.value()).hasValue(1);
  }

  @Test
  void whatIsUndefinedOfTheCasesHasNoInterval() {
    Estimate none = alone(new Bootstrap(100, 1), List.of(new Scored(true, 2)), AREA).get(0);
    assertThat(none.value()).isEmpty();
    assertThat(none.interval()).isEmpty();
    assertThat(none.undefined()).isEqualTo(100);
    assertThat(alone(new Bootstrap(100, 1), List.<Double>of(), MEAN)).isEmpty();
  }

  @Test
  void tooFewResamplesAndNumbersThatComeAndGoAreRefused() {
    assertThatThrownBy(() -> new Bootstrap(38, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Too few resamples for an interval of 95 %, at least 39 are needed: 38");
    assertThatThrownBy(
            () ->
                alone(
                    new Bootstrap(100, 1),
                    normal(1, 9),
                    some -> new double[new HashSet<>(some).size()]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as many numbers");
  }
}
