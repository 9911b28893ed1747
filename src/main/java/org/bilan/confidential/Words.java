package org.bilan.confidential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /**
   * Hides a name, however it is written. Of two that are the same the first counts. One or two
   * letters are a name only where they begin as one: A, not a; Sy and SY, not sy.
   */
  void hide(String name, Function<Locale, String> said) {
    Instead instead = new Instead(Optional.of(said));
    List<String> words = folded(name);
    for (int from = 0; from < words.size(); from += LONGEST) {
      hide(words.subList(from, Math.min(words.size(), from + LONGEST)), instead);
    }
    if (words.size() == 1 && words.get(0).length() < 3) {
      node(words).begins = name.charAt(Tokenizer.of(name).get(0).from());
    }
    String joined = String.join("", words);
    if (words.size() > 1 && words.size() <= LONGEST && joined.length() > 3) {
      hide(List.of(joined), instead);
    }
  }

  private void hide(List<String> words, Instead instead) {
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
    List<String> words = folded(text);
    if (!words.isEmpty() && words.size() <= LONGEST) {
      List<Token> tokens = Tokenizer.of(text);
      String span = text.substring(tokens.get(0).from(), tokens.get(tokens.size() - 1).to());
      node(words).spelt.putIfAbsent(span.toLowerCase(Locale.ROOT), instead);
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
    return find(text).stream().anyMatch(f -> f.instead.said().isPresent());
  }

  /** The text without what is hidden. */
  String redacted(String text, Locale language) {
    StringBuilder redacted = new StringBuilder();
    int end = 0;
    for (Found found : find(text)) {
      if (found.instead.said().isPresent()) {
        redacted.append(text, end, found.from);
        redacted.append(found.instead.said().get().apply(language));
        end = found.to;
      }
    }
    return end == 0 ? text : redacted.append(text, end, text.length()).toString();
  }

  private record Found(int from, int to, Instead instead) {}

  private List<Found> find(String text) {
    if (root.next.isEmpty()) {
      return List.of();
    }
    List<Token> tokens = Tokenizer.of(text);
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      int length = 0;
      Instead instead = null;
      for (Node first : beginnings(tokens.get(i).folded())) {
        Node node = first;
        for (int next = i + 1; node != null; next++) {
          Instead here = node.at(text, tokens.get(i).from(), tokens.get(next - 1).to());
          if (here != null && next - i > length) {
            length = next - i;
            instead = here;
          }
          node = next < tokens.size() ? node.next.get(tokens.get(next).folded()) : null;
        }
      }
      if (instead != null) {
        all.add(new Found(tokens.get(i).from(), tokens.get(i + length - 1).to(), instead));
      }
      i += Math.max(1, length);
    }
    return all;
  }

  private List<Node> beginnings(String word) {
    List<Node> beginnings = new ArrayList<>(1);
    Optional.ofNullable(root.next.get(word)).ifPresent(beginnings::add);
    char first = word.charAt(0);
    if (first >= 'א' && first <= 'ي') {
      for (int cut = 1; cut <= Math.min(MOST_ATTACHED, word.length() - 1); cut++) {
        Matcher attached = ATTACHED.matcher(word).region(0, cut);
        Node node = attached.matches() ? root.next.get(word.substring(cut)) : null;
        if (node != null) {
          beginnings.add(node);
        }
      }
    }
    return beginnings;
  }

  private static List<String> folded(String text) {
    return Tokenizer.of(text).stream().map(Token::folded).toList();
  }
}
