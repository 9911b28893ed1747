package org.bilan.rest;

import java.util.List;
import java.util.Locale;
import org.bilan.assessment.Language;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Phrases;

/**
 * Refuses what is sent as a dossier and is none, in words that can stand beside a form's fields.
 */
final class InvalidDossiers {

  private InvalidDossiers() {}

  /**
   * All that is wrong with what was sent.
   *
   * @param language that its problems are told in
   */
  static Refusal of(InvalidDossier invalid, Language language) {
    return of(invalid, "dossier", language);
  }

  /** Likewise with what need not be a dossier yet. */
  static Refusal ofDraft(InvalidDossier invalid, Language language) {
    return of(invalid, "draft", language);
  }

  private static Refusal of(InvalidDossier invalid, String what, Language language) {
    String code = invalid.problems().get(0).code();
    if (code.equals("json.too-large")) {
      return Refusal.tooLarge();
    }
    List<ProblemDetail.Fault> problems =
        invalid.problems().stream()
            .map(
                p ->
                    new ProblemDetail.Fault(
                        p.code(), p.pointer(), null, p.found(), p.expected(), p.advice()))
            .toList();
    return code.startsWith("json.") ? Refusal.badJson(problems) : refused(what, problems, language);
  }

  /** A dossier that was sent to the path of another incident. */
  static Refusal other(String incident, Language language) {
    Phrases phrases = phrases(language);
    return refused(
        "dossier",
        List.of(
            new ProblemDetail.Fault(
                "incident.other",
                "/incident/id",
                null,
                '"' + incident + '"',
                phrases.say("other.expected"),
                phrases.say("other.advice", incident))),
        language);
  }

  private static Refusal refused(
      String what, List<ProblemDetail.Fault> problems, Language language) {
    Phrases phrases = phrases(language);
    return Refusal.invalid(
        "invalid-" + what,
        phrases.say(what + ".title"),
        phrases.say(what + (problems.size() == 1 ? ".detail.one" : ".detail"), problems.size()),
        problems,
        language);
  }

  private static Phrases phrases(Language language) {
    return new Phrases("org.bilan.rest.dossier", Locale.forLanguageTag(language.word()));
  }
}
