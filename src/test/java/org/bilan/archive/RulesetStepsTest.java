package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bilan.assess.Following;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.RulesetFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From each state a ruleset goes one way, and no other. */
@QuarkusTest
class RulesetStepsTest {

  private static final Actor AUTHOR = new Actor("author", "session", "local");
  private static final Actor OTHER = new Actor("other", "session", "local");
  private static final String WHY = "To see whether it goes";
  private static final String SETTINGS = "ruleset.yaml";

  @Inject Rulesets rulesets;
  @Inject Following following;

  private RulesetFiles shipped;

  @BeforeEach
  @AfterEach
  void shippedRulesJudge() throws Exception {
    shipped = RulesetFiles.read(Path.of("rules"));
    if (!rulesets.revisionInForce().orElseThrow().equals(shipped.revision())) {
      rulesets.rollBack(rulesets.find(shipped.revision()).get(0).id(), OTHER, "For other tests");
    }
    following.follow();
  }

  private long inForce() {
    return rulesets.inForce().orElseThrow().id();
  }

  /** A ruleset that has come to this state; contents are kept once, so that each is another. */
  private long in(RulesetState state) {
    long former = inForce();
    if (state == RulesetState.IN_FORCE) {
      return former;
    }
    String settings = shipped.texts().get(SETTINGS) + "\n# " + System.nanoTime() + "\n";
    RulesetFiles files = shipped.with(Map.of(SETTINGS, settings));
    long id = rulesets.draft(files, "Steps", RulesetOrigin.CHANGES, former, AUTHOR, WHY).id();
    if (state == RulesetState.DRAFT) {
      return id;
    }
    rulesets.check(id, AUTHOR, "It is fit.");
    if (state == RulesetState.CHECKED) {
      return id;
    }
    rulesets.approve(id, OTHER, WHY);
    if (state == RulesetState.APPROVED) {
      return id;
    }
    rulesets.activate(id, OTHER, WHY);
    rulesets.rollBack(former, OTHER, WHY);
    return id;
  }

  /** Each step, by the state that it goes from. */
  private Map<RulesetState, ThrowingCallable> steps(long id) {
    Map<RulesetState, ThrowingCallable> steps = new EnumMap<>(RulesetState.class);
    steps.put(RulesetState.DRAFT, () -> rulesets.check(id, OTHER, "It is fit."));
    steps.put(RulesetState.CHECKED, () -> rulesets.approve(id, OTHER, WHY));
    steps.put(RulesetState.APPROVED, () -> rulesets.activate(id, OTHER, WHY));
    steps.put(RulesetState.RETIRED, () -> rulesets.rollBack(id, OTHER, WHY));
    return steps;
  }

  @ParameterizedTest
  @EnumSource
  void fromAStateOnlyItsOwnStepIsTaken(RulesetState state) {
    long id = in(state);
    StoredRuleset judging = rulesets.inForce().orElseThrow();
    StoredRuleset known = rulesets.find(id).orElseThrow();
    assertThat(known.state()).isEqualTo(state);
    steps(id)
        .forEach(
            (from, step) -> {
              if (from != state) {
                refused(step, StepRefused.Reason.STATE, state.word(), from.word());
              }
              assertThat(rulesets.inForce()).contains(judging);
              assertThat(rulesets.find(id)).contains(known);
            });
  }

  @Test
  void nobodyApprovesTheirOwn() {
    long id = in(RulesetState.CHECKED);
    StoredRuleset known = rulesets.find(id).orElseThrow();
    refused(() -> rulesets.approve(id, AUTHOR, WHY), StepRefused.Reason.OWN, "You have written it");
    assertThat(rulesets.find(id)).contains(known);
  }

  @Test
  void whatReplacesAFormerRulesetIsNotPutInForce() {
    long overtaken = in(RulesetState.APPROVED);
    long former = inForce();
    long replacing = in(RulesetState.APPROVED);
    rulesets.activate(replacing, OTHER, WHY);
    StoredRuleset judging = rulesets.inForce().orElseThrow();
    assertThat(judging.id()).isEqualTo(replacing);
    refused(
        () -> rulesets.activate(overtaken, OTHER, WHY),
        StepRefused.Reason.BASE,
        "made from ruleset " + former,
        "ruleset " + replacing + " is in force");
    assertThat(rulesets.inForce()).contains(judging);
    assertThat(rulesets.find(overtaken).orElseThrow().state()).isEqualTo(RulesetState.APPROVED);
  }

  private static void refused(ThrowingCallable step, StepRefused.Reason why, String... told) {
    assertThatThrownBy(step)
        .hasMessageContainingAll(told)
        .asInstanceOf(InstanceOfAssertFactories.type(StepRefused.class))
        .extracting(StepRefused::reason)
        .isEqualTo(why);
  }

  /** Also by who owns the tables: what judged, and who wanted it, stays to be read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ruleset set name = 'x'",
        "delete from ruleset",
        "update ruleset_step set why = 'x'",
        "delete from ruleset_step"
      })
  void nothingOfItIsEverChanged(String statement) {
    assertThatThrownBy(() -> OwnerAccess.execute(statement)).hasMessageContaining("kept as it is");
  }
}
