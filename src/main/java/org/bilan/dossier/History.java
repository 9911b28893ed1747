package org.bilan.dossier;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether what sources did earlier is of earlier: a record that knew the incident itself, or what
 * came after it, would tell its outcome.
 */
final class History {

  private final Problems problems;
  private final Moment begun;

  /**
   * @param begun when the incident began
   */
  History(Problems problems, Moment begun) {
    this.problems = problems;
    this.begun = begun;
  }

  void check(Source source, Pointer at) {
    source.record().ifPresent(record -> earlier(record.asOf(), at.at("record")));
    Set<String> named = new HashSet<>();
    for (int i = 0; i < source.copies().size(); i++) {
      Copying copying = source.copies().get(i);
      Pointer copyingAt = at.at("copies").at(i);
      earlier(copying.asOf(), copyingAt);
      if (copying.source().equals(source.id())) {
        problems.add(
            "copies.itself",
            copyingAt.at("source"),
            '"' + copying.source() + '"',
            problems.say("copies.itself.expected"),
            problems.say("copies.itself.advice"));
      } else if (!named.add(copying.source()) && !copying.source().isEmpty()) {
        problems.add(
            "copies.twice",
            copyingAt.at("source"),
            '"' + copying.source() + '"',
            problems.say("copies.twice.expected"),
            problems.say("copies.twice.advice"));
      }
    }
  }

  private void earlier(Moment asOf, Pointer at) {
    if (problems.wasRead("date") && !asOf.certainlyBefore(begun)) {
      problems.add(
          "record.not-before-incident",
          at.at("asOf"),
          problems.say("record.found", asOf.latest()),
          problems.say("record.expected", begun.earliest()),
          problems.say("record.advice"));
    }
  }
}
