package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.bilan.archive.Archive;
import org.bilan.archive.Condition;
import org.bilan.archive.ConditionFailed;
import org.bilan.archive.Receipt;
import org.bilan.archive.StoredAssessment;
import org.bilan.archive.StoredDossier;
import org.bilan.archive.Viewer;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.Ruleset;

/** Judges dossiers by the ruleset in force, and keeps what was judged. */
@ApplicationScoped
public class Assessor {

  private final RulesetInForce inForce;
  private final Judging judging;
  private final Archive archive;
  private final Establishing establishing;

  Assessor(RulesetInForce inForce, Judging judging, Archive archive, Establishing establishing) {
    this.inForce = inForce;
    this.judging = judging;
    this.archive = archive;
    this.establishing = establishing;
  }

  /**
   * Judges a dossier and keeps nothing.
   *
   * @param asOf what was published later is left out; empty takes all
   */
  public Rendered assess(Dossier dossier, Optional<Instant> asOf, Language language) {
    Assessment assessment =
        inForce.with(ruleset -> judging.judge(ruleset, dossier, asOf, language));
    return new Rendered(AssessmentJson.write(assessment), language);
  }

  /**
   * Judges a dossier and keeps both, as the new state of its incident.
   *
   * @param document the dossier's bytes exactly as they were sent; kept with what was established
   *     of its pictures
   * @param sees whether whoever sends it sees confidential sources
   * @throws ConditionFailed when the condition does not allow it; then nothing has changed
   */
  public Kept store(
      Dossier dossier,
      byte[] document,
      Condition condition,
      boolean sees,
      Language language,
      Actor actor) {
    Establishing.Established whole =
        establishing.of(dossier, document, new Viewer(actor.name(), sees));
    return inForce.with(
        ruleset ->
            store(ruleset, whole.dossier(), whole.document(), condition, sees, language, actor));
  }

  private Kept store(
      Ruleset ruleset,
      Dossier dossier,
      byte[] document,
      Condition condition,
      boolean sees,
      Language language,
      Actor actor) {
    // Judged before the archive is asked, so that its lock is held only while it writes.
    Assessment assessment = judging.judge(ruleset, dossier, Optional.empty(), Language.EN);
    Receipt receipt = archive.put(dossier, document, assessment, condition, sees, actor);
    return new Kept(receipt, worded(AssessmentJson.write(assessment), ruleset, language));
  }

  /**
   * How a kept dossier stands under the ruleset in force. When that has not judged it yet, it does
   * so now, and the assessment is added to the dossier's history.
   */
  public Optional<Rendered> current(String incident, Language language, Actor actor) {
    return inForce.with(ruleset -> current(ruleset, incident, language, actor));
  }

  private Optional<Rendered> current(
      Ruleset ruleset, String incident, Language language, Actor actor) {
    Optional<StoredAssessment> known =
        archive
            .assessment(incident)
            .filter(assessment -> assessment.revision().equals(ruleset.revision()));
    if (known.isEmpty()) {
      known = archive.get(incident).flatMap(dossier -> judgeAnew(dossier, ruleset, actor));
    }
    return known.map(assessment -> worded(assessment.document(), ruleset, language));
  }

  /** A kept dossier as it was known at a moment, judged by the ruleset in force. Keeps nothing. */
  public Optional<Rendered> current(String incident, Instant asOf, Language language) {
    return archive.get(incident).map(stored -> assess(read(stored), Optional.of(asOf), language));
  }

  /** A stored assessment, in the language asked for if the rules that judged are still in force. */
  public Rendered rendered(StoredAssessment assessment, Language language) {
    Ruleset ruleset = inForce.get();
    return assessment.revision().equals(ruleset.revision())
        ? worded(assessment.document(), ruleset, language)
        : new Rendered(assessment.document(), Language.EN);
  }

  private Optional<StoredAssessment> judgeAnew(StoredDossier stored, Ruleset ruleset, Actor actor) {
    Dossier dossier = read(stored);
    return archive.append(
        dossier,
        stored.version(),
        judging.judge(ruleset, dossier, Optional.empty(), Language.EN),
        actor);
  }

  /** A kept dossier, which was well-formed when it was sent. */
  public static Dossier read(StoredDossier stored) {
    try {
      return DossierReader.read(stored.document());
    } catch (InvalidDossier e) {
      throw new Unfit(stored, e);
    }
  }

  private static Rendered worded(byte[] english, Ruleset ruleset, Language language) {
    return new Rendered(
        language == Language.EN ? english : Wording.in(language, english, ruleset), language);
  }
}
