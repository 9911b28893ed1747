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

  /**
   * That it is in a state. The steps ask it again; asked before, long work is not done in vain.
   *
   * @throws StepRefused when it is in another one
   */
  public void require(RulesetState state) {
    if (state() != state) {
      throw new StepRefused(
          StepRefused.Reason.STATE,
          "Ruleset %d is %s; it would have to be %s. %s"
              .formatted(id, state().word(), state.word(), advice(state)));
    }
  }

  private static String advice(RulesetState needed) {
    return switch (needed) {
      case DRAFT -> "Only what has not been found fit yet is checked.";
      case CHECKED -> "POST to its check comes first; then somebody else than its author approves.";
      case APPROVED -> "Its check comes first, then the approval of somebody else than its author.";
      case IN_FORCE, RETIRED -> "Only what has judged before, and does not now, is rolled back to.";
    };
  }
}
