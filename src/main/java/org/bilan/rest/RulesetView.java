package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.archive.RulesetOrigin;
import org.bilan.archive.RulesetState;
import org.bilan.archive.RulesetStep;
import org.bilan.archive.StoredRuleset;
import org.bilan.ruleset.RulesetDifference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ruleset as it is told.
 *
 * @param base id of the one that it was made from, and is to replace
 * @param author who drafted it
 * @param steps what happened to it, the first one first
 * @param changes what differs from its base; not in lists
 * @param may the steps that whoever asks may take with it now: nobody approves their own; not in
 *     lists
 */
@Schema(name = "Ruleset")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RulesetView(
    long id,
    String revision,
    String name,
    RulesetState state,
    RulesetOrigin origin,
    Optional<Long> base,
    String author,
    List<Step> steps,
    Optional<RulesetDifference> changes,
    Optional<Set<RulesetSteps.Step>> may) {

  /** What happened to it. */
  @Schema(name = "RulesetStep")
  record Step(RulesetState state, String by, String why, Instant at) {

    static Step of(RulesetStep step) {
      return new Step(step.state(), step.by(), step.why(), step.at());
    }
  }

  static RulesetView of(
      StoredRuleset ruleset,
      Optional<RulesetDifference> changes,
      Optional<Set<RulesetSteps.Step>> may) {
    return new RulesetView(
        ruleset.id(),
        ruleset.revision(),
        ruleset.name(),
        ruleset.state(),
        ruleset.origin(),
        ruleset.base(),
        ruleset.author(),
        ruleset.steps().stream().map(Step::of).toList(),
        changes,
        may);
  }
}
