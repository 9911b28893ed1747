package org.bilan.evidence;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as hashes, by which texts are compared: no matter how they are capitalised,
 * accented, decomposed, or written with letters that look alike.
 */
final class WordHashes {

  /** Scripts without spaces between words: each letter is taken for one. */
  private static final Set<Character.UnicodeScript> UNSPACED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  private static final int WORD =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  /** What is seen of a word but does not make it another: accents and invisible signs. */
  private static final int UNSEEN =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.FORMAT;

  /** A stroke that makes an Arabic word longer, and not another. */
  private static final int KASHIDA = 0x640;

  /** The first letter of the first of those scripts: Thai. Most texts end the question here. */
  private static final int FIRST_UNSPACED = 0xE00;

  /** Where the hash of a word begins (FNV-1a, 64 bits). */
  private static final long NO_WORD = 0xcbf29ce484222325L;

  /** Small letters of other scripts that look like Latin ones, small or capital; below, those. */
  private static final String LOOKALIKES = "авеікмнорстухѕјһԁԛԝӏαβεζηικμορτυνχıɑɡ";

  private static final String LOOKED_LIKE = "abeikmhopctyxsjhdqwlabezhikmoptyvxiag";

  /** Each letter as it is compared, up to the last of the lookalikes. */
  private static final char[] SEEN_AS = new char[0x530];

  static {
    for (char letter = 0; letter < SEEN_AS.length; letter++) {
      int place = LOOKALIKES.indexOf(letter);
      SEEN_AS[letter] = place < 0 ? letter : LOOKED_LIKE.charAt(place);
    }
  }

  private WordHashes() {}

  /** Of each word, in the order of the text. */
  static long[] of(String text) {
    return words(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD));
  }

  /** The hashes of the words, as they stand: character by character, as texts may be long. */
  private static long[] words(String plain) {
    long[] words = new long[64];
    int count = 0;
    long hash = NO_WORD;
    for (int i = 0, next; i < plain.length(); i = next) {
      int character = plain.codePointAt(i);
      next = i + Character.charCount(character);
      int type = 1 << Character.getType(character);
      if ((type & WORD) != 0 && character != KASHIDA) {
        if (hash != NO_WORD && unspaced(character)) {
          words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
          words[count++] = mix(hash);
          hash = NO_WORD;
        }
        int seen = character < SEEN_AS.length ? SEEN_AS[character] : character;
        hash = (hash ^ seen) * 0x100000001b3L;
      } else if ((type & UNSEEN) == 0 && character != KASHIDA && hash != NO_WORD) {
        words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
        words[count++] = mix(hash);
        hash = NO_WORD;
      }
    }
    long[] all = Arrays.copyOf(words, hash == NO_WORD ? count : count + 1);
    if (hash != NO_WORD) {
      all[count] = mix(hash);
    }
    return all;
  }

  private static boolean unspaced(int character) {
    return character >= FIRST_UNSPACED && UNSPACED.contains(Character.UnicodeScript.of(character));
  }

  /** Finaliser of MurmurHash3, so that the smallest hashes are a fair sample. */
  static long mix(long h) {
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
