package org.bilan.dossier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a vague wording of a number can mean, in English, French and Arabic: the least, and the most
 * only where the wording has one. A wording that is not known has no meaning here; nothing is
 * guessed.
 *
 * <ul>
 *   <li><em>tens</em> 10, <em>dozens</em> 12, <em>hundreds</em> 100 and so on, no most: ACLED,
 *       FAQs: ACLED Fatality Methodology (2023). French and Arabic words of the same build, and
 *       <em>scores</em> (20), are taken alike: one of the unit that they name.
 *   <li><em>several</em>, <em>plusieurs</em> and their like: two, no most. Plurals say more than
 *       one (TLFi, <em>plusieurs</em>); dictionaries that want more for <em>several</em> differ,
 *       and the least is taken.
 *   <li><em>several dozen</em>, <em>plusieurs centaines</em>: two of the unit, no most, by both
 *       conventions together.
 *   <li>بضعة: three to nine (Lane, Arabic-English Lexicon, بضع).
 *   <li><em>une dizaine</em>, <em>a dozen</em>, <em>about N</em>: N within a tenth, at least one.
 *       Readers take a round number for an approximate one with and without such a word (Williams
 *       and Power, Hedging and rounding in numerical expressions, 2013); the tenth is that within
 *       which two figures count as near each other here.
 *   <li><em>at least</em>, <em>more than</em>, <em>up to</em>, <em>fewer than</em>,
 *       <em>nearly</em>, <em>between</em>: what they say, and no more. <em>Up to N</em> has a most
 *       and no least.
 * </ul>
 */
public final class CountWords {

  /**
   * What a wording can mean, in people.
   *
   * @param least absent where it states none ("up to ten")
   * @param most absent where it has none ("several")
   * @param loose whether people use it loosely, so that a figure somewhat beyond it is no error
   */
  public record Meaning(OptionalInt least, OptionalInt most, boolean loose) {

    /** In how loose a word's ends are taken: half its least, or twice its most, is no error. */
    private static final int LOOSELY = 2;

    /** Whether no number from {@code min} to {@code max} can be meant; an absent end is open. */
    boolean excludes(OptionalInt min, OptionalInt max) {
      int factor = loose ? LOOSELY : 1;
      boolean below =
          max.isPresent() && least.isPresent() && (long) max.getAsInt() * factor < least.getAsInt();
      boolean above =
          min.isPresent() && most.isPresent() && min.getAsInt() > (long) most.getAsInt() * factor;
      return below || above;
    }
  }

  private enum Bound {
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    FEWER_THAN,
    NEARLY,
    ABOUT
  }

  /** Wordings without a number: least, most (or -), words. */
  private static final String PHRASES =
      """
      0 0 nobody, no one, none, no, nil, personne, aucun, aucune, nul, لا أحد
      2 2 a pair, a pair of, both, un couple, une paire, les deux
      2 - several, a few, few, a couple, a couple of, a handful, a handful of, a number of, many, \
          multiple, numerous, various, plusieurs, quelques, de nombreux, de nombreuses, nombreux, \
          nombreuses, une poignée, un certain nombre, عدد, عدد من, عدة, العديد, العديد من, الكثير من
      3 9 بضعة, بضع
      10 - tens, dizaines, des dizaines, عشرات, العشرات
      12 - dozens, douzaines, des douzaines
      20 - scores, vingtaines, des vingtaines
      100 - hundreds, centaines, des centaines, مئات, المئات
      1000 - thousands, milliers, des milliers, آلاف, الآلاف
      10000 - tens of thousands, des dizaines de milliers, عشرات الآلاف
      100000 - hundreds of thousands, des centaines de milliers, مئات الآلاف
      """;

  /** Words for several of a unit. */
  private static final List<String> SEVERAL =
      sorted("several, a few, many, plusieurs, quelques, de nombreuses, عدة, بضع");

