package org.bilan.confidential;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bilan.confidential.Tokenizer.Token;

/**
 * Words that must not be read, and what is said instead. Of several that begin at one place the
 * longest counts. To look through a text takes time in proportion to its length, however many words
 * there are.
 */
final class Words {

  /** Names of more words are looked for in parts, so that no name makes a search long. */
  private static final int LONGEST = 64;

  /** Words that Arabic and Hebrew write together with the one that follows: and, by, to, the … */
  private static final Pattern ATTACHED = Pattern.compile("[وف]?[بكلس]?(?:ال|ل)?|[ושהבלכמ]{1,2}");

  private static final int MOST_ATTACHED = 4;

  private static final int[] WHOLE = {0};

  /** At the end of words these two are said alike. */
  private static final Pattern ALEF_LIKE_YA = Pattern.compile("ى(?![\\p{L}\\p{M}])");

  private static final Pattern ALEF_AT_THE_END =
      Pattern.compile("(?<=\\p{L}{3})ا(?![\\p{L}\\p{M}])");

  /** What is said instead; empty: it stays as it is. */
  private record Instead(Optional<Function<Locale, String>> said) {}

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();

    /** By the one spelling in which it is looked for, in lower case. */
    private final Map<String, Instead> spelt = new HashMap<>();

    private Instead any;
    private char begins;

