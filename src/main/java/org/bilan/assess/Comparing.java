package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bilan.archive.Archive;
import org.bilan.archive.StoredAssessment;
import org.bilan.archive.StoredDossier;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.Ruleset;

/** Tells what is between two assessments of a kept dossier, and how it came to stand as it does. */
@ApplicationScoped
public class Comparing {

  private final RulesetInForce inForce;
  private final Judging judging;
  private final Archive archive;
  private final Turns turns;

  Comparing(RulesetInForce inForce, Judging judging, Archive archive, Turns turns) {
    this.inForce = inForce;
    this.judging = judging;
    this.archive = archive;
    this.turns = turns;
  }

  /**
   * Compares two entries of a dossier's history. A side's reasons are in the language asked for if
   * the rules in force give them in the same English words as those that judged it, else in
   * English.
   */
  public Told entries(StoredAssessment before, StoredAssessment after, Language language) {
    Ruleset ruleset = inForce.get();
    Assessment stood = AssessmentJson.read(before.document());
    Assessment stands = AssessmentJson.read(after.document());
    Comparison comparison = Comparison.of(stood, stands);
    Language earlier = Rewording.saysTheSame(ruleset, stood) ? language : Language.EN;
    Language later = Rewording.saysTheSame(ruleset, stands) ? language : Language.EN;
    return told(
        comparison
            .reworded(Rewording.in(earlier, ruleset), Rewording.in(later, ruleset))
            .between(
                comparison.before().with(OptionalLong.of(before.version()), earlier),
                comparison.after().with(OptionalLong.of(after.version()), later)));
  }

  /**
   * Compares what was known of a kept dossier at two moments, both judged by the ruleset in force.
   * Keeps nothing.
   */
  public Optional<Told> moments(String incident, TwoMoments moments, Language language) {
    return archive
        .get(incident)
        .map(stored -> moments(Assessor.read(stored), version(stored), moments, language));
  }

  /**
   * Compares what was known of a dossier at two moments.
   *
   * @param version of the dossier; empty when it is not kept
   */
  public Told moments(
      Dossier dossier, OptionalLong version, TwoMoments moments, Language language) {
    return inForce.with(
        ruleset ->
            told(
                moments.compare(
                    dossier,
                    (known, moment) -> judging.judgeToCompare(ruleset, known, moment),
                    version,
                    language,
                    Rewording.in(language, ruleset))));
  }

  /**
   * How a kept dossier's claims stood as reports came in, by the ruleset in force.
   *
   * @throws Busy when too many others want one
   */
  public Optional<Rendered> timeline(String incident, Language language) {
    // Read when it is its turn, so that whoever waits holds no dossier.
    return turns.take(
        () ->
            archive
                .get(incident)
                .map(stored -> timeline(Assessor.read(stored), version(stored), language)));
  }

  /**
   * How a dossier's claims stood as reports came in.
   *
   * @param version of the dossier; empty when it is not kept
   */
  public Rendered timeline(Dossier dossier, OptionalLong version, Language language) {
    return inForce.with(
        ruleset -> {
          Chronicle chronicle =
              new Chronicle(
                  dossier,
                  moment -> judging.judgeToCompare(ruleset, dossier, moment),
                  Rewording.in(language, ruleset));
          return new Rendered(
              AssessmentJson.write(chronicle.timeline(version, language)), language);
        });
  }

  private static OptionalLong version(StoredDossier stored) {
    return OptionalLong.of(stored.version());
  }

  private static Told told(Comparison comparison) {
    List<Language> languages =
        Stream.of(comparison.before().language(), comparison.after().language())
            .distinct()
            .sorted()
            .toList();
    return new Told(AssessmentJson.write(comparison), languages);
  }
}
