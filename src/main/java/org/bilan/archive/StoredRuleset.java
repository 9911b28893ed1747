package org.bilan.archive;

import java.util.List;
import java.util.Optional;

/**
 * A ruleset as it is kept, without its files.
 *
 * @param id from 1, in the order of drafting
 * @param revision SHA-256 of its files
 * @param base id of what it was made from, and is to replace
 * @param steps all that happened to it, the first one first; never empty
 */
public record StoredRuleset(
    long id,
    String revision,
    String name,
    Optional<Long> base,
    RulesetOrigin origin,
    List<RulesetStep> steps) {

  public StoredRuleset {
    steps = List.copyOf(steps);
  }

  public RulesetState state() {
    return steps.get(steps.size() - 1).state();
  }

  /** Who drafted it, or drafted it anew. */
  public String author() {
    return steps.stream()
        .filter(step -> step.state() == RulesetState.DRAFT)
        .reduce((first, second) -> second)
        .orElse(steps.get(0))
        .by();
  }

  /** Whether it may still come to judge for the first time. */
  boolean open() {
    return steps.stream()
        .noneMatch(
            step -> step.state() == RulesetState.IN_FORCE || step.state() == RulesetState.RETIRED);
  }
}
