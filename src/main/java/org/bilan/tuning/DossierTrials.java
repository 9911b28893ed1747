package org.bilan.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bilan.archive.Archive;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredDossier;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Assessor;
import org.bilan.assess.Busy;
import org.bilan.assess.Rewording;
import org.bilan.assess.RulesetInForce;
import org.bilan.assess.Told;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Language;
import org.bilan.ruleset.Derivation;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;

/**
 * What other numbers would do to one kept dossier, while somebody moves a slider. Keeps nothing.
 * What they would do to the archive, {@link Impacts} tells.
 */
@ApplicationScoped
public class DossierTrials {

  private final RulesetInForce inForce;
  private final Archive archive;
  private final Rulesets rulesets;
  private final Trials trials;

  DossierTrials(RulesetInForce inForce, Archive archive, Rulesets rulesets, Trials trials) {
    this.inForce = inForce;
    this.archive = archive;
    this.rulesets = rulesets;
    this.trials = trials;
  }

  /**
   * A dossier judged by the rules in force, and by those with other values.
   *
   * @param changes without fault when they were read, and of each number one at most
   * @return empty when there is no such dossier
   * @throws InvalidRuleset when the values do not go together
   * @throws Busy when the rules in force were replaced meanwhile, by some that they do not fit
   */
  public Optional<Told> of(String incident, List<NumberChange> changes, Language language)
      throws InvalidRuleset {
    return asked(
        () ->
            inForce.with(
                before -> {
                  if (changes.stream().anyMatch(c -> before.numbers().fault(c) != null)) {
                    throw new Busy(Duration.ofSeconds(1));
                  }
                  return compared(
                      incident,
                      before,
                      tuned(before, before.numbers().with(changes)).orElseThrow(),
                      language);
                }));
  }

  /**
   * A dossier judged by the rules in force, and by another ruleset.
   *
   * @return empty when there is no such dossier
   * @throws InvalidRuleset when the ruleset is not fit
   * @throws Busy when it has other questions, and too many others wait for such
   */
  public Optional<Told> of(String incident, StoredRuleset ruleset, Language language)
      throws InvalidRuleset {
    RulesetFiles files = rulesets.files(ruleset.revision()).orElseThrow();
    Optional<Optional<Told>> quick =
        asked(
            () ->
                inForce.with(
                    before ->
                        tuned(before, files)
                            .map(after -> compared(incident, before, after, language))));
    return quick.isPresent()
        ? quick.get()
        : trials.with(
            ruleset, after -> inForce.with(before -> compared(incident, before, after, language)));
  }

  private interface Asking<T> {
    T ask();
  }

  private static <T> T asked(Asking<T> asking) throws InvalidRuleset {
    try {
      return asking.ask();
    } catch (Trials.Refused refused) {
      throw refused.cause;
    }
  }

  private static Optional<Ruleset> tuned(Ruleset before, RulesetFiles files) {
    try {
      return before.tuned(files);
    } catch (InvalidRuleset refused) {
      throw new Trials.Refused(refused);
    }
  }

  private Optional<Told> compared(
      String incident, Ruleset before, Ruleset after, Language language) {
    return archive.get(incident).map(stored -> compared(stored, before, after, language));
  }

  private static Told compared(
      StoredDossier stored, Ruleset before, Ruleset after, Language language) {
    Derivation derived = Derivation.of(Assessor.read(stored));
    Comparison comparison =
        Comparison.of(before.judge(derived, Language.EN), after.judge(derived, Language.EN));
    OptionalLong version = OptionalLong.of(stored.version());
    return new Told(
        AssessmentJson.write(
            comparison
                .reworded(Rewording.in(language, before), Rewording.in(language, after))
                .between(
                    comparison.before().with(version, language),
                    comparison.after().with(version, language))),
        List.of(language));
  }
}
