package org.bilan.archive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Party;
import org.bilan.dossier.Place;

/**
 * The words that an incident is found by, and those that somebody searches for, made alike: letters
 * and digits only, compatibility forms decomposed (Unicode Standard Annex 15, NFKD), without marks,
 * in lower case, with letters that only look decorated told as the plain ones. Of scripts that are
 * written without spaces each two characters in a row are a word.
 */
final class SearchWords {

  /** Characters of a word that count: PostgreSQL keeps words of up to 2,046 bytes. */
  private static final int LENGTH = 64;

  /** Words of an incident that count: PostgreSQL keeps up to a megabyte of them. */
  private static final int MOST = 2_000;

  /** Characters of a text that are looked at, whatever they are. */
  private static final int READ = 10_000;

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛ʼ`´′＇]");

  private static final Pattern BLANK = Pattern.compile("(?U)\\s+");

  private static final Set<Character.UnicodeScript> WITHOUT_SPACES =
      Set.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.KHMER,
          Character.UnicodeScript.MYANMAR);

  /**
   * Letters that have no decomposition and are often written as these; of Arabic those that are
   * told apart in print but not in searches.
   */
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ß', "ss"), // left by the capital one, U+1E9E
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ə', "e"),
          Map.entry((int) 'ς', "σ"),
          Map.entry(0x0671, "\u0627"), // alef wasla: alef
          Map.entry(0x0649, "\u064a"), // alef maksura: yeh
          Map.entry(0x06cc, "\u064a"), // Farsi yeh: yeh
          Map.entry(0x06a9, "\u0643"), // keheh: kaf
          Map.entry(0x0629, "\u0647")); // teh marbuta: heh

  private final SortedMap<String, Boolean> words = new TreeMap<>();

  private SearchWords() {}

  /** Of a dossier that cannot be read. */
  static SearchWords ofId(String incident) {
    SearchWords words = new SearchWords();
    words.add(in(incident), true);
    return words;
  }

  /** Of an incident: its id, title, place, conflict, and the names of its parties. */
  static SearchWords of(Incident incident) {
    SearchWords words = ofId(incident.id());
    Stream.of(
            incident.title(),
            incident.place().flatMap(Place::name),
            incident.place().flatMap(Place::admin1),
            incident.conflict())
        .flatMap(Optional::stream)
        .forEach(text -> words.add(indexed(text), false));
    incident.parties().stream()
        .map(Party::name)
        .flatMap(Optional::stream)
        .forEach(name -> words.add(indexed(name), false));
    return words;
  }

  private void add(Collection<String> more, boolean ofId) {
    for (String word : more) {
      if (words.size() < MOST || words.containsKey(word)) {
        words.merge(word, ofId, Boolean::logicalOr);
      }
    }
  }

  /** Each word, and whether it is one of the incident's id. */
  SortedMap<String, Boolean> all() {
    return words;
  }

  /** As PostgreSQL reads a tsvector. The words need no quotes: they are letters and digits. */
  String vector() {
    return words.entrySet().stream()
        .map(word -> word.getKey() + (word.getValue() ? ":1A" : ":1"))
        .collect(Collectors.joining(" "));
  }

  /**
   * As PostgreSQL reads a tsquery: all that is sought, each word of which must begin a word.
   *
   * @param sought not empty
   * @param ofIds whether only the words of incidents' ids count
   */
  static String query(Collection<Search.Sought> sought, boolean ofIds) {
    return sought.stream()
        .map(
            one ->
                one.apart().equals(one.joined())
                    ? query(one.apart(), ofIds)
                    : "(" + query(one.apart(), ofIds) + " | " + query(one.joined(), ofIds) + ")")
        .collect(Collectors.joining(" & "));
  }

  private static String query(List<String> words, boolean ofIds) {
    return words.stream()
        .map(word -> word + (ofIds ? ":*A" : ":*"))
        .collect(Collectors.joining(" & ", "(", ")"));
  }

  /**
   * What somebody asks for: "Qa'im" is sought as two words and as one, since a text may have it
   * with that apostrophe, with one that is a letter (U+02BC), or with none.
   */
  static Collection<Search.Sought> sought(String text) {
    return BLANK
        .splitAsStream(text)
        .map(run -> new Search.Sought(List.copyOf(in(run)), List.copyOf(in(joined(run)))))
        .filter(one -> !one.apart().isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Also "Qa'im" as one word: not everybody writes the apostrophe. */
  private static Collection<String> indexed(String text) {
    Collection<String> words = in(text);
    String joined = joined(text);
    if (!joined.equals(text)) {
      words.addAll(in(joined));
    }
    return words;
  }

  private static String joined(String text) {
    return APOSTROPHES.matcher(text).replaceAll("");
  }

  /** The words in a text, each once, in the order of the text. */
  static Collection<String> in(String text) {
    String read = text.length() > READ ? text.substring(0, READ) : text;
    // Up first: so the long s and the sharp s end as what they are written by without them.
    String plain =
        Normalizer.normalize(
            Normalizer.normalize(read, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKD);
    Set<String> words = new LinkedHashSet<>();
    List<Integer> run = new ArrayList<>();
    boolean dense = false;
    for (int i = 0; i < plain.length(); ) {
      int character = plain.codePointAt(i);
      i += Character.charCount(character);
      if (Character.isLetterOrDigit(character) && !modifies(character)) {
        boolean now = WITHOUT_SPACES.contains(Character.UnicodeScript.of(character));
        if (now != dense) {
          end(run, dense, words);
          dense = now;
        }
        run.add(character);
      } else if (!passedOver(character)) {
        end(run, dense, words);
      }
    }
    end(run, dense, words);
    return words;
  }

  private static boolean modifies(int character) {
    return Character.getType(character) == Character.MODIFIER_LETTER;
  }

  /** Marks, letters that only modify others, and what is not seen, end no word. */
  private static boolean passedOver(int character) {
    if (character == 0) {
      return true; // as in what is shown: see DossierRow.storable
    }
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.MODIFIER_LETTER,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static void end(List<Integer> run, boolean dense, Set<String> words) {
    if (dense) {
      // The last one alone too: whoever asks for it finds it there, as elsewhere by its pair.
      for (int i = 0; i < run.size(); i++) {
        words.add(word(run.subList(i, Math.min(i + 2, run.size()))));
      }
    } else if (!run.isEmpty()) {
      words.add(word(run.subList(0, Math.min(LENGTH, run.size()))));
    }
    run.clear();
  }

  private static String word(List<Integer> characters) {
    StringBuilder word = new StringBuilder();
    for (int character : characters) {
      int digit =
          Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER
              ? Character.digit(character, 10)
              : -1;
      word.append(
          digit >= 0
              ? String.valueOf(digit)
              : PLAIN.getOrDefault(character, Character.toString(character)));
    }
    return word.toString();
  }
}
