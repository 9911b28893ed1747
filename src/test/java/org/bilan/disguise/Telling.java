package org.bilan.disguise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An account of an event, made of words that mean nothing: sentences of common and rare words, with
 * numbers and names in them. Two accounts of one event share some numbers and names; a translation
 * has other words and the same numbers and names in the same order.
 *
 * @param sentences each a list of tokens: {@code w12} a word, {@code n14} a number, {@code p3} a
 *     name
 */
record Telling(List<List<String>> sentences) {

  /** How many words a language has here; the first ones are used most, as everywhere. */
  private static final int WORDS = 3_000;

  enum Tongue {
    ENGLISH("bdfgklmnprst", "aeiou"),
    FRENCH("bcdfglmnprst", "aeioué"),
    ARABIC("بتجحخدرزسشعفقكلمنه", "اوي");

    private final String consonants;
    private final String vowels;

    Tongue(String consonants, String vowels) {
      this.consonants = consonants;
      this.vowels = vowels;
    }

    private String word(int index) {
      Random letters = new Random(index * 31L + ordinal());
      int syllables = 1 + Math.min(3, index / 60);
      return IntStream.range(0, syllables)
          .mapToObj(i -> "" + any(consonants, letters) + any(vowels, letters))
          .collect(Collectors.joining());
    }

    private String name(int index) {
      Random letters = new Random(index * 17L);
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        // Consonants that both scripts have.
        char consonant = any("bdfklmnrst", letters);
        char vowel = any("aiu", letters);
        name.append(
            this == ARABIC ? "بدفكلمنرست".charAt("bdfklmnrst".indexOf(consonant)) : consonant);
        name.append(this == ARABIC ? (vowel == 'a' ? "ا" : "") : String.valueOf(vowel));
      }
      return this == ARABIC
          ? name.toString()
          : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static char any(String of, Random random) {
      return of.charAt(random.nextInt(of.length()));
    }
  }

  /**
   * An account with facts of its own beside those that all accounts of the event share.
   *
   * @param event tells events apart
   */
  static Telling of(int event, Random random) {
    List<String> facts = new ArrayList<>();
    Random shared = new Random(event);
    for (int i = 0; i < 3; i++) {
      facts.add("p" + shared.nextInt(10_000));
    }
    facts.add("n" + (2 + shared.nextInt(40)));
    facts.add("n" + (2 + shared.nextInt(29)));
    for (int i = 4 + random.nextInt(4); i > 0; i--) {
      facts.add("p" + random.nextInt(10_000));
    }
    for (int i = 3 + random.nextInt(3); i > 0; i--) {
      facts.add("n" + (2 + random.nextInt(300)));
    }
    Collections.shuffle(facts, random);
    List<List<String>> sentences = new ArrayList<>();
    for (int sentence = 6 + random.nextInt(5); sentence > 0; sentence--) {
      List<String> words = new ArrayList<>();
      for (int word = 9 + random.nextInt(8); word > 0; word--) {
        words.add(anyWord(random));
      }
      sentences.add(words);
    }
    for (int i = 0; i < facts.size(); i++) {
      List<String> sentence = sentences.get(i * sentences.size() / facts.size());
      sentence.add(1 + random.nextInt(sentence.size() - 1), facts.get(i));
    }
    return new Telling(sentences);
  }

  private static String anyWord(Random random) {
    return "w" + (int) (WORDS * Math.pow(random.nextDouble(), 3));
  }

  /** The first sentences alone. */
  Telling cut() {
    return new Telling(sentences.subList(0, sentences.size() * 6 / 10));
  }

  Telling reordered(Random random) {
    List<List<String>> others = new ArrayList<>(sentences);
    Collections.shuffle(others, random);
    return new Telling(others);
  }

  /** With so many words in a hundred replaced, names and numbers as well. */
  Telling edited(int percent, Random random) {
    return new Telling(
        sentences.stream()
            .map(s -> s.stream().map(w -> chance(percent, random) ? anyWord(random) : w).toList())
            .toList());
  }

  /** As a translator tells it: words are left out and put in, those of a sentence change places. */
  Telling retold(Random random) {
    List<List<String>> others = new ArrayList<>();
    for (List<String> sentence : sentences) {
      List<String> words = new ArrayList<>();
      for (String word : sentence) {
        boolean fact = !word.startsWith("w");
        if (fact || !chance(20, random)) {
          words.add(word);
        }
        if (chance(20, random)) {
          words.add(anyWord(random));
        }
      }
      int place = random.nextInt(words.size());
      if (words.get(place).startsWith("w")) {
        words.add(random.nextInt(words.size()), words.remove(place));
      }
      others.add(words);
    }
    return new Telling(others);
  }

  private static boolean chance(int percent, Random random) {
    return random.nextInt(100) < percent;
  }

  String in(Tongue tongue) {
    return sentences.stream()
        .map(
            sentence ->
                capital(
                    sentence.stream().map(w -> spelt(w, tongue)).collect(Collectors.joining(" "))))
        .collect(Collectors.joining(". ", "", "."));
  }

  private static String spelt(String token, Tongue tongue) {
    int index = Integer.parseInt(token.substring(1));
    return switch (token.charAt(0)) {
      case 'n' -> String.valueOf(index);
      case 'p' -> tongue.name(index);
      default -> tongue.word(index);
    };
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
