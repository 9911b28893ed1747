package org.bilan.dossier;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word nearest to a misspelt one. */
public final class Suggestion {

  /** A word longer than this is no misspelling of ours. */
  private static final int LONGEST = 64;

  private Suggestion() {}

  /**
   * The nearest of the known words, if it is near enough: at most a third of its letters differ
   * (Levenshtein distance; case, hyphens and underscores do not count).
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(plain, plain(candidate));
      boolean nearEnough = distance <= Math.max(1, candidate.length() / 3);
      if (nearEnough
          && (distance < bestDistance
              || distance == bestDistance && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The advice that names the nearest word, or the alternative given. */
  public static String advice(String word, Collection<String> known, String otherwise) {
    return nearest(word, known).map(n -> "Did you mean \"" + n + "\"?").orElse(otherwise);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
