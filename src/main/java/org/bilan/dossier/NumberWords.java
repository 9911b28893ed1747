package org.bilan.dossier;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whole numbers in figures and in English, French and Arabic words, and how texts are compared. */
public final class NumberWords {

  private static final Pattern FIGURES = Pattern.compile("\\d{1,8}");
  private static final Pattern DASH_BETWEEN_FIGURES = Pattern.compile("(?<=\\d)\\s*-\\s*(?=\\d)");
  private static final Pattern PLUS = Pattern.compile("(?<=\\d)\\s*\\+");
  private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[,.'\\s](?=\\d{3}(?!\\d))");

  private static final char FIRST_BEYOND_ASCII = 0x80;
  private static final int KASHIDA = 0x640;
  private static final int MINUS = 0x2212;

  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  private static final String NUMBERS =
      """
      0 zero, zéro
      1 one, un, une, واحد
      2 two, deux, اثنان, اثنين
      3 three, trois, ثلاثة
      4 four, quatre, أربعة
      5 five, cinq, خمسة
      6 six, ستة
      7 seven, sept, سبعة
      8 eight, huit, ثمانية
      9 nine, neuf, تسعة
      10 ten, dix, عشرة
      11 eleven, onze
      12 twelve, douze
      13 thirteen, treize
      14 fourteen, quatorze
      15 fifteen, quinze
      16 sixteen, seize
      17 seventeen
      18 eighteen
      19 nineteen
      20 twenty, vingt, عشرون, عشرين
      30 thirty, trente, ثلاثون, ثلاثين
      40 forty, quarante, أربعون, أربعين
      50 fifty, cinquante, خمسون, خمسين
      60 sixty, soixante, ستون, ستين
      70 seventy, septante, سبعون, سبعين
      80 eighty, quatrevingt, quatrevingts, ثمانون, ثمانين
      90 ninety, nonante, تسعون, تسعين
      100 hundred, cent, cents, مئة, مائة
      200 مئتان, مئتين
      1000 thousand, mille, ألف
      """;

  private static final Map<String, Integer> NUMBER = table(NUMBERS);

  /** The letters and figures with which a number begins: most words are none by their first. */
  private static final BitSet NUMBER_BEGINS = beginnings();

  /** Words that may follow a number without changing it. */
  private static final Set<String> NOUNS =
      Set.copyOf(
          phrases(
              "people, persons, person, dead, deaths, death, killed, fatalities, casualties,"
                  + " victims, victim, civilians, civilian, fighters, fighter, soldiers, soldier,"
                  + " wounded, injured, injuries, men, women, children, bodies, of, were, de, d, du,"
                  + " des, personnes, personne, morts, mort, mortes, tués, tuées, tué, victimes,"
                  + " victime, civils, civil, civiles, blessés, blessées, blessé, combattants,"
                  + " soldats, hommes, femmes, enfants, corps, décès, من, قتلى, القتلى, قتيل, قتيلا,"
                  + " شخص, شخصا, أشخاص, الأشخاص, ضحية, ضحايا, الضحايا, جريح, جريحا, جرحى, الجرحى,"
                  + " مدني, مدنيا, مدنيين, المدنيين, شهيد, شهيدا, شهداء"));

  private NumberWords() {}

  /**
   * A wording as it is compared: no capitals, accents or vowel signs, figures as 0 to 9, one space
   * between words.
   */
  public static String plain(String text) {
    if (onlyLatinLettersAndFigures(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String bare = unmarked(Normalizer.normalize(text, Normalizer.Form.NFKD));
    return spaced(figures(bare.toLowerCase(Locale.ROOT))).replace("quatre vingt", "quatrevingt");
  }

  /** Most words of most texts: there is nothing to compare them by but their capitals. */
  private static boolean onlyLatinLettersAndFigures(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int small = c | 0x20;
      if ((small < 'a' || small > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Without accents, vowel signs and strokes; with one dash for all. */
  private static String unmarked(String text) {
    StringBuilder unmarked = new StringBuilder(text.length());
    for (int i = 0, next; i < text.length(); i = next) {
      int character = text.codePointAt(i);
      next = i + Character.charCount(character);
      int type = Character.getType(character);
      if (type == Character.DASH_PUNCTUATION || character == MINUS) {
        unmarked.append('-');
      } else if ((1 << type & MARKS) == 0 && character != KASHIDA) {
        unmarked.appendCodePoint(character);
      }
    }
    return unmarked.toString();
  }

  /** With figures as 0 to 9, and what stands between and after them in words. */
  private static String figures(String bare) {
    StringBuilder figures = new StringBuilder(bare.length());
    boolean any = false;
    for (int i = 0, next; i < bare.length(); i = next) {
      int character = bare.codePointAt(i);
      next = i + Character.charCount(character);
      int digit = Character.digit(character, 10);
      any |= digit >= 0;
      figures.appendCodePoint(digit >= 0 ? '0' + digit : character);
    }
    if (!any) {
      return bare;
    }
    String grouped = GROUPS.matcher(figures).replaceAll("");
    String ranged = DASH_BETWEEN_FIGURES.matcher(grouped).replaceAll(" to ");
    return PLUS.matcher(ranged).replaceAll(" or more");
  }

  /** Only the words, with one space between two. */
  private static String spaced(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0, next; i < text.length(); i = next) {
      int character = text.codePointAt(i);
      next = i + Character.charCount(character);
      if (!Character.isLetterOrDigit(character)) {
        space = !words.isEmpty();
        continue;
      }
      if (space) {
        words.append(' ');
        space = false;
      }
      words.appendCodePoint(character);
    }
    return words.toString();
  }

  /** The wording without what is counted: {@code ten people killed} becomes {@code ten}. */
  static String withoutNouns(String text) {
    String rest = text;
    for (int space = rest.lastIndexOf(' ');
        space > 0 && NOUNS.contains(rest.substring(space + 1));
        space = rest.lastIndexOf(' ')) {
      rest = rest.substring(0, space);
    }
    return rest;
  }

  /** The whole number that a wording is, from 0 to the most that a claim may state. */
  public static Optional<Integer> number(String text) {
    if (text.isEmpty() || !NUMBER_BEGINS.get(text.charAt(0))) {
      return Optional.empty();
    }
    if (text.charAt(0) <= '9' && FIGURES.matcher(text).matches()) {
      return Optional.of(Integer.parseInt(text)).filter(n -> n <= Limits.PEOPLE);
    }
    if (text.indexOf(' ') < 0) {
      return Optional.ofNullable(NUMBER.get(text));
    }
    String[] parts = text.replace(" et ", " ").replace(" و", " ").split(" ");
    Integer first = NUMBER.get(parts[0]);
    if (first == null || parts.length > 2) {
      return Optional.empty();
    }
    return parts.length == 1 ? Optional.of(first) : compound(first, NUMBER.get(parts[1]));
  }

  /** The same of a word as it stands in a text. */
  public static Optional<Integer> ofWord(String word) {
    return number(plain(word));
  }

  /** Whether a word that so begins may be a number: most are none by their first letter. */
  public static boolean mayBegin(char first) {
    return first >= FIRST_BEYOND_ASCII || NUMBER_BEGINS.get(Character.toLowerCase(first));
  }

  private static BitSet beginnings() {
    BitSet beginnings = new BitSet();
    beginnings.set('0', '9' + 1);
    NUMBER.keySet().forEach(word -> beginnings.set(word.charAt(0)));
    return beginnings;
  }

  /** Twenty-five, dix-sept, soixante-quinze; two hundred, deux mille. */
  private static Optional<Integer> compound(int first, Integer second) {
    if (second == null || second == 0) {
      return Optional.empty();
    }
    boolean tens = first >= 10 && first < 100 && first % 10 == 0;
    boolean teens = first == 60 || first == 80;
    if (tens && (second < 10 || teens && second < 20)) {
      return Optional.of(first + second);
    }
    boolean times = (second == 100 || second == 1000) && first > 0 && first < 100;
    return times ? Optional.of(first * second) : Optional.empty();
  }

  /** Phrases, compared as above, the longest first. */
  static List<String> phrases(String list) {
    return Arrays.stream(list.split(",\\s*"))
        .map(NumberWords::plain)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** A table of lines: a number, and the words for it. */
  static Map<String, Integer> table(String lines) {
    Map<String, Integer> table = new HashMap<>();
    for (String line : lines.lines().toList()) {
      String[] parts = line.split(" ", 2);
      phrases(parts[1]).forEach(word -> table.put(word, Integer.valueOf(parts[0])));
    }
    return table;
  }
}
