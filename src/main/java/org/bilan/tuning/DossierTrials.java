package org.bilan.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bilan.archive.Archive;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredDossier;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Assessor;
import org.bilan.assess.Busy;
import org.bilan.assess.Discretion;
import org.bilan.assess.Judging;
import org.bilan.assess.Rewording;
import org.bilan.assess.RulesetInForce;
import org.bilan.assess.Told;
import org.bilan.assess.Turns;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Language;
import org.bilan.operation.Traced;
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
@Traced
public class DossierTrials {

  /** Who moves a slider has moved it on by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int WAITING = 16;

  private final RulesetInForce inForce;
  private final Archive archive;
  private final Rulesets rulesets;
  private final Trials trials;
  private final Judging judging;
  private final Discretion discretion;

  /** Short, but many at a time while people move sliders. */
  private final Turns turns =
      new Turns(Runtime.getRuntime().availableProcessors(), WAITING, PATIENCE);

  DossierTrials(
      RulesetInForce inForce,
      Archive archive,
      Rulesets rulesets,
      Trials trials,
      Judging judging,
      Discretion discretion) {
    this.inForce = inForce;
    this.archive = archive;
    this.rulesets = rulesets;
    this.trials = trials;
    this.judging = judging;
    this.discretion = discretion;
  }

  /**
   * A dossier judged by the rules in force, and by those with other values.
   *
   * @param changes without fault when they were read, and of each number one at most
   * @param sees whether whoever asks sees confidential sources
   * @return empty when there is no such dossier
   * @throws InvalidRuleset when the values do not go together
   * @throws Busy when too many others try numbers
   * @throws RulesReplaced when the rules in force were replaced meanwhile, by some that they do not
   *     fit
   */
  public Optional<Told> of(
      String incident, List<NumberChange> changes, boolean sees, Language language)
      throws InvalidRuleset {
    if (archive.state(incident).isEmpty()) {
      return Optional.empty();
    }
    return quickly(
        before -> {
          if (changes.stream().anyMatch(c -> before.numbers().fault(c) != null)) {
            throw new RulesReplaced();
          }
          Ruleset after = tuned(before, before.numbers().with(changes)).orElseThrow();
          return told(incident, before, after, sees, language);
        });
  }

  /**
   * A dossier judged by the rules in force, and by another ruleset.
   *
   * @param sees whether whoever asks sees confidential sources
   * @return empty when there is no such dossier
   * @throws InvalidRuleset when the ruleset is not fit
   * @throws Busy when too many others try numbers, or rulesets that have to be compiled
   */
  public Optional<Told> of(String incident, StoredRuleset ruleset, boolean sees, Language language)
      throws InvalidRuleset {
    if (archive.state(incident).isEmpty()) {
      return Optional.empty(); // and nothing is compiled
    }
    RulesetFiles files = rulesets.files(ruleset.revision()).orElseThrow();
    Optional<Optional<Told>> quick =
        quickly(
            before ->
                tuned(before, files).map(after -> told(incident, before, after, sees, language)));
    return quick.isPresent()
        ? quick.get()
        : trials.with(
            ruleset,
            after -> inForce.with(before -> told(incident, before, after, sees, language)));
  }

  private <T> T quickly(Function<Ruleset, T> work) throws InvalidRuleset {
    try {
      return turns.take(() -> inForce.with(work));
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

  /** Judged again where the dossier changes meanwhile; the rulesets are at hand. */
  private Optional<Told> told(
      String incident, Ruleset before, Ruleset after, boolean sees, Language language) {
    return discretion.telling(
        incident,
        sees,
        teller ->
            archive
                .get(incident)
                .map(stored -> teller.tell(compared(stored, before, after, language))));
  }

  private Told compared(StoredDossier stored, Ruleset before, Ruleset after, Language language) {
    Derivation derived = Derivation.of(Assessor.read(stored));
    Comparison comparison =
        Comparison.of(
            judging.judgeToCompare(before, derived), judging.judgeToCompare(after, derived));
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
