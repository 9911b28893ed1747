package org.bilan.assess;

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
   * @param ruleset of the revision that made the findings, from English
   */
  public static Reworded in(Language language, Ruleset ruleset) {
    return language == Language.EN ? Reworded.NOT : finding -> in(language, ruleset, finding);
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
