package org.bilan.confidential;

import java.util.Set;
import org.bilan.confidential.Tokenizer.Gap;
import org.bilan.confidential.Tokenizer.Token;

/**
 * How letters are divided into words, and whether they are a name though it is divided otherwise:
 * else "ma li" were Mali.
 */
final class Division {

  /** Letters of a name that is parted by nothing that can be seen. */
  static final int LEAST_UNPARTED = 3;

  /** Letters of a name that is written together, or parted by a sign. */
  static final int LEAST_JOINED = 4;

  /** Letters of a name that is parted anywhere. */
  private static final int LEAST_DIVIDED = 8;

  /** The same without vowels. */
  private static final int LEAST_DIVIDED_EASTERN = 6;

  /** What French and Italian shorten before a vowel: l'ami. */
  private static final Set<String> SHORTENED_BEFORE =
      Set.of(
          "l", "d", "j", "m", "t", "s", "n", "c", "y", "qu", "jusqu", "lorsqu", "puisqu", "dell",
          "all", "nell", "sull", "dall", "un");

  /** What English shortens after a word: she'll. */
  private static final Set<String> SHORTENED_AFTER = Set.of("s", "t", "d", "m", "ll", "re", "ve");

  private Gap widest = Gap.NONE;
  private boolean ordinary;

  /** A word that follows another. */
  void part(Token before, Token after) {
    Gap gap = before.markup() ? Gap.WIDE : after.gap();
    widest = widest.compareTo(gap) < 0 ? gap : widest;
    ordinary |=
        SHORTENED_AFTER.contains(after.folded())
            || SHORTENED_BEFORE.contains(before.folded())
                && "aeiouyh".indexOf(after.folded().charAt(0)) >= 0;
  }

  /** Whether so many letters are a name. */
  boolean allows(int letters, char letter) {
    return switch (widest) {
      case NONE -> letters >= LEAST_UNPARTED;
      case SIGN -> letters >= (ordinary ? leastDivided(letter) : LEAST_JOINED);
      case WIDE -> letters >= leastDivided(letter);
    };
  }

  private static int leastDivided(char letter) {
    return eastern(letter) ? LEAST_DIVIDED_EASTERN : LEAST_DIVIDED;
  }

  /** Whether a letter is Hebrew or Arabic. */
  static boolean eastern(char letter) {
    return letter >= 'א' && letter <= 'ي';
  }
}
