package org.bilan.confidential;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes a text apart into words as they are compared: case, accents, vowel signs, widths, and
 * characters that nobody sees do not tell words apart. What stands between words is no part of
 * them; in writing without spaces each character is a word.
 */
final class Tokenizer {

  /**
   * A word of a text.
   *
   * @param folded as it is compared
   * @param from where it begins in the text
   * @param to where it ends, without
   */
  record Token(String folded, int from, int to) {}

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  /** Letters that differ by no sign that can be taken off, and are written for one another. */
  private static final Map<Character, String> SAME =
      Map.ofEntries(
          Map.entry('ł', "l"),
          Map.entry('ø', "o"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('ı', "i"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ɓ', "b"),
          Map.entry('ɗ', "d"),
          Map.entry('ŋ', "n"),
          Map.entry('ɲ', "n"),
          Map.entry('ɛ', "e"),
          Map.entry('ɔ', "o"),
          Map.entry('ƴ', "y"),
          Map.entry('ς', "σ"),
          Map.entry('ٱ', "ا"),
          Map.entry('ى', "ي"),
          Map.entry('ی', "ي"),
          Map.entry('ک', "ك"),
          Map.entry('ة', "ه"));

  private static final char TATWEEL = 'ـ';

  private Tokenizer() {}

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int from = 0;
    int to = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int next = i + Character.charCount(character);
      if (Character.isLetterOrDigit(character)) {
        if (alone(character)) {
          end(tokens, word, from, to);
          from = i;
        } else if (word.isEmpty()) {
          from = i;
        }
        word.append(folded(character));
        to = next;
        if (alone(character)) {
          end(tokens, word, from, to);
        }
      } else if (within(character)) {
        to = word.isEmpty() ? to : next;
      } else {
        end(tokens, word, from, to);
      }
      i = next;
    }
    end(tokens, word, from, to);
    return tokens;
  }

  private static void end(List<Token> tokens, StringBuilder word, int from, int to) {
    if (!word.isEmpty()) {
      tokens.add(new Token(word.toString(), from, to));
      word.setLength(0);
    }
  }

  private static boolean alone(int character) {
    return character > 0xE00 && WITHOUT_SPACES.contains(UnicodeScript.of(character));
  }

  /** Accents that stand by themselves, joiners, soft hyphens, marks of direction. */
  private static boolean within(int character) {
    return mark(character) || Character.getType(character) == Character.FORMAT;
  }

  private static boolean mark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static String folded(int character) {
    if (character < 0x80) {
      return String.valueOf((char) Character.toLowerCase(character));
    }
    // Upper case first, else a sharp s and two of them stay two.
    String lower =
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    lower
        .codePoints()
        .filter(c -> !mark(c) && c != TATWEEL && Character.isLetterOrDigit(c))
        .forEach(
            c -> {
              String same = c > Character.MAX_VALUE ? null : SAME.get((char) c);
              plain.append(same == null ? Character.toString(c) : same);
            });
    return plain.toString();
  }
}