    Instead at(String text, int from, int to) {
      if (!spelt.isEmpty()) {
        Instead literal = spelt.get(text.substring(from, to).toLowerCase(Locale.ROOT));
        if (literal != null) {
          return literal;
        }
      }
      return begins == 0 || begins == text.charAt(from) ? any : null;
    }
  }

  private final Node root = new Node();
  private final Joined<Instead> joined = new Joined<>();

  /**
   * Hides a name, however it is written. Of two that are the same the first counts. One or two
   * letters are a name only where they begin as one: A, not a; Sy and SY, not sy.
   */
  void hide(String name, Function<Locale, String> said) {
    Instead instead = new Instead(Optional.of(said));
    List<String> words = folded(name);
    hide(words, instead);
    if (words.size() == 1 && words.get(0).length() < 3) {
      node(words).begins = name.charAt(Tokenizer.of(name).get(0).from());
    } else {
      spellings(name).filter(spelling -> !spelling.equals(words)).forEach(s -> hide(s, instead));
    }
  }

  private static Stream<List<String>> spellings(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return Stream.of(
            name,
            ALEF_LIKE_YA.matcher(composed).replaceAll("ا"),
            ALEF_AT_THE_END.matcher(composed).replaceAll("ى"))
        .flatMap(text -> Tokenizer.readings(text).stream())
        .map(Words::folded)
        .distinct();
  }

  private void hide(List<String> words, Instead instead) {
    for (int from = 0; from < words.size(); from += LONGEST) {
      List<String> part = words.subList(from, Math.min(words.size(), from + LONGEST));
      hideWords(part, instead);
      String letters = String.join("", part);
      if (letters.length() >= Division.LEAST_UNPARTED) {
        joined.put(letters, instead);
      }
    }
    String letters = String.join("", words);
    if (words.size() > 1 && words.size() <= LONGEST && letters.length() >= Division.LEAST_JOINED) {
      hideWords(List.of(letters), instead);
    }
  }

  private void hideWords(List<String> words, Instead instead) {
    Node node = node(words);
    node.any = node.any == null ? instead : node.any;
    node.begins = 0;
  }

  /** Hides an id or an address, written as it is but for upper and lower case. */
  void hideSpelt(String text, Function<Locale, String> said) {
    spell(text, new Instead(Optional.of(said)));
  }

  /** Lets something stand that may hold words which are hidden: a pseudonym. */
  void keep(String text) {
    spell(text, new Instead(Optional.empty()));
  }

  private void spell(String text, Instead instead) {
    List<Token> tokens = Tokenizer.of(text);
    if (!tokens.isEmpty() && tokens.size() <= LONGEST) {
      String span = text.substring(tokens.get(0).from(), tokens.get(tokens.size() - 1).to());
      node(folded(tokens)).spelt.putIfAbsent(span.toLowerCase(Locale.ROOT), instead);
    }
  }

  private Node node(List<String> words) {
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    return node;
  }

  /** Whether a text holds anything that is hidden. */
  boolean in(String text) {
    return find(text).stream().anyMatch(Found::hidden);
  }

  /** Tells of a part of a text whether it counts. */
  interface Part {
    boolean counts(int from, int to);
  }

  /** The text without what is hidden in the parts of it that count. */
  String redacted(String text, Locale language, Part part) {
    StringBuilder redacted = new StringBuilder();
    int end = 0;
    for (Found found : find(text)) {
      if (found.hidden() && part.counts(found.from, found.to)) {
        redacted.append(text, end, found.from);
        redacted.append(found.instead.said().get().apply(language));
        end = found.to;
      }
    }
    return end == 0 ? text : redacted.append(text, end, text.length()).toString();
  }

  private record Found(int from, int to, Instead instead) {
    boolean hidden() {
      return instead.said().isPresent();
    }
  }

  /** In the order of the text. Where readings of it overlap, what either hides is hidden. */
  private List<Found> find(String text) {
    if (root.next.isEmpty()) {
      return List.of();
    }
    List<List<Token>> readings = Tokenizer.readings(text);
    if (readings.size() == 1) {
      return find(text, readings.get(0));
    }
    List<Found> all = new ArrayList<>();
    readings.forEach(tokens -> all.addAll(find(text, tokens)));
    all.sort(
        Comparator.comparingInt(Found::from)
            .thenComparing(Comparator.comparingInt(Found::to).reversed()));
    List<Found> apart = new ArrayList<>();
    for (Found found : all) {
      Found last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
      if (last == null || found.from >= last.to) {
        apart.add(found);
      } else if (last.hidden() && found.hidden() && found.to > last.to) {
        apart.set(apart.size() - 1, new Found(last.from, found.to, last.instead));
      }
    }
    return apart;
  }

  private List<Found> find(String text, List<Token> tokens) {
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      int length = 0;
      Instead instead = null;
      for (int cut : beginnings(tokens.get(i).folded())) {
        Node node = root.next.get(tokens.get(i).folded().substring(cut));
        for (int next = i + 1; node != null; next++) {
          Instead here = node.at(text, tokens.get(i).from(), tokens.get(next - 1).to());
          if (here != null && next - i > length) {
            length = next - i;
            instead = here;
          }
          node = next < tokens.size() ? node.next.get(tokens.get(next).folded()) : null;
        }
        Divided divided = divided(tokens, i, cut);
        if (divided.words > length) {
          length = divided.words;
          instead = divided.instead;
        }
      }
      if (instead != null) {
        all.add(new Found(tokens.get(i).from(), tokens.get(i + length - 1).to(), instead));
      }
      i += Math.max(1, length);
    }
    return all;
  }

  /** Where a word may begin: also after those that are written together with it. */
  private static int[] beginnings(String word) {
    return Division.eastern(word.charAt(0))
        ? IntStream.rangeClosed(0, Math.min(MOST_ATTACHED, word.length() - 1))
            .filter(cut -> cut == 0 || ATTACHED.matcher(word).region(0, cut).matches())
            .toArray()
        : WHOLE;
  }

  /** A name of these letters that is divided into other words, or into none. */
  private record Divided(int words, Instead instead) {
    static final Divided NONE = new Divided(0, null);
  }

  private Divided divided(List<Token> tokens, int first, int cut) {
    Joined<Instead>.Reading letters = joined.read();
    Divided longest = Divided.NONE;
    Division division = new Division();
    for (int i = first; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > first) {
        division.part(tokens.get(i - 1), token);
      }
      for (int at = i == first ? cut : 0; at < token.folded().length(); at++) {
        if (!letters.next(token.folded().charAt(at))) {
          return longest;
        }
      }
      Instead whole = letters.whole();
      boolean enough = division.allows(letters.letters(), token.folded().charAt(0));
      if (whole != null && i > first && enough) {
        longest = new Divided(i + 1 - first, whole);
      }
    }
    return longest;
  }

  private static List<String> folded(String text) {
    return folded(Tokenizer.of(text));
  }

  private static List<String> folded(List<Token> tokens) {
    return tokens.stream().map(Token::folded).toList();
  }
}
