package org.bilan.assess;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.operation.Traced;
import org.bilan.ruleset.Derivation;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;

/** Lets a ruleset judge, and measures it. */
@ApplicationScoped
@Traced
public class Judging {

  private final MeterRegistry metrics;
  private final Timer time;
  private final Map<Grade, Counter> grades = new EnumMap<>(Grade.class);

  /** By the rule's id: as many as there are rules. Rules come and go with the ruleset in force. */
  private final Map<String, Counter> firings = new ConcurrentHashMap<>();

  /** Of the ruleset whose rules all have a counter. */
  private volatile String counted = "";

  Judging(MeterRegistry metrics) {
    this.metrics = metrics;
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
    traceSize(dossier);
    Assessment assessment =
        time.record(
            () ->
                asOf.isPresent()
                    ? ruleset.judge(dossier, asOf.get(), language)
                    : ruleset.judge(dossier, language));
    count(ruleset, assessment);
    return assessment;
  }

  /**
   * Judges a moment that is only compared with others. It took its time, but its grades are
   * nobody's assessment: a timeline would else count each claim a hundred times.
   */
  Assessment judgeToCompare(Ruleset ruleset, Dossier dossier, Instant asOf) {
    traceSize(dossier);
    return time.record(() -> ruleset.judge(dossier, asOf, Language.EN));
  }

  /** As {@link #judgeToCompare(Ruleset, Dossier, Instant)}, of a dossier with its derived words. */
  public Assessment judgeToCompare(Ruleset ruleset, Derivation derived) {
    traceSize(derived.dossier());
    return time.record(() -> ruleset.judge(derived, Language.EN));
  }

  private void count(Ruleset ruleset, Assessment assessment) {
    if (!ruleset.revision().equals(counted)) {
      // A rule that never fires is worth knowing too: it is counted from the start, at 0.
      ruleset.cards().stream()
          .filter(card -> card.status() == RuleCard.Status.LIVE)
          .forEach(card -> firings(card.id()));
      counted = ruleset.revision();
    }
    for (ClaimAssessment claim : assessment.claims()) {
      grades.get(claim.grade()).increment();
      // Once for a claim, however many of its propositions the rule speaks of.
      claim.findings().stream()
          .map(Finding::rule)
          .distinct()
          .map(this::firings)
          .forEach(Counter::increment);
    }
  }

  private Counter firings(String rule) {
    return firings.computeIfAbsent(
        rule,
        id ->
            Counter.builder("bilan.rule.firings")
                .description(
                    "Claims on which a rule made a finding, whatever its weight; without what was judged only to be compared")
                .tag("rule", id)
                .register(metrics));
  }

  /** What the time depends on; nothing of what the dossier says. */
  private static void traceSize(Dossier dossier) {
    Span.current()
        .setAttribute("bilan.claims", dossier.claims().size())
        .setAttribute("bilan.reports", dossier.reports().size());
  }
}
