package org.bilan.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bilan.assessment.Grade;

/**
 * How many cases people and the machine have graded how: a row for each grade that people gave, a
 * column for each that the machine gave.
 */
public final class ConfusionMatrix {

  private final long[][] counts;

  private ConfusionMatrix(long[][] counts) {
    this.counts = counts;
  }

  /**
   * Counts cases.
   *
   * @param people the grade that people gave a case
   * @param machine the grade that the machine gave it
   */
  public static <T> ConfusionMatrix of(
      Collection<T> cases, Function<T, Grade> people, Function<T, Grade> machine) {
    int grades = Grade.values().length;
    long[][] counts = new long[grades][grades];
    for (T each : cases) {
      counts[people.apply(each).ordinal()][machine.apply(each).ordinal()]++;
    }
    return new ConfusionMatrix(counts);
  }

  /** How many cases people graded so, and the machine so. */
  public long count(Grade people, Grade machine) {
    return counts[people.ordinal()][machine.ordinal()];
  }

  /** How many cases people graded so. */
  public long people(Grade grade) {
    long sum = 0;
    for (Grade machine : Grade.values()) {
      sum += count(grade, machine);
    }
    return sum;
  }

  /** How many cases the machine graded so. */
  public long machine(Grade grade) {
    long sum = 0;
    for (Grade people : Grade.values()) {
      sum += count(people, grade);
    }
    return sum;
  }

  /** How many cases there are. */
  public long cases() {
    long sum = 0;
    for (Grade grade : Grade.values()) {
      sum += people(grade);
    }
    return sum;
  }

  /** The share of cases, 0 to 1, that both graded alike; empty when there are none. */
  public OptionalDouble accuracy() {
    long alike = 0;
    for (Grade grade : Grade.values()) {
      alike += count(grade, grade);
    }
    return share(alike, cases());
  }

  /**
   * Of the cases that the machine graded so, the share, 0 to 1, that people graded so too (C. J.
   * van Rijsbergen, Information Retrieval, 1979, chapter 7); empty when the machine graded none so.
   */
  public OptionalDouble precision(Grade grade) {
    return share(count(grade, grade), machine(grade));
  }

  /**
   * Of the cases that people graded so, the share, 0 to 1, that the machine graded so too (the same
   * chapter); empty when people graded none so.
   */
  public OptionalDouble recall(Grade grade) {
    return share(count(grade, grade), people(grade));
  }

  /**
   * The cases that both graded with one of these, for {@link Kappa}: rows are people's grades and
   * columns the machine's, in the order given. Others are left out; {@link #cases} tells of how
   * many there are in all.
   *
   * @param grades in their order where it matters, such as confirmed, fair, weak
   * @throws IllegalArgumentException when a grade is given twice
   */
  public long[][] among(List<Grade> grades) {
    if (new HashSet<>(grades).size() < grades.size()) {
      throw new IllegalArgumentException("Grades given twice, name each once: " + grades);
    }
    long[][] among = new long[grades.size()][grades.size()];
    for (int row = 0; row < among.length; row++) {
      for (int column = 0; column < among.length; column++) {
        among[row][column] = count(grades.get(row), grades.get(column));
      }
    }
    return among;
  }

  private static OptionalDouble share(long of, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of / all);
  }
}
