package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import java.util.stream.IntStream;

/** Claims by their scores, and by how far these moved. For one thread. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class Histograms {

  /** Scores of one bin. */
  private static final int WIDTH = 5;

  private static final int MOST = 100;

  /** The last holds 100 too. */
  private static final int BINS = MOST / WIDTH;

  private long[] before = new long[BINS];
  private long[] after = new long[BINS];
  private long[] came = new long[BINS];

  /** What did not move is a bin of its own, in the middle. */
  private long[] changes = new long[2 * BINS + 1];

  void compare(int stood, int stands) {
    before[bin(stood)]++;
    after[bin(stands)]++;
    changes[BINS + step(stands - stood)]++;
  }

  void come(int stands) {
    came[bin(stands)]++;
  }

  private static int bin(int score) {
    return Math.min(score / WIDTH, BINS - 1);
  }

  /** 1 to 5 is the first step, -5 to -1 the first of the other direction. */
  private static int step(int change) {
    return Integer.signum(change) * ((Math.abs(change) + WIDTH - 1) / WIDTH);
  }

  void merge(Histograms others) {
    add(before, others.before);
    add(after, others.after);
    add(came, others.came);
    add(changes, others.changes);
  }

  static void add(long[] sums, long[] more) {
    for (int i = 0; i < more.length; i++) {
      sums[i] += more[i];
    }
  }

  List<Moved.ScoreBin> scores() {
    return IntStream.range(0, BINS)
        .mapToObj(
            i ->
                new Moved.ScoreBin(
                    i * WIDTH,
                    i == BINS - 1 ? MOST : i * WIDTH + WIDTH - 1,
                    before[i],
                    after[i],
                    came[i]))
        .toList();
  }

  List<Moved.ChangeBin> changes() {
    return IntStream.rangeClosed(-BINS, BINS)
        .mapToObj(
            step ->
                new Moved.ChangeBin(
                    step > 0 ? (step - 1) * WIDTH + 1 : step * WIDTH,
                    step < 0 ? (step + 1) * WIDTH - 1 : step * WIDTH,
                    changes[BINS + step]))
        .toList();
  }
}
