package org.bilan.assess;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells operators when a ruleset was refused, and the last good one judges in its place. */
@ApplicationScoped
class RulesetGauge {

  private final MeterRegistry meters;
  private final Following following;

  RulesetGauge(MeterRegistry meters, Following following) {
    this.meters = meters;
    this.following = following;
  }

  void register(@Observes StartupEvent started) {
    Gauge.builder("bilan.ruleset.problems", following, it -> it.refused().size())
        .description("Problems of a ruleset that is refused while the last good one judges")
        .register(meters);
  }
}
