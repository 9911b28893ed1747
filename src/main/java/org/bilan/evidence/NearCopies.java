package org.bilan.evidence;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.dossier.Report;

/**
 * Finds reports whose text repeats another's, by shared runs of words (shingles: Broder, 1997). A
 * sketch of the smallest hashes keeps the comparison short for long texts (Bar-Yossef et al.,
 * 2002).
 */
final class NearCopies {

  /** Words in a run. Three in a row are seldom shared by chance. */
  private static final int RUN = 3;

  /** Texts with fewer words are too short to tell copying from coincidence. */
  private static final int LEAST_WORDS = 8;

  /** Share of the shorter text's runs, in percent, that the other must hold too. */
  private static final int COPIED_PERCENT = 60;

  /** Hashes that are kept of one text: texts of up to this many words are compared exactly. */
  private static final int SKETCH = 400;

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private NearCopies() {}

  /**
   * For each report the one whose text it copies, or -1. Of two alike the earlier is the original,
   * then the one nearer to the facts. Reports without a stance are left out: they bear on nothing.
   */
  static int[] originals(Index index) {
    List<Report> reports = index.reports;
    int[] originals = new int[reports.size()];
    Arrays.fill(originals, -1);
    long[][] sketches = new long[reports.size()][];
    int withText = 0;
    for (int i = 0; i < sketches.length; i++) {
      Report report = reports.get(i);
      if (!report.stances().isEmpty() && report.text().isPresent()) {
        sketches[i] = sketch(report.text().get());
        withText += sketches[i] == null ? 0 : 1;
      }
    }
    if (withText < 2) {
      return originals;
    }
    Comparator<Integer> originality = originality(index);
    for (int i = 0; i < sketches.length; i++) {
      for (int j = i + 1; sketches[i] != null && j < sketches.length; j++) {
        if (sketches[j] != null && alike(sketches[i], sketches[j])) {
          int original = originality.compare(i, j) <= 0 ? i : j;
          int copy = original == i ? j : i;
          if (originals[copy] < 0 || originality.compare(original, originals[copy]) < 0) {
            originals[copy] = original;
          }
        }
      }
    }
    return originals;
  }

  private static Comparator<Integer> originality(Index index) {
    return Comparator.comparing(
            (Integer report) -> index.reports.get(report).publishedAt(), Order.absentLast())
        .thenComparing(report -> Order.distance(index.source(report)))
        .thenComparing(Comparator.naturalOrder());
  }

  /** The smallest hashes of the text's runs of words, in order; null when it is too short. */
  static long[] sketch(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    long[] words = new long[64];
    int count = 0;
    for (Matcher word = WORDS.matcher(plain); word.find(); ) {
      if (count == words.length) {
        words = Arrays.copyOf(words, count * 2);
      }
      words[count++] = hash(plain, word.start(), word.end());
    }
    if (count < LEAST_WORDS) {
      return null;
    }
    long[] runs = new long[count - RUN + 1];
    for (int i = 0; i < runs.length; i++) {
      long run = 17;
      for (int j = i; j < i + RUN; j++) {
        run = mix(run * 31 + words[j]);
      }
      runs[i] = run;
    }
    return Arrays.stream(runs).sorted().distinct().limit(SKETCH).toArray();
  }

  /** Whether the shorter of two texts is to a large part in the other. */
  static boolean alike(long[] a, long[] b) {
    long horizon = Math.min(horizon(a), horizon(b));
    int inA = 0;
    int inB = 0;
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && a[i] <= horizon || j < b.length && b[j] <= horizon) {
      boolean hasA = i < a.length && a[i] <= horizon;
      boolean hasB = j < b.length && b[j] <= horizon;
      if (hasA && hasB && a[i] == b[j]) {
        shared++;
        inA++;
        inB++;
        i++;
        j++;
      } else if (hasA && (!hasB || a[i] < b[j])) {
        inA++;
        i++;
      } else {
        inB++;
        j++;
      }
    }
    int shorter = Math.min(inA, inB);
    return shorter >= LEAST_WORDS - RUN + 1 && shared * 100 >= shorter * COPIED_PERCENT;
  }

  /** Up to which hash a sketch is complete. */
  private static long horizon(long[] sketch) {
    return sketch.length < SKETCH ? Long.MAX_VALUE : sketch[sketch.length - 1];
  }

  private static long hash(String text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** Finaliser of MurmurHash3, so that the smallest hashes are a fair sample. */
  private static long mix(long h) {
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
