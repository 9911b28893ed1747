package org.bilan.confidential;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.confidential.Tokenizer.Token;
import org.bilan.dossier.SourceKind;

/**
 * Names that say no more than a source's kind, which everybody may see: "A resident", "Security
 * sources". To take these words out of every sentence would protect nobody and tell which sentences
 * are about it.
 */
final class Commonplaces {

  private static final Set<String> ARTICLES = folded("a an the un une le la les l des");

  private static final Set<String> WORDS = words();

  private Commonplaces() {}

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    Arrays.stream(SourceKind.values())
        .flatMap(kind -> Stream.of(kind.word().split("-")))
        .forEach(word -> words.addAll(List.of(word, word + "s")));
    words.addAll(
        folded(
            "agencies communities relatives source sources anonymous unnamed of the from and"
                + " habitant habitants habitante habitantes résident résidents témoin témoins"
                + " survivant survivants proche proches sécurité militaire militaires anonyme"
                + " anonymes inconnu inconnus inconnue médias de du des la le les et"));
    return Set.copyOf(words);
  }

  /** Whether a name has nothing but such words. One letter is a name: witness A. */
  static boolean is(String name) {
    List<String> words = Tokenizer.of(name).stream().map(Token::folded).toList();
    int first = words.size() > 1 && ARTICLES.contains(words.get(0)) ? 1 : 0;
    return WORDS.containsAll(words.subList(first, words.size()));
  }

  private static Set<String> folded(String words) {
    return Tokenizer.of(words).stream().map(Token::folded).collect(Collectors.toSet());
  }
}
