package org.bilan.evidence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many texts share most of their runs of words. Of the shorter text a sample by the
 * smallest hashes is looked up in the longer, which keeps the comparison of long texts short
 * (Bar-Yossef et al., 2002); and all samples are looked up at once, so that texts which share
 * nothing are never compared.
 */
final class SharedRuns {

  /** Share of the shorter text's runs, in percent, that the other must hold too. By hand. */
  private static final int COPIED_PERCENT = 60;

  /**
   * Where three words in ten were changed, a third of the runs is left (0.7 to the third power) and
   * seven tenths of the words: fewer runs do when so many words are the same. Two accounts of one
   * event in their own words share a few runs in a hundred.
   */
  private static final int EDITED_RUNS_PERCENT = 20;

  private static final int EDITED_WORDS_PERCENT = 60;

  /** Of the longer text's words: a book holds the words of any letter. */
  private static final int EDITED_LONGER_PERCENT = 40;

  /** Runs of the shorter text that are looked up: up to this many words are compared exactly. */
  private static final int SAMPLE = 400;

  /** The table of more would take more memory than it saves time. */
  private static final int MOST_RUNS = 1 << 16;

  /** Steps for each run, at most, to tell that none is shared: words may be chosen to collide. */
  private static final int CROWDED = 16;

  /** What is done with two texts that are alike. */
  @FunctionalInterface
  interface Pair {

    /**
     * @param shorter place of the shorter text
     * @param longer place of the longer text
     * @param percent of the longer text's runs, about how many stand in the shorter; where it was
     *     edited, of its words
     */
    void accept(int shorter, int longer, int percent);
  }

  private final Sketch[] sketches;
  private final long[] runs;

  /** For each run where its list of texts starts and ends in {@link #texts}. */
  private final int[] start;

  private final int[] end;
  private final int[] texts;

  private SharedRuns(Sketch[] sketches, int[] places) {
    this.sketches = sketches;
    long[] all = new long[IntStream.of(places).map(this::sample).sum()];
    int filled = 0;
    for (int place : places) {
      System.arraycopy(sketches[place].runs(), 0, all, filled, sample(place));
      filled += sample(place);
    }
    Arrays.sort(all);
    this.runs = NearCopies.distinct(all);
    this.texts = new int[all.length];
    this.start = new int[runs.length];
    for (int i = 0, run = -1; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        start[++run] = i;
      }
    }
    this.end = start.clone();
  }

  /**
   * Whether any run may stand in two texts: in most dossiers none does, and all is said.
   *
   * @param texts the runs of each, in any order; null where there is no text to compare
   */
  static boolean any(long[][] texts) {
    int runs = 0;
    for (long[] text : texts) {
      runs += text == null ? 0 : text.length;
    }
    if (runs > MOST_RUNS) {
      return true;
    }
    int places = Integer.highestOneBit(Math.max(runs, 1)) * 4;
    long[] table = new long[places];
    int[] firstIn = new int[places];
    long patience = CROWDED * (runs + 1L);
    for (int text = 0; text < texts.length; text++) {
      for (int i = 0; texts[text] != null && i < texts[text].length; i++) {
        long run = texts[text][i];
        int place = (int) run & places - 1;
        while (firstIn[place] != 0 && table[place] != run) {
          place = place + 1 & places - 1;
          if (--patience < 0) {
            return true;
          }
        }
        if (firstIn[place] != 0 && firstIn[place] != text + 1) {
          return true;
        }
        table[place] = run;
        firstIn[place] = text + 1;
      }
    }
    return false;
  }

  /**
   * Finds all pairs of texts of which the shorter is to a large part in the other.
   *
   * @param sketches by {@link NearCopies#sketch}; null where there is no text to compare
   */
  static void forEachAlike(Sketch[] sketches, Pair action) {
    int[] shortestFirst =
        IntStream.range(0, sketches.length)
            .filter(place -> sketches[place] != null)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer place) -> sketches[place].runs().length)
                    .thenComparing(place -> sketches[place].runs(), Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    if (shortestFirst.length < 2) {
      return;
    }
    SharedRuns shared = new SharedRuns(sketches, shortestFirst);
    if (shared.nothing()) {
      return;
    }
    for (int i = 0; i < shortestFirst.length; i++) {
      int[] hits = shared.hits(shortestFirst[i]);
      for (int j = 0; j < i; j++) {
        int percent = shared.percentOf(shortestFirst[i], shortestFirst[j], hits);
        if (percent >= 0) {
          action.accept(shortestFirst[j], shortestFirst[i], percent);
        }
      }
      shared.add(shortestFirst[i]);
    }
  }

  /** Whether each run stands in one text only. */
  private boolean nothing() {
    return runs.length == texts.length;
  }

  private int sample(int place) {
    return Math.min(SAMPLE, sketches[place].runs().length);
  }

  /** Of the longer text, how much stands in the shorter, in percent; less than 0 if not alike. */
  private int percentOf(int longer, int shorter, int[] hits) {
    int sample = sample(shorter);
    if (sample < NearCopies.LEAST_RUNS || hits[shorter] * 100 < sample * EDITED_RUNS_PERCENT) {
      return -1;
    }
    long[] words = sketches[longer].words();
    if (hits[shorter] * 100 >= sample * COPIED_PERCENT) {
      long shared = (long) hits[shorter] * sketches[shorter].runs().length / sample;
      return (int) (shared * 100 / sketches[longer].runs().length);
    }
    int common = common(sketches[shorter].words(), words);
    boolean edited =
        common * 100 >= sketches[shorter].words().length * EDITED_WORDS_PERCENT
            && common * 100 >= words.length * EDITED_LONGER_PERCENT;
    return edited ? common * 100 / words.length : -1;
  }

  private static int common(long[] one, long[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
      }
      boolean first = one[i] <= other[j];
      j += one[i] >= other[j] ? 1 : 0;
      i += first ? 1 : 0;
    }
    return common;
  }

  /** How many runs of each shorter text's sample a text holds. */
  private int[] hits(int place) {
    int[] hits = new int[sketches.length];
    int from = 0;
    for (long run : sketches[place].runs()) {
      int found = Arrays.binarySearch(runs, from, runs.length, run);
      from = found < 0 ? -found - 1 : found;
      for (int i = found < 0 ? 0 : start[found]; found >= 0 && i < end[found]; i++) {
        hits[texts[i]]++;
      }
    }
    return hits;
  }

  private void add(int place) {
    int from = 0;
    for (int i = 0; i < sample(place); i++) {
      from = Arrays.binarySearch(runs, from, runs.length, sketches[place].runs()[i]);
      texts[end[from]++] = place;
    }
  }
}
