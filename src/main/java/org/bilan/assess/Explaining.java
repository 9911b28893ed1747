package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bilan.archive.Archive;
import org.bilan.archive.StoredDossier;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.explain.Explainer;
import org.bilan.explain.ExplanationJson;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.Ruleset;

/**
 * Assessments with their explanation. What is judged only to explain is neither kept nor measured:
 * it does not go through {@link Judging}.
 */
@ApplicationScoped
public class Explaining {

  /** Half of the service's threads at most; the others are for what is quick. */
  static final int WAITING = 24;

  private final RulesetInForce inForce;
  private final Judging judging;
  private final Assessor assessor;
  private final Archive archive;

  /** Each takes up to twenty judgements for each claim. */
  private final Turns turns =
      new Turns(Runtime.getRuntime().availableProcessors(), WAITING, Duration.ofSeconds(30));

  Explaining(RulesetInForce inForce, Judging judging, Assessor assessor, Archive archive) {
    this.inForce = inForce;
    this.judging = judging;
    this.assessor = assessor;
    this.archive = archive;
  }

  /** Whose turn it is. */
  Turns turns() {
    return turns;
  }

  /**
   * Judges a dossier, explains it, and keeps nothing.
   *
   * @param asOf what was published later is left out; empty takes all
   */
  public Rendered assess(Dossier dossier, Optional<Instant> asOf, Language language) {
    return turns.take(
        () ->
            inForce.with(
                ruleset ->
                    explained(
                        ruleset,
                        dossier,
                        asOf,
                        judging.judge(ruleset, dossier, asOf, language),
                        language)));
  }

  /**
   * How a kept dossier stands under the ruleset in force, as {@link Assessor#current} has it.
   *
   * @param asOf what was published later is left out; empty takes all
   */
  public Optional<Rendered> current(
      String incident, Optional<Instant> asOf, Language language, Actor actor) {
    if (asOf.isEmpty() && assessor.current(incident, language, actor).isEmpty()) {
      return Optional.empty();
    }
    // Whatever has replaced the dossier meanwhile was judged when it was stored.
    return turns.take(() -> archive.get(incident).map(stored -> explained(stored, asOf, language)));
  }

  private Rendered explained(StoredDossier stored, Optional<Instant> asOf, Language language) {
    Dossier dossier = Assessor.read(stored);
    return inForce.with(
        ruleset ->
            explained(
                ruleset,
                dossier,
                asOf,
                asOf.map(moment -> ruleset.judge(dossier, moment, language))
                    .orElseGet(() -> ruleset.judge(dossier, language)),
                language));
  }

  private static Rendered explained(
      Ruleset ruleset,
      Dossier dossier,
      Optional<Instant> asOf,
      Assessment assessment,
      Language language) {
    return new Rendered(
        ExplanationJson.with(
            AssessmentJson.write(assessment),
            Explainer.explain(ruleset, dossier, asOf, assessment, language)),
        language);
  }
}
