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
 * Finds reports whose text repeats another's, by shared runs of words (shingles: Broder, 1997). Of
 * the shorter text a sample by the smallest hashes is looked up in the longer, which keeps the
 * comparison of long texts short (Bar-Yossef et al., 2002).
 */
final class NearCopies {

  /** Words in a run. Three in a row are seldom shared by chance. */
  private static final int RUN = 3;

  /** Texts with fewer words are too short to tell copying from coincidence. */
  private static final int LEAST_WORDS = 8;

  /** Share of the shorter text's runs, in percent, that the other must hold too. */
  private static final int COPIED_PERCENT = 60;

  /** Runs of the shorter text that are looked up: up to this many words are compared exactly. */
  private static final int SAMPLE = 400;

  /** From here on it is quicker to search the longer text than to walk along it. */
  private static final int MUCH_LONGER = 16;

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+");

  /** What is seen of a word but does not make it another: accents, invisible signs, kashida. */
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\u0640]+");

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

  /** The hashes of the text's runs of words, in order, each once; null when it is too short. */
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
    return Arrays.stream(runs).sorted().distinct().toArray();
  }

  /** Whether the shorter of two texts is to a large part in the other. */
  static boolean alike(long[] a, long[] b) {
    boolean firstIsShorter =
        a.length < b.length || a.length == b.length && Arrays.compare(a, b) < 0;
    long[] shorter = firstIsShorter ? a : b;
    long[] longer = firstIsShorter ? b : a;
    int sample = Math.min(SAMPLE, shorter.length);
    boolean search = longer.length / shorter.length >= MUCH_LONGER;
    int shared = 0;
    int from = 0;
    for (int i = 0; i < sample; i++) {
      if (search) {
        int found = Arrays.binarySearch(longer, from, longer.length, shorter[i]);
        from = found < 0 ? -found - 1 : found;
      } else {
        while (from < longer.length && longer[from] < shorter[i]) {
          from++;
        }
      }
      if (from < longer.length && longer[from] == shorter[i]) {
        shared++;
      }
    }
    return sample >= LEAST_WORDS - RUN + 1 && shared * 100 >= sample * COPIED_PERCENT;
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
