package org.bilan.evidence;

import java.text.BreakIterator;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bilan.dossier.NumberWords;

/**
 * What a rewrite in other words, or in another language, keeps of a text: its numbers and names, in
 * their order. Names are compared by their consonants, so that spellings and scripts do not tell
 * them apart: {@code Tombouctou} and {@code Timbuktu} differ, {@code Amasrakad} and the same in
 * Arabic letters do not.
 *
 * @param numbers the whole numbers in figures or in words, from 2 on, by where each is first named
 * @param names consonants of the names, by where each is first named
 * @param perhapsNames consonants of all words in scripts without capitals: any may be a name
 */
record FactPattern(
    Map<String, Integer> numbers, Map<String, Integer> names, Map<String, Integer> perhapsNames) {

  /** No more of a text is compared: its news stands at its beginning. */
  private static final int MOST = 64;

  private static final int MOST_CHARACTERS = 20_000;

  /** Fewer consonants do not make a name. */
  private static final int LEAST_CONSONANTS = 3;

  /** In Arabic "and", "in", "to" and the article are written with the word. */
  private static final Pattern PREFIX = Pattern.compile("^[وفبلك]?(?:ال)?");

  private static final char FIRST_ARABIC = 0x600;

  /** What each Arabic consonant is most often written as in French and English. */
  private static final Map<Character, String> ARABIC =
      Map.ofEntries(
          Map.entry('ب', "b"),
          Map.entry('ت', "t"),
          Map.entry('ث', "t"),
          Map.entry('ج', "j"),
          Map.entry('خ', "k"),
          Map.entry('د', "d"),
          Map.entry('ذ', "d"),
          Map.entry('ر', "r"),
          Map.entry('ز', "z"),
          Map.entry('س', "s"),
          Map.entry('ش', "s"),
          Map.entry('ص', "s"),
          Map.entry('ض', "d"),
          Map.entry('ط', "t"),
          Map.entry('ظ', "z"),
          Map.entry('غ', "g"),
          Map.entry('ف', "f"),
          Map.entry('ق', "k"),
          Map.entry('ك', "k"),
          Map.entry('ل', "l"),
          Map.entry('م', "m"),
          Map.entry('ن', "n"));

  /**
   * What is read from the text's beginning, whatever its language.
   *
   * @param numbersAt its {@link #numbers}
   */
  static FactPattern of(String whole, Map<Integer, Integer> numbersAt) {
    String text = beginning(whole);
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> perhaps = new HashMap<>();
    BitSet starts = sentenceStarts(text);
    Words words = new Words(text);
    while (numbers.size() + names.size() < MOST && perhaps.size() < 4 * MOST && words.next()) {
      int at = words.start();
      String word = words.word();
      Integer number = numbersAt.get(at);
      if (number != null) {
        numbers.putIfAbsent("#" + number, at);
      } else if (Character.isUpperCase(word.codePointAt(0)) && !starts.get(at)) {
        put(consonants(word), at, names);
      } else if (Character.isLetter(word.charAt(0)) && !cased(word)) {
        put(consonants(word), at, perhaps);
        put(consonants(PREFIX.matcher(word).replaceFirst("")), at, perhaps);
      }
    }
    return new FactPattern(numbers, names, perhaps);
  }

  /** The numbers of the text's beginning, by where they stand. */
  static Map<Integer, Integer> numbers(String whole) {
    Map<Integer, Integer> numbers = new HashMap<>();
    String text = beginning(whole);
    for (Words words = new Words(text); words.next(); ) {
      if (NumberWords.mayBegin(text.charAt(words.start()))) {
        NumberWords.ofWord(words.word())
            .filter(number -> number > 1)
            .ifPresent(number -> numbers.put(words.start(), number));
      }
    }
    return numbers;
  }

  private static String beginning(String whole) {
    return whole.substring(0, Math.min(whole.length(), MOST_CHARACTERS));
  }

  private static void put(String consonants, int at, Map<String, Integer> names) {
    if (consonants.length() >= LEAST_CONSONANTS) {
      names.putIfAbsent(consonants, at);
    }
  }

  /** The first word of a sentence has a capital, name or not. */
  private static BitSet sentenceStarts(String text) {
    BitSet starts = new BitSet();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    Words words = new Words(text);
    for (int at = sentences.first(); at != BreakIterator.DONE; at = sentences.next()) {
      if (words.next(at)) {
        starts.set(words.start());
      }
    }
    return starts;
  }

  private static boolean cased(String word) {
    int first = word.codePointAt(0);
    return Character.isLowerCase(first) || Character.isUpperCase(first);
  }

  private static String consonants(String word) {
    String latin = latin(Index.plain(word));
    StringBuilder bare = new StringBuilder(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      boolean hushed = c == 'c' && i + 1 < latin.length() && latin.charAt(i + 1) == 'h';
      switch (hushed ? 's' : c) {
        case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w' -> {}
        case 'c', 'q' -> add('k', bare);
        case 'p' -> add('b', bare);
        case 'v' -> add('f', bare);
        case 'x' -> {
          add('k', bare);
          add('s', bare);
        }
        default -> add(hushed ? 's' : c, bare);
      }
    }
    return bare.toString();
  }

  private static String latin(String word) {
    StringBuilder latin = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < FIRST_ARABIC) {
        latin.append(c);
      } else {
        latin.append(ARABIC.getOrDefault(c, ""));
      }
    }
    return latin.toString();
  }

  /** Written twice is once. */
  private static void add(char consonant, StringBuilder bare) {
    if (bare.isEmpty() || bare.charAt(bare.length() - 1) != consonant) {
      bare.append(consonant);
    }
  }
}
