package org.bilan.confidential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a text apart into words as they are compared: case, accents, vowel signs, widths, and
 * characters that nobody sees do not tell words apart. What stands between words is no part of
 * them; in writing without spaces each character is a word.
 */
final class Tokenizer {

  /** What parts a word from the one before. */
  enum Gap {
    /** Nothing that can be seen. */
    NONE,
    /** An apostrophe, a hyphen, or one at the end of a line. */
    SIGN,
    /** Anything else. */
    WIDE
  }

  /**
   * A word of a text.
   *
   * @param folded as it is compared
   * @param from where it begins in the text
   * @param to where it ends, without
   * @param gap to the one before
   * @param markup whether it stands in a tag
   */
  record Token(String folded, int from, int to, Gap gap, boolean markup) {}

  private static final String APOSTROPHES = "'’‘‛`´′‵＇ʹʻʼʽˈˊˋˮ՚՛׳״ߴߵ᾽᾿Ꞌꞌ";
  private static final String HYPHENS = "-‐‑⁃﹣－־_";

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  /** Spaces after a hyphen among which the end of a line is looked for. */
  private static final int LONGEST_INDENT = 100;

  private final String text;
  private final boolean wide;
  private final boolean latin;
  private final List<Token> tokens = new ArrayList<>();

  private final StringBuilder word = new StringBuilder();
  private int from;
  private int to;
  private Gap gap = Gap.NONE;
  private boolean markup;

  private Tokenizer(String text, boolean wide) {
    this.text = text;
    this.wide = wide;
    this.latin = wide && latin(text);
  }

  static List<Token> of(String text) {
    return new Tokenizer(text, false).tokens();
  }

  /**
   * A text as it can be read: first as it stands; then with ue for ü, and, where most letters are
   * Latin, words of letters that look Latin taken for such; each also without tags.
   */
  static List<List<Token>> readings(String text) {
    List<List<Token>> readings = new ArrayList<>(1);
    readings.add(of(text));
    if (Letters.ambiguous(text)) {
      readings.add(new Tokenizer(text, true).tokens());
    }
    for (List<Token> reading : List.copyOf(readings)) {
      if (reading.stream().anyMatch(Token::markup)) {
        readings.add(reading.stream().filter(token -> !token.markup()).toList());
      }
    }
    return readings;
  }

  private static boolean latin(String text) {
    long foreign = text.chars().filter(c -> Letters.foreign((char) c)).count();
    long latin = text.chars().map(Character::toLowerCase).filter(c -> c >= 'a' && c <= 'z').count();
    return latin > foreign;
  }

  private List<Token> tokens() {
    int tag = -1;
    for (int i = 0; i < text.length(); ) {
      if (tag < 0 && text.charAt(i) == '<') {
        tag = Markup.tag(text, i);
      }
      Optional<Markup.Entity> entity = Markup.entity(text, i);
      int next;
      if (i == tag) {
        tag = -1;
        continue;
      } else if (tag >= 0) {
        next = inTag(i, tag);
        tag = next == tag ? -1 : tag;
      } else if (entity.isPresent()) {
        next = entity.get().to();
        entity(entity.get(), i);
      } else {
        int character = text.codePointAt(i);
        next = afterHyphen(i, i + Character.charCount(character));
        read(character, i, next);
      }
      i = next;
    }
    end();
    return tokens;
  }

  /** Words of tags count for themselves: what is around them is read without them too. */
  private int inTag(int i, int tag) {
    end();
    Gap before = gap;
    markup = true;
    int character = 0;
    int next = i;
    for (; next < tag; next += Character.charCount(character)) {
      character = text.codePointAt(next);
      read(character, next, next + Character.charCount(character));
    }
    end();
    markup = false;
    gap = before;
    return next;
  }

  private void entity(Markup.Entity entity, int i) {
    if (entity.says().isEmpty()) {
      read(' ', i, entity.to());
      int last = entity.to() - 1;
      markup = true;
      word.append(text.substring(i + 1, last).toLowerCase(Locale.ROOT));
      from = i + 1;
      to = last;
      end();
      markup = false;
      gap = Gap.WIDE;
    } else {
      entity.says().codePoints().forEach(character -> read(character, i, entity.to()));
    }
  }

  /** A word that is parted at the end of a line has a hyphen and a break in it. */
  private int afterHyphen(int i, int next) {
    if (HYPHENS.indexOf(text.charAt(i)) < 0 && text.charAt(i) != SOFT_HYPHEN) {
      return next;
    }
    int end = next;
    boolean line = false;
    while (end < text.length()
        && end < next + LONGEST_INDENT
        && Character.isWhitespace(text.charAt(end))) {
      line |= text.charAt(end) == '\n' || text.charAt(end) == '\r';
      end++;
    }
    return line ? end : next;
  }

  private void read(int character, int at, int next) {
    boolean sign = sign(character);
    if (character == ZERO_WIDTH_SPACE || sign) {
      end();
      gap = sign && gap == Gap.NONE ? Gap.SIGN : gap;
    } else if (Letters.within(character)) {
      if (!word.isEmpty()) {
        word.append(wide ? Letters.sign(word.charAt(word.length() - 1), character) : "");
        to = next;
      }
    } else if (Letters.is(character)) {
      letter(character, at, next);
    } else {
      end();
      gap = Gap.WIDE;
    }
  }

  private static boolean sign(int character) {
    return character <= Character.MAX_VALUE
        && (APOSTROPHES.indexOf(character) >= 0 || HYPHENS.indexOf(character) >= 0);
  }

  private void letter(int character, int at, int next) {
    boolean alone = Letters.alone(character);
    if (alone) {
      end();
    }
    from = word.isEmpty() ? at : from;
    word.append(Letters.folded(character, wide));
    to = next;
    if (alone) {
      end();
    }
  }

  private void end() {
    if (!word.isEmpty()) {
      String folded = word.toString();
      boolean foreign = folded.chars().anyMatch(c -> Letters.foreign((char) c));
      if (foreign && (latin || folded.chars().anyMatch(c -> Letters.latin((char) c)))) {
        folded = Letters.looks(folded, wide);
      }
      tokens.add(new Token(folded, from, to, markup ? Gap.WIDE : gap, markup));
      word.setLength(0);
      if (!markup) {
        gap = Gap.NONE;
      }
    }
  }
}
