package org.bilan.cli;

import java.util.Locale;
import java.util.Optional;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.confidential.Pseudonyms;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.explain.ExplanationJson;
import org.bilan.people.Secret;

/**
 * What of a dossier that was judged may be published: all doors give the same, by one redaction.
 */
final class Concealing {

  private final Pseudonyms pseudonyms;
  private final Locale language;

  private Concealing(Pseudonyms pseudonyms, Language language) {
    this.pseudonyms = pseudonyms;
    this.language = Locale.forLanguageTag(language.word());
  }

  /**
   * With the pseudonyms of this installation, or where it has no secret with those of one run.
   *
   * @throws IllegalArgumentException when the secret is too short; the message is for people
   */
  static Concealing in(Language language) {
    Secret secret =
        Optional.ofNullable(System.getenv(Secret.VARIABLE))
            .filter(text -> !text.isEmpty())
            .map(Secret::of)
            .orElseGet(Secret::random);
    return with(Pseudonyms.of(secret), language);
  }

  static Concealing with(Pseudonyms pseudonyms, Language language) {
    return new Concealing(pseudonyms, language);
  }

  /**
   * The same with confidential sources replaced. A table shows objects: they are read back from the
   * redacted documents, so that there is nothing else in them.
   *
   * @param json the dossier as it was read
   */
  Judged conceal(Judged judged, byte[] json) {
    Redaction redaction = Redaction.of(judged.dossier(), pseudonyms);
    if (!redaction.needed()) {
      return judged;
    }
    byte[] assessment = redaction.output(judged.assessmentJson(), language);
    return new Judged(
        read(redaction.dossier(json, language)),
        AssessmentJson.read(assessment),
        judged.explanations().map(all -> ExplanationJson.read(assessment)),
        judged
            .comparison()
            .map(AssessmentJson::write)
            .map(comparison -> redaction.output(comparison, language))
            .map(AssessmentJson::readComparison));
  }

  private static Dossier read(byte[] redacted) {
    try {
      return DossierReader.read(redacted);
    } catch (InvalidDossier e) {
      throw new IllegalStateException(
          "With pseudonyms the dossier is beyond the limits: " + e.problems().get(0).code());
    }
  }
}
