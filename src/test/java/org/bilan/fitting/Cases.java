package org.bilan.fitting;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.bilan.assessment.Grade;

/** Claims made up, whose grades follow from known weights. */
final class Cases {

  private Cases() {}

  /** A claim with its sum, graded. */
  static FitCase of(int number, ClaimSum sum, Grade people) {
    boolean supported = people == Grade.CONFIRMED || people == Grade.FAIR;
    return new FitCase("i%05d".formatted(number), "c", people, supported, Map.of(), sum);
  }

  /** A claim with these rules on one proposition, in one topic. */
  static ClaimSum plain(int prior, int... rules) {
    return new ClaimSum(prior, List.of(List.of(new ClaimSum.Topic(Integer.MAX_VALUE, rules))));
  }

  /**
   * Claims on two propositions, with two topics of which one is capped at 9 decibans; each rule
   * finds something in two fifths. People find one supported with the probability that the weights
   * and the offset say.
   */
  static List<FitCase> simulated(double[] weights, double offset, int count, long seed) {
    Random random = new Random(seed);
    int half = weights.length / 2;
    return Stream.iterate(0, number -> number + 1)
        .limit(count)
        .map(
            number -> {
              ClaimSum sum =
                  new ClaimSum(
                      -4,
                      List.of(
                          topics(random, 0, half, weights.length),
                          topics(random, 0, half, weights.length)));
              double odds = StrictMath.pow(10, (sum.evidence(weights) + offset) / 10);
              boolean supported = random.nextDouble() < odds / (1 + odds);
              return of(number, sum, supported ? Grade.FAIR : Grade.WEAK);
            })
        .toList();
  }

  private static List<ClaimSum.Topic> topics(Random random, int from, int half, int to) {
    return List.of(
        new ClaimSum.Topic(9, some(random, from, half)),
        new ClaimSum.Topic(30, some(random, half, to)));
  }

  private static int[] some(Random random, int from, int to) {
    return Stream.iterate(from, rule -> rule + 1)
        .limit(to - from)
        .filter(rule -> random.nextInt(5) < 2)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Rules with these weights and limits: present, least, most. */
  static List<WeightRange> rules(int[]... ranges) {
    return Stream.iterate(0, place -> place + 1)
        .limit(ranges.length)
        .map(
            place ->
                new WeightRange(
                    "t.r" + place,
                    at(ranges, place, 0),
                    at(ranges, place, 1),
                    at(ranges, place, 2)))
        .toList();
  }

  private static int at(int[][] ranges, int place, int what) {
    return ranges[place][what];
  }

  /** Chooses nothing: one strength. */
  static Procedure procedure(List<WeightRange> rules, double strength) {
    return new Procedure(rules, OptionalDouble.of(strength), 1);
  }
}
