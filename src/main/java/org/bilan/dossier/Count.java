package org.bilan.dossier;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many people. Zero is a claim too.
 *
 * @param min the least it can mean, as stated
 * @param max the most it can mean, as stated; absent for an open wording ("several")
 * @param words the vague wording, as reported
 * @param meaning what the words can mean; absent where there are none, or none that are known
 */
public record Count(
    OptionalInt min,
    OptionalInt max,
    Optional<String> words,
    Optional<CountWords.Meaning> meaning) {

  /** A count as reported; its words are looked up. */
  public Count(OptionalInt min, OptionalInt max, Optional<String> words) {
    this(min, max, words, words.flatMap(CountWords::meaning));
  }

  /** Whether both ends are stated. */
  public boolean bounded() {
    return min.isPresent() && max.isPresent();
  }

  /** The least that is meant: as stated, or where no number is, as the words have it. */
  public OptionalInt least() {
    OptionalInt ofWords = meaning.map(CountWords.Meaning::least).orElse(OptionalInt.empty());
    if (min.isPresent() || ofWords.isEmpty()) {
      return min;
    }
    return OptionalInt.of(Math.min(ofWords.getAsInt(), max.orElse(Integer.MAX_VALUE)));
  }

  /** The most that is meant: as stated, or where no number is, as the words have it. */
  public OptionalInt most() {
    OptionalInt ofWords = meaning.map(CountWords.Meaning::most).orElse(OptionalInt.empty());
    if (max.isPresent() || ofWords.isEmpty()) {
      return max;
    }
    return OptionalInt.of(Math.max(ofWords.getAsInt(), min.orElse(0)));
  }

  /** The words and the numbers, for whoever has to choose between them. */
  String spelt() {
    StringBuilder text = new StringBuilder();
    words.ifPresent(w -> text.append('"').append(w).append('"'));
    min.ifPresent(n -> text.append(", min ").append(n));
    max.ifPresent(n -> text.append(", max ").append(n));
    return text.toString();
  }

  /** Whether the words and the numbers cannot both be right. */
  boolean contradictory() {
    return meaning.filter(m -> m.excludes(min, max)).isPresent();
  }
}
