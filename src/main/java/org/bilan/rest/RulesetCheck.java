package org.bilan.rest;

import org.bilan.assess.RulesetInForce;
import org.bilan.ruleset.Ruleset;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when a ruleset is in force; says which. The database is checked by Quarkus itself. */
@Readiness
class RulesetCheck implements HealthCheck {

  private final RulesetInForce inForce;

  RulesetCheck(RulesetInForce inForce) {
    this.inForce = inForce;
  }

  @Override
  public HealthCheckResponse call() {
    Ruleset ruleset = inForce.get();
    return ruleset == null
        ? HealthCheckResponse.down("ruleset")
        : HealthCheckResponse.named("ruleset")
            .up()
            .withData("name", ruleset.name())
            .withData("revision", ruleset.revision())
            .build();
  }
}
