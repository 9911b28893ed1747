package org.bilan.rest;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;
import org.bilan.dossier.InvalidDossier;

/**
 * Refuses what is sent as a dossier and is none, in words that can stand beside a form's fields.
 */
final class InvalidDossiers {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
    return refused(
        "dossier",
        List.of(
            new ProblemDetail.Fault(
                "incident.other",
                "/incident/id",
                null,
                '"' + incident + '"',
                say(language, "other.expected"),
                say(language, "other.advice", incident))),
        language);
  }

  private static Refusal refused(
      String what, List<ProblemDetail.Fault> problems, Language language) {
    return Refusal.invalid(
        "invalid-" + what,
        say(language, what + ".title"),
        say(language, what + ".detail", problems.size()),
        problems,
        language);
  }

  private static String say(Language language, String key, Object... values) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "org.bilan.rest.dossier", Locale.forLanguageTag(language.word()), NO_FALLBACK);
    return MessageFormat.format(words.getString(key), values);
  }
}