  /** Units of which there may be several, or a number: how many, words. */
  private static final String UNITS =
      """
      10 dizaine, dizaines, عشرات
      12 dozen, douzaine, douzaines
      20 score, vingtaine, vingtaines
      100 hundred, centaine, centaines, cent, cents, مئات
      1000 thousand, millier, milliers, mille, آلاف
      """;

  /** Round numbers that are said for about as many: the number, words. */
  private static final String ROUND =
      """
      6 half a dozen, a half dozen, une demi-douzaine
      8 une huitaine
      10 une dizaine
      12 a dozen, dozen, une douzaine
      15 une quinzaine
      20 a score, une vingtaine
      30 une trentaine
      40 une quarantaine
      50 une cinquantaine
      60 une soixantaine
      100 a hundred, une centaine
      1000 a thousand, un millier
      """;

  private static final Map<String, Bound> BEFORE = new LinkedHashMap<>();
  private static final Map<String, Bound> AFTER = new LinkedHashMap<>();
  private static final Map<String, Meaning> PHRASE = new HashMap<>();
  private static final Map<String, Integer> UNIT = NumberWords.table(UNITS);
  private static final Map<String, Integer> ROUNDED = NumberWords.table(ROUND);

  static {
    for (String line : PHRASES.lines().toList()) {
      String[] parts = line.split(" ", 3);
      OptionalInt most =
          parts[1].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1]));
      int least = Integer.parseInt(parts[0]);
      boolean loose = least > 2;
      for (String phrase : parts[2].split(",\\s*")) {
        PHRASE.put(NumberWords.plain(phrase), new Meaning(OptionalInt.of(least), most, loose));
      }
    }
    before(
        Bound.AT_LEAST,
        "at least, no fewer than, no less than, not less than, a minimum of, au moins, au minimum,"
            + " pas moins de, pas moins d, ما لا يقل عن, لا يقل عن, على الأقل");
    before(
        Bound.MORE_THAN,
        "more than, over, above, upwards of, plus de, plus d, au-delà de, أكثر من, ما يزيد عن,"
            + " ما يزيد على");
    before(
        Bound.AT_MOST,
        "up to, as many as, at most, no more than, not more than, a maximum of, jusqu'à, au plus,"
            + " au maximum, pas plus de, pas plus d, ما يصل إلى, على الأكثر");
    before(Bound.FEWER_THAN, "fewer than, less than, under, below, moins de, moins d, أقل من");
    before(Bound.NEARLY, "nearly, almost, close to, près de, près d, presque, ما يقرب من, قرابة");
    before(
        Bound.ABOUT,
        "about, around, approximately, roughly, some, quelque, environ, autour de, à peu près, نحو, حوالي,"
            + " زهاء");
    after(Bound.AT_LEAST, "at least, or more, and more, au moins, ou plus, على الأقل, أو أكثر");
    after(Bound.AT_MOST, "at most, or fewer, or less, au plus, au maximum, على الأكثر");
    after(Bound.ABOUT, "or so, environ, تقريبا");
  }

  private static final Pattern RANGE =
      Pattern.compile(
          "(?:(?:between|entre|de|from|بين) )?(?<a>.+?) (?:and|et|to|a|or|ou|و|الى|او) (?<b>.+)");

  private CountWords() {}

  /** What a wording can mean, or empty when it is not known. */
  public static Optional<Meaning> meaning(String words) {
    String text = NumberWords.plain(words);
    String bare = NumberWords.withoutNouns(text);
    return phrase(bare)
        .or(() -> bounded(bare))
        .or(() -> NumberWords.number(bare).map(n -> range(n, n, false)))
        .or(() -> round(bare).map(CountWords::about))
        .or(() -> severalOf(bare))
        .or(() -> between(bare));
  }

  private static Optional<Meaning> phrase(String text) {
    return Optional.ofNullable(PHRASE.get(text));
  }

  private static Optional<Meaning> bounded(String text) {
    for (Map.Entry<String, Bound> entry : BEFORE.entrySet()) {
      if (text.startsWith(entry.getKey() + " ")) {
        String rest = text.substring(entry.getKey().length() + 1);
        return named(rest).flatMap(n -> meaning(entry.getValue(), n, exact(rest)));
      }
    }
    for (Map.Entry<String, Bound> entry : AFTER.entrySet()) {
      if (text.endsWith(" " + entry.getKey())) {
        String rest =
            NumberWords.withoutNouns(
                text.substring(0, text.length() - entry.getKey().length() - 1));
        return named(rest).flatMap(n -> meaning(entry.getValue(), n, exact(rest)));
      }
    }
    return Optional.empty();
  }

  private static boolean exact(String text) {
    return NumberWords.number(text).isPresent();
  }

  /** The number that a wording names, exactly or about. */
  private static Optional<Integer> named(String text) {
    return NumberWords.number(text).or(() -> round(text));
  }

  private static Optional<Meaning> meaning(Bound bound, int n, boolean exact) {
    OptionalInt none = OptionalInt.empty();
    boolean loose = !exact;
    return switch (bound) {
      case AT_LEAST -> Optional.of(new Meaning(OptionalInt.of(n), none, loose));
      case MORE_THAN -> Optional.of(new Meaning(OptionalInt.of(n + 1), none, loose));
      case AT_MOST -> Optional.of(new Meaning(none, OptionalInt.of(n), loose));
      case FEWER_THAN -> n == 0 ? Optional.empty() : upTo(n - 1, loose);
      case NEARLY -> Optional.of(range(Math.max(0, n - tolerance(n)), n, true));
      case ABOUT -> Optional.of(about(n));
    };
  }

  private static Optional<Meaning> upTo(int n, boolean loose) {
    return Optional.of(new Meaning(OptionalInt.empty(), OptionalInt.of(n), loose));
  }

  private static Optional<Integer> round(String text) {
    Optional<Integer> round = Optional.ofNullable(ROUNDED.get(text));
    if (round.isPresent()) {
      return round;
    }
    // After an article that was elided or swallowed ("plus d'une dizaine", "some dozen").
    int unit = text.lastIndexOf(' ');
    Integer size = UNIT.get(text.substring(unit + 1));
    if (size == null) {
      return Optional.empty();
    }
    return unit < 0
        ? Optional.of(size)
        : NumberWords.number(text.substring(0, unit))
            .map(n -> (long) n * size)
            .filter(n -> n <= Limits.PEOPLE)
            .map(Long::intValue);
  }

  private static Optional<Meaning> severalOf(String text) {
    for (String several : SEVERAL) {
      if (text.startsWith(several + " ")) {
        Integer size = UNIT.get(text.substring(several.length() + 1));
        return Optional.ofNullable(size)
            .map(s -> new Meaning(OptionalInt.of(2 * s), OptionalInt.empty(), true));
      }
    }
    return Optional.empty();
  }

  private static Optional<Meaning> between(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return Optional.empty();
    }
    Optional<Integer> one = named(NumberWords.withoutNouns(range.group("a")));
    Optional<Integer> other = named(range.group("b"));
    return one.flatMap(
        a -> other.filter(b -> a <= b).map(b -> range(a, b, !exact(range.group("b")))));
  }

  private static Meaning about(int n) {
    return range(Math.max(0, n - tolerance(n)), n + tolerance(n), true);
  }

  private static int tolerance(int n) {
    return Math.max(1, n / 10);
  }

  private static Meaning range(int least, int most, boolean loose) {
    return new Meaning(OptionalInt.of(least), OptionalInt.of(most), loose);
  }

  private static void before(Bound bound, String phrases) {
    sorted(phrases).forEach(phrase -> BEFORE.put(phrase, bound));
  }

  private static void after(Bound bound, String phrases) {
    sorted(phrases).forEach(phrase -> AFTER.put(phrase, bound));
  }

  private static List<String> sorted(String phrases) {
    return NumberWords.phrases(phrases);
  }
}
