package org.bilan.assess;

import java.util.Optional;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Because;
import org.bilan.assessment.Comparison.Reworded;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Language;
import org.bilan.ruleset.Ruleset;

/** Says the reasons of single findings in another language. */
public final class Rewording {

  private Rewording() {}

  /**
   * The words of a language.
   *
   * @param ruleset of the revision that made the findings, from English, or one that {@link
   *     #saysTheSame}
   */
  public static Reworded in(Language language, Ruleset ruleset) {
    return language == Language.EN ? Reworded.NOT : finding -> in(language, ruleset, finding);
  }

  /**
   * Whether a ruleset gives the reasons of an assessment, perhaps of another revision, in the very
   * same English words: then its words in another language say what was said, and no more.
   */
  static boolean saysTheSame(Ruleset ruleset, Assessment english) {
    return english.claims().stream()
        .flatMap(claim -> claim.findings().stream())
        .allMatch(
            finding ->
                ruleset
                    .sentence(finding.rule(), Language.EN, finding.because().values())
                    .equals(Optional.of(finding.because().text())));
  }

  private static Finding in(Language language, Ruleset ruleset, Finding finding) {
    Because because = finding.because();
    return ruleset
        .sentence(finding.rule(), language, because.values())
        .map(
            text ->
                new Finding(
                    finding.rule(),
                    finding.topic(),
                    finding.proposition(),
                    finding.weight(),
                    new Because(text, because.values()),
                    finding.facts()))
        .orElse(finding);
  }
}
