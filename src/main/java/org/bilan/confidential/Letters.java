package org.bilan.confidential;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which characters make words, and what each of them is compared as. */
final class Letters {

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  /**
   * Letters that differ by no sign that can be taken off, and are written for one another. Of each
   * group the first stands for the others.
   */
  private static final Map<Integer, String> SAME =
      groups(
          "aɑⱥᴀ bƀɓʙ cƈȼᴄ dđðɖɗᴅ eǝəɇɛᴇ fƒꜰ gǥɠɡɣɢ hħɦʜ iıɨɩɪ jɉʝᴊ kƙĸᴋ lłƚɫɬʟ mɱᴍ nŋɲɳɴ oøɔɵᴏ"
              + " pƥᴘ qɋꞯ rɍɽʀ sʂꜱ tŧƭʈⱦᴛ uʉʊᴜ vʋᴠ wᴡ yƴɏʏ zƶȥʐʒᴢ σς",
          "кқҡӄ нңӈ гғ уұү хҳ чҷ оө аә зҙ сҫ",
          "اٱ يىیېے كکڪ هةہھە");

  private static final Map<Integer, String> TWO =
      Map.of((int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th");

  /** The same letters where languages write them otherwise. */
  private static final Map<Integer, String> WIDE =
      Map.of((int) 'ø', "oe", (int) 'ə', "a", (int) 'ɣ', "gh", (int) 'ŋ', "ng");

  private static final String FOREIGN = "авеікмнорстухѕјһԁԛԝӏαβεζηικμνορτυχ";
  private static final String LATIN = "abeikmhopctyxsjhdqwlabezhikmnoptyx";

  private static final char DIAERESIS = '\u0308';
  private static final char RING = '\u030A';

  private Letters() {}

  private static Map<Integer, String> groups(String... lists) {
    Map<Integer, String> same = new HashMap<>();
    for (String group : String.join(" ", lists).split(" ")) {
      String first = group.substring(0, 1);
      group.codePoints().skip(1).forEach(other -> same.put(other, first));
    }
    return Map.copyOf(same);
  }

  static boolean is(int character) {
    return Character.isLetterOrDigit(character) || enclosed(character);
  }

  /** Letters in circles and squares, and those of which flags are made. */
  private static boolean enclosed(int c) {
    return c >= 0x249C && c <= 0x24E9
        || c >= 0x1F110 && c <= 0x1F12B
        || c >= 0x1F130 && c <= 0x1F149
        || c >= 0x1F150 && c <= 0x1F169
        || c >= 0x1F170 && c <= 0x1F189
        || flag(c);
  }

  private static boolean flag(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  /** Whether a character is a word of its own. */
  static boolean alone(int character) {
    return character > 0xE00
        && (WITHOUT_SPACES.contains(UnicodeScript.of(character)) || enclosed(character));
  }

  /**
   * What stands inside words and says nothing: accents, joiners, soft hyphens, marks of direction,
   * the signs of transcriptions, letters that nobody sees.
   */
  static boolean within(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      case Character.CONTROL -> !Character.isWhitespace(c) && c != 0x85;
      default ->
          c >= 0x2B9 && c <= 0x2DF
              || c >= 0x2E5 && c <= 0x2FF
              || c == 0x294
              || c == 0x295
              || c == 0xA8
              || c == 0xAF
              || c == 0xB8
              || c == 0x115F
              || c == 0x1160
              || c == 0x3164
              || c == 0xFFA0
              || c == 0x640
              || c >= 0xFFF0 && c <= 0xFFF8;
    };
  }

  /**
   * What a letter is compared as.
   *
   * @param wide as those write it who have no such letter: ü as ue
   */
  static String folded(int character, boolean wide) {
    if (character < 0x80) {
      return String.valueOf((char) Character.toLowerCase(character));
    } else if (character >= 0x1F150 && character <= 0x1F189) {
      return String.valueOf((char) ('a' + (character - (character < 0x1F170 ? 0x1F150 : 0x1F170))));
    } else if (flag(character)) {
      return String.valueOf((char) ('a' + (character - 0x1F1E6)));
    } else if (Character.isDigit(character)) {
      return String.valueOf(Character.digit(character, 10));
    }
    // Upper case first, else a sharp s and two of them stay two.
    String lower =
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    lower
        .codePoints()
        .forEach(
            c -> {
              if (wide && plain.length() == 1) {
                plain.append(sign(plain.charAt(0), c));
              }
              if (!within(c) && Character.isLetterOrDigit(c)) {
                String other = wide ? WIDE.getOrDefault(c, TWO.get(c)) : TWO.get(c);
                plain.append(other == null ? SAME.getOrDefault(c, Character.toString(c)) : other);
              }
            });
    return plain.toString();
  }

  /** What is written for a sign by those who have none: e for the two dots of ü. */
  static String sign(char letter, int sign) {
    boolean dots = sign == DIAERESIS && "aou".indexOf(letter) >= 0;
    return dots ? "e" : sign == RING && letter == 'a' ? "a" : "";
  }

  /** Whether a text has characters that are read in two ways. */
  static boolean ambiguous(String text) {
    return text.chars()
        .anyMatch(
            c ->
                c == '&'
                    || foreign((char) c)
                    || c == DIAERESIS
                    || c == RING
                    || "äöüåøəɣŋÄÖÜÅØƏƔŊ\u212B".indexOf(c) >= 0);
  }

  static boolean latin(char folded) {
    return folded >= 'a' && folded <= 'z';
  }

  static boolean foreign(char folded) {
    return folded >= 0x370 && folded < 0x530;
  }

  /**
   * A word in which Cyrillic and Greek letters are the Latin ones that they look like.
   *
   * @param wide by the other case, where the two do not look alike
   */
  static String looks(String word, boolean wide) {
    StringBuilder looks = new StringBuilder(wide ? word.replace('ν', 'v') : word);
    for (int i = 0; i < looks.length(); i++) {
      int place = FOREIGN.indexOf(looks.charAt(i));
      if (place >= 0) {
        looks.setCharAt(i, LATIN.charAt(place));
      }
    }
    return looks.toString();
  }
}
