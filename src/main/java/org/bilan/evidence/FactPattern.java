package org.bilan.evidence;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
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

  /**
   * Numbers and names that both texts must have. By hand: two accounts of one event share a few.
   */
  private static final int LEAST_COMMON = 7;

  private static final int LEAST_NUMBERS = 2;
  private static final int LEAST_NAMES = 2;

  /** Of the shorter list so many percent must stand in the other. */
  private static final int COMMON_PERCENT = 70;

  /** Of those in common so many percent must stand in the same order. */
  private static final int ORDER_PERCENT = 70;

  /** No more of a text is compared: its news stands at its beginning. */
  private static final int MOST = 64;

  private static final int MOST_CHARACTERS = 20_000;

  /** Fewer consonants do not make a name. */
  private static final int LEAST_CONSONANTS = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*");

  /** In Arabic "and", "in", "to" and the article are written with the word. */
  private static final Pattern PREFIX = Pattern.compile("^[وفبلك]?(?:ال)?");

  private static final Pattern VOWELS = Pattern.compile("[aeiouyhw'’-]");
  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

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

  /** What is read from the text's beginning, whatever its language. */
  static FactPattern of(String whole) {
    String text = whole.substring(0, Math.min(whole.length(), MOST_CHARACTERS));
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> perhaps = new HashMap<>();
    Matcher word = WORD.matcher(text);
    Set<Integer> starts = sentenceStarts(text);
    while (word.find() && numbers.size() + names.size() < MOST && perhaps.size() < 4 * MOST) {
      int at = word.start();
      String found = word.group();
      Optional<Integer> number = NumberWords.number(NumberWords.plain(found)).filter(n -> n > 1);
      if (number.isPresent()) {
        numbers.putIfAbsent("#" + number.get(), at);
      } else if (Character.isUpperCase(found.codePointAt(0)) && !starts.contains(at)) {
        put(consonants(found), at, names);
      } else if (Character.isLetter(found.charAt(0)) && !cased(found)) {
        put(consonants(found), at, perhaps);
        put(consonants(PREFIX.matcher(found).replaceFirst("")), at, perhaps);
      }
    }
    return new FactPattern(numbers, names, perhaps);
  }

  private static void put(String consonants, int at, Map<String, Integer> names) {
    if (consonants.length() >= LEAST_CONSONANTS) {
      names.putIfAbsent(consonants, at);
    }
  }

  /** The first word of a sentence has a capital, name or not. */
  private static Set<Integer> sentenceStarts(String text) {
    Set<Integer> starts = new LinkedHashSet<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    Matcher word = WORD.matcher(text);
    for (int at = sentences.first(); at != BreakIterator.DONE; at = sentences.next()) {
      if (word.find(at)) {
        starts.add(word.start());
      }
    }
    return starts;
  }

  private static boolean cased(String word) {
    int first = word.codePointAt(0);
    return Character.isLowerCase(first) || Character.isUpperCase(first);
  }

  private static String consonants(String word) {
    StringBuilder latin = new StringBuilder();
    for (char c : Index.plain(word).toCharArray()) {
      latin.append(c < 0x600 ? String.valueOf(c) : ARABIC.getOrDefault(c, ""));
    }
    String bare =
        VOWELS.matcher(latin.toString().replace("ch", "s").replace("sh", "s")).replaceAll("");
    String alike = bare.replace('c', 'k').replace('q', 'k').replace('p', 'b').replace('v', 'f');
    return DOUBLED.matcher(alike.replace("x", "ks")).replaceAll("$1");
  }

  /** Whether two texts tell the same numbers and names in the same order. */
  boolean retells(FactPattern other) {
    Map<Integer, Integer> theirs = new HashMap<>();
    int common = pair(numbers, other.numbers, theirs);
    if (common < LEAST_NUMBERS) {
      return false;
    }
    int names =
        pair(this.names, other.names, theirs)
            + pair(this.names, other.perhapsNames, theirs)
            + pair(perhapsNames, other.names, theirs);
    common += names;
    int fewer = Math.min(size(other), other.size(this));
    if (names < LEAST_NAMES || common < LEAST_COMMON || common * 100 < fewer * COMMON_PERCENT) {
      return false;
    }
    int[] order = theirs.keySet().stream().sorted().mapToInt(theirs::get).toArray();
    return longestRising(order) * 100 >= common * ORDER_PERCENT;
  }

  /** What of a text may be in the other: of a script without capitals only what is a name there. */
  private int size(FactPattern other) {
    long perhaps = perhapsNames.keySet().stream().filter(other.names::containsKey).count();
    return numbers.size() + names.size() + (int) perhaps;
  }

  /** Notes where what stands in both stands; tells how many there are. */
  private static int pair(
      Map<String, Integer> ours, Map<String, Integer> theirs, Map<Integer, Integer> places) {
    int common = 0;
    for (Map.Entry<String, Integer> each : ours.entrySet()) {
      Integer there = theirs.get(each.getKey());
      if (there != null && places.putIfAbsent(each.getValue(), there) == null) {
        common++;
      }
    }
    return common;
  }

  /** Length of the longest rising part, by patience sorting. */
  private static int longestRising(int[] places) {
    int[] tops = new int[places.length];
    int length = 0;
    for (int place : places) {
      int pile = Arrays.binarySearch(tops, 0, length, place);
      pile = pile < 0 ? -pile - 1 : pile;
      tops[pile] = place;
      length = Math.max(length, pile + 1);
    }
    return length;
  }
}
