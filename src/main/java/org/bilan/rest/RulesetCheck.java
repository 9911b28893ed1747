package org.bilan.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.bilan.assess.Following;
import org.bilan.assess.RulesetInForce;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.Ruleset;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when a ruleset is in force; says which, and whether another one was refused. */
@Readiness
class RulesetCheck implements HealthCheck {

  private static final int MOST = 20;

  private final RulesetInForce inForce;
  private final Following following;

  RulesetCheck(RulesetInForce inForce, Following following) {
    this.inForce = inForce;
    this.following = following;
  }

  @Override
  public HealthCheckResponse call() {
    Ruleset ruleset = inForce.get();
    if (ruleset == null) {
      return HealthCheckResponse.down("ruleset");
    }
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("ruleset")
            .up()
            .withData("name", ruleset.name())
            .withData("revision", ruleset.revision());
    List<RuleProblem> refused = following.refused();
    if (!refused.isEmpty()) {
      answer
          .withData(
              "state",
              "degraded: another ruleset is refused, the last good one judges; the log tells all")
          .withData(
              "problems",
              refused.stream()
                  .limit(MOST)
                  .map(RulesetCheck::place)
                  .collect(Collectors.joining("\n")));
    }
    return answer.build();
  }

  /** Strangers read it too: neither what the files say nor where they lie. */
  private static String place(RuleProblem problem) {
    String file =
        problem.file().startsWith("/") ? "" : problem.file() + ":" + problem.line() + ": ";
    return file + problem.code();
  }
}
