package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Proximity;
import org.bilan.dossier.Report;

/**
 * Finds reports whose text repeats another's, by shared runs of words (shingles: Broder, "On the
 * resemblance and containment of documents", 1997): by his containment, the share of the shorter
 * text's runs that stand in the longer.
 *
 * <p>The numbers are chosen by hand, not measured: no corpus of copied and independent reports of
 * incidents was at hand. The tests say what they were chosen for: an edited dispatch in an article
 * is found, two accounts of one event in their own words are not.
 */
final class NearCopies {

  /** Words in a run. Three in a row are seldom shared by chance; of longer, edits spare fewer. */
  private static final int RUN = 3;

  /** Texts with fewer words are taken to be too short to tell copying from coincidence. */
  private static final int LEAST_WORDS = 8;

  /** Of shorter texts those with as many words are copies when all their words are the same. */
  private static final int LEAST_SAME = 4;

  /** In fewer words two who were there may say the same of what both saw. By hand. */
  private static final int BRIEF_WORDS = 16;

  /**
   * Who takes over a short text whole and writes more beside it quotes it, and has not copied what
   * he writes: unless at least this share of his runs, in percent, is the other's. By hand.
   */
  private static final int QUOTED_PERCENT = 33;

  /** The fewest different runs by which texts are compared: a shortest text without repetition. */
  static final int LEAST_RUNS = LEAST_WORDS - RUN + 1;

  private NearCopies() {}

  /**
   * What was found.
   *
   * @param originals for each report the one whose text it certainly copies, or -1
   * @param perhaps by the kind of sign, for each report those that it may repeat, or null: whose
   *     short text it takes over among other things; or whose text it shares although its source,
   *     no outlet, gives grounds of its own, as two who publish one register's names do
   */
  record Found(int[] originals, Map<Link, BitSet[]> perhaps) {

    private static Found nothing(int reports) {
      int[] originals = new int[reports];
      Arrays.fill(originals, -1);
      Map<Link, BitSet[]> perhaps = new EnumMap<>(Link.class);
      perhaps.put(Link.QUOTES, new BitSet[reports]);
      perhaps.put(Link.NEAR_COPY, new BitSet[reports]);
      return new Found(originals, perhaps);
    }

    private void perhaps(Link link, int copy, int original) {
      BitSet[] all = perhaps.get(link);
      all[copy] = all[copy] == null ? new BitSet() : all[copy];
      all[copy].set(original);
    }
  }

  /**
   * Looks for copies. Of two alike the original is the least by {@code originality}. Reports
   * without a stance are left out: they bear on nothing; and so are those from before the incident:
   * nobody has copied his knowledge of it from them.
   */
  static Found of(Index index, Comparator<Integer> originality) {
    List<Report> reports = index.reports;
    Found found = Found.nothing(reports.size());
    BitSet texts = index.texts();
    if (texts.cardinality() < 2) {
      return found;
    }
    long[][] words = new long[reports.size()][];
    long[][] runs = new long[reports.size()][];
    BitSet ownWords = new BitSet();
    Map<String, List<Integer>> same = new HashMap<>();
    for (int i = texts.nextSetBit(0); i >= 0; i = texts.nextSetBit(i + 1)) {
      words[i] = WordHashes.of(reports.get(i).text().orElseThrow());
      runs[i] = runs(words[i]);
      ownWords.set(i, words[i].length < BRIEF_WORDS && sawIt(index, i));
      if (runs[i] == null && words[i].length >= LEAST_SAME) {
        same.computeIfAbsent(Arrays.toString(words[i]), w -> new ArrayList<>()).add(i);
      }
    }
    SharedRuns.Pair alike =
        (shorter, longer, percent) -> {
          boolean first =
              cites(index, longer, shorter)
                  || !cites(index, shorter, longer) && originality.compare(shorter, longer) <= 0;
          int original = first ? shorter : longer;
          int copy = first ? longer : shorter;
          if (ownWords.get(copy)) {
            return;
          }
          if (copy == longer && percent < QUOTED_PERCENT) {
            found.perhaps(Link.QUOTES, copy, original);
          } else if (onOwnGround(index, copy, WeakLinks.OWN_GROUND)) {
            found.perhaps(Link.NEAR_COPY, copy, original);
          } else if (found.originals[copy] < 0
              || originality.compare(original, found.originals[copy]) < 0) {
            found.originals[copy] = original;
          }
        };
    if (SharedRuns.any(runs)) {
      SharedRuns.forEachAlike(sketches(runs, words), alike);
    }
    same.values().forEach(group -> forEachWithFirst(group, originality, alike));
    return found;
  }

  private static void forEachWithFirst(
      List<Integer> group, Comparator<Integer> originality, SharedRuns.Pair alike) {
    int first = group.stream().min(originality).orElseThrow();
    group.stream().filter(i -> i != first).forEach(i -> alike.accept(first, i, 100));
  }

  /** Whether it is by somebody, no outlet, who was there and says of all that they saw it. */
  private static boolean sawIt(Index index, int report) {
    return index.source(report).proximity().filter(Proximity.FIRST_HAND::equals).isPresent()
        && onOwnGround(index, report, EnumSet.of(Basis.WITNESSED));
  }

  /** Whether a source that is no outlet gives such grounds for all that it says. */
  private static boolean onOwnGround(Index index, int report, Set<Basis> grounds) {
    return !index.source(report).kind().outlet()
        && index.reports.get(report).stances().stream()
            .allMatch(stance -> stance.basis().filter(grounds::contains).isPresent());
  }

  /** Whether a report names the other as what it repeats: then no date makes it the original. */
  private static boolean cites(Index index, int report, int other) {
    return index.reports.get(report).cites().contains(index.reports.get(other).id());
  }

  /** What of the text is compared; null when it is too short. */
  static Sketch sketch(String text) {
    long[] words = WordHashes.of(text);
    return sketches(new long[][] {runs(words)}, new long[][] {words})[0];
  }

  private static Sketch[] sketches(long[][] runs, long[][] words) {
    Sketch[] sketches = new Sketch[runs.length];
    for (int i = 0; i < runs.length; i++) {
      sketches[i] = runs[i] == null ? null : new Sketch(inOrder(runs[i]), inOrder(words[i]));
    }
    return sketches;
  }

  /** The hashes of a text's runs, as they stand; null when it is too short. */
  private static long[] runs(long[] words) {
    if (words.length < LEAST_WORDS) {
      return null;
    }
    long[] runs = new long[words.length - RUN + 1];
    for (int i = 0; i < runs.length; i++) {
      long run = 17;
      for (int j = i; j < i + RUN; j++) {
        run = WordHashes.mix(run * 31 + words[j]);
      }
      runs[i] = run;
    }
    return runs;
  }

  private static long[] inOrder(long[] hashes) {
    Arrays.sort(hashes);
    return distinct(hashes);
  }

  /** Of hashes in order, each once. */
  static long[] distinct(long[] ordered) {
    long[] distinct = new long[ordered.length];
    int count = 0;
    for (int i = 0; i < ordered.length; i++) {
      if (i == 0 || ordered[i] != ordered[i - 1]) {
        distinct[count++] = ordered[i];
      }
    }
    return count == ordered.length ? ordered : Arrays.copyOf(distinct, count);
  }
}
