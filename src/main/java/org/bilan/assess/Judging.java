package org.bilan.assess;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.Ruleset;

/** Lets a ruleset judge, and measures it. */
@ApplicationScoped
class Judging {

  private final Timer time;
  private final Map<Grade, Counter> grades = new EnumMap<>(Grade.class);

  Judging(MeterRegistry metrics) {
    time =
        Timer.builder("bilan.judging")
            .description("Time that it takes to judge one dossier")
            .register(metrics);
    for (Grade grade : Grade.values()) {
      grades.put(
          grade,
          Counter.builder("bilan.assessments")
              .description(
                  "Claims assessed, by the grade that they got; without what was judged only to be compared")
              .tag("grade", grade.word())
              .register(metrics));
    }
  }

  Assessment judge(Ruleset ruleset, Dossier dossier, Optional<Instant> asOf, Language language) {
    Assessment assessment =
        time.record(
            () ->
                asOf.isPresent()
                    ? ruleset.judge(dossier, asOf.get(), language)
                    : ruleset.judge(dossier, language));
    assessment.claims().forEach(claim -> grades.get(claim.grade()).increment());
    return assessment;
  }

  /**
   * Judges a moment that is only compared with others. It took its time, but its grades are
   * nobody's assessment: a timeline would else count each claim a hundred times.
   */
  Assessment judgeToCompare(Ruleset ruleset, Dossier dossier, Instant asOf) {
    return time.record(() -> ruleset.judge(dossier, asOf, Language.EN));
  }
}
