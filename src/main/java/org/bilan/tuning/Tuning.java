package org.bilan.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bilan.archive.RulesetOrigin;
import org.bilan.archive.RulesetState;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Busy;
import org.bilan.assess.Following;
import org.bilan.assess.RulesetInForce;
import org.bilan.assess.Turns;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetDifference;
import org.bilan.ruleset.RulesetFiles;

/** Changes rules: drafts, checks, approves, puts in force and takes back. */
@ApplicationScoped
public class Tuning {

  private final Rulesets rulesets;
  private final RulesetInForce inForce;
  private final Following following;

  /** To compile rules and run their cases takes a processor for a second. */
  private final Turns turns = new Turns(1, 4, Duration.ofSeconds(20));

  Tuning(Rulesets rulesets, RulesetInForce inForce, Following following) {
    this.rulesets = rulesets;
    this.inForce = inForce;
    this.following = following;
  }

  /** What drafts are made from: the ruleset in force. */
  public RulesetFiles base() {
    return inForce.get().files();
  }

  /**
   * Keeps a draft with other files.
   *
   * @param base of which it is a draft; that of a moment ago will do
   * @param changed texts by their paths
   */
  public StoredRuleset draft(
      RulesetFiles base,
      Map<String, String> changed,
      RulesetOrigin origin,
      Actor actor,
      String why) {
    return keep(base, base.with(changed), origin, actor, why);
  }

  /**
   * Keeps a draft with other numbers.
   *
   * @param base of which it is a draft; that of a moment ago will do
   * @param changes without fault
   */
  public StoredRuleset draft(
      RulesetFiles base,
      Collection<NumberChange> changes,
      RulesetOrigin origin,
      Actor actor,
      String why) {
    return keep(base, CardNumbers.of(base).with(changes), origin, actor, why);
  }

  /**
   * Keeps a draft with what it was made from, which another service may have replaced a moment ago:
   * then it cannot be put in force, and undo that.
   */
  private StoredRuleset keep(
      RulesetFiles made, RulesetFiles files, RulesetOrigin origin, Actor actor, String why) {
    StoredRuleset base = rulesets.find(made.revision()).stream().findFirst().orElseThrow();
    return rulesets.draft(files, base.name(), origin, base.id(), actor, why);
  }

  /** What differs from the ruleset that it was made from; empty when it was made from none. */
  public Optional<RulesetDifference> difference(StoredRuleset ruleset) {
    return ruleset
        .base()
        .flatMap(rulesets::find)
        .flatMap(base -> rulesets.files(base.revision()))
        .map(
            before ->
                RulesetDifference.between(
                    before, rulesets.files(ruleset.revision()).orElseThrow()));
  }

  /**
   * Checks a draft: all its files, all its cases.
   *
   * @return all that is wrong; empty when it is fit, and has been noted as checked
   * @throws Busy when too many others check
   */
  public List<RuleProblem> check(StoredRuleset ruleset, Actor actor) {
    ruleset.require(RulesetState.DRAFT);
    return turns.take(
        () -> {
          try (Ruleset fit = Ruleset.of(rulesets.files(ruleset.revision()).orElseThrow())) {
            rulesets.check(ruleset.id(), actor, "All files are fit, and all cases hold.");
            return List.of();
          } catch (InvalidRuleset refused) {
            return refused.problems();
          }
        });
  }

  /** Approves what somebody else has written. */
  public StoredRuleset approve(StoredRuleset ruleset, Actor actor, String why) {
    return rulesets.approve(ruleset.id(), actor, why);
  }

  /**
   * Puts in force what was approved: here at once, by other services within seconds.
   *
   * @throws InvalidRuleset when it is not fit any more: another version of Bilan has checked it
   */
  public StoredRuleset activate(StoredRuleset ruleset, Actor actor, String why)
      throws InvalidRuleset {
    ruleset.require(RulesetState.APPROVED);
    return putInForce(ruleset, () -> rulesets.activate(ruleset.id(), actor, why));
  }

  /**
   * Puts in force what was so before.
   *
   * @throws InvalidRuleset when it is not fit any more: it judged in another version of Bilan
   */
  public StoredRuleset rollBack(StoredRuleset ruleset, Actor actor, String why)
      throws InvalidRuleset {
    ruleset.require(RulesetState.RETIRED);
    return putInForce(ruleset, () -> rulesets.rollBack(ruleset.id(), actor, why));
  }

  /** What does not judge here must not be said to. */
  private StoredRuleset putInForce(StoredRuleset ruleset, Supplier<StoredRuleset> step)
      throws InvalidRuleset {
    Ruleset fit = Ruleset.of(rulesets.files(ruleset.revision()).orElseThrow());
    StoredRuleset active;
    try {
      active = step.get();
    } catch (RuntimeException refused) {
      fit.close();
      throw refused;
    }
    following.follow(fit);
    return active;
  }
}
