package org.bilan.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong with one document while it is read to its end. */
final class Problems {

  private static final int SHOWN = 80;

  private final Phrases phrases;
  private final int most;
  private final List<Problem> listed = new ArrayList<>();
  private final Set<String> unread = new HashSet<>();
  private int more;

  /** To be told in a language; in English where that is not spoken. */
  Problems(Locale language) {
    this(language, Limits.PROBLEMS);
  }

  private Problems(Locale language, int most) {
    this.phrases = new Phrases("org.bilan.dossier.problem", language);
    this.most = most;
  }

  /** Of what is not there: nobody is told. */
  static Problems untold() {
    return new Problems(Locale.ROOT, 0);
  }

  /** What problems are told in. */
  Phrases phrases() {
    return phrases;
  }

  /** A phrase that problems are told in; empty when no more of them are listed: it is dear. */
  String say(String key, Object... values) {
    return listed.size() < most ? phrases.say(key, values) : "";
  }

  void add(String code, Pointer at, String found, String expected, String advice) {
    add(() -> new Problem(code, at.toString(), shorten(found), expected, advice));
  }

  /**
   * Adds a problem that is dear to describe. Of millions, only those that are listed are described:
   * else a hostile document could keep a processor busy for hours.
   */
  void add(Supplier<Problem> problem) {
    if (listed.size() < most) {
      listed.add(problem.get());
    } else {
      more++;
    }
  }

  /** Notes that a whole list could not be read, so that ids which lead into it are not blamed. */
  void unread(String list) {
    unread.add(list);
  }

  boolean wasRead(String list) {
    return !unread.contains(list);
  }

  boolean none() {
    return listed.isEmpty();
  }

  /** All problems; a last one counts those that were not listed. */
  List<Problem> all() {
    List<Problem> all = new ArrayList<>(listed);
    if (more > 0) {
      all.add(
          new Problem(
              "problems.more",
              "",
              phrases.say("more.found", more),
              phrases.say("more.expected", most),
              phrases.say("more.advice")));
    }
    return all;
  }

  static String shorten(String found) {
    return found.codePointCount(0, found.length()) <= SHOWN
        ? found
        : found.substring(0, found.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
