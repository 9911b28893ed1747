package org.bilan.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that might yet be known, reported or done.
 *
 * @param clauses what is supposed, each for people: the word of its sentence, and what that names
 * @param additions the same, for a dossier
 */
record Supposition(List<Clause> clauses, Additions additions) {

  /** A part of a sentence: its word in the bundle, and what it names. */
  record Clause(String word, List<Object> names) {}

  /** What speaks for something else than the claim. */
  private static final Set<String> CONTRARY =
      Set.of("denial", "said-fighters", "said-civilians", "blamed-another", "retracted");

  static Supposition of(String word, Additions additions, Object... names) {
    return new Supposition(List.of(new Clause(word, List.of(names))), additions);
  }

  boolean contrary() {
    return clauses.stream().map(Clause::word).anyMatch(CONTRARY::contains);
  }

  boolean is(String word) {
    return clauses.stream().anyMatch(clause -> clause.word().equals(word));
  }

  Supposition and(Supposition other) {
    return new Supposition(
        Stream.concat(clauses.stream(), other.clauses.stream()).toList(),
        additions.and(other.additions));
  }
}
