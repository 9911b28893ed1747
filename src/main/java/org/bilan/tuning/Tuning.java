package org.bilan.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.archive.Archive;
import org.bilan.archive.Lists;
import org.bilan.archive.RulesetOrigin;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Assessor;
import org.bilan.assess.Busy;
import org.bilan.assess.Discretion;
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

/** Changes rules: drafts, checks, measures, approves, puts in force and takes back. */
@ApplicationScoped
public class Tuning {

  /** Dossiers that are judged for an impact unless somebody says how many. */
  public static final int SAMPLE = 1_000;

  /** The most that are: what a request has time for. */
  public static final int MOST_SAMPLE = 10_000;

  /** Well within the time that a request has: what was judged by then is told. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Rulesets rulesets;
  private final RulesetInForce inForce;
  private final Following following;
  private final Archive archive;
  private final Lists lists;
  private final Discretion discretion;

  /** To compile rules takes a processor for a second, to measure them for many. */
  private final Turns turns = new Turns(1, 4, Duration.ofSeconds(20));

  Tuning(
      Rulesets rulesets,
      RulesetInForce inForce,
      Following following,
      Archive archive,
      Lists lists,
      Discretion discretion) {
    this.rulesets = rulesets;
    this.inForce = inForce;
    this.following = following;
    this.archive = archive;
    this.lists = lists;
    this.discretion = discretion;
  }

  /** What drafts are made from: the ruleset in force. */
  public RulesetFiles base() {
    return inForce.get().files();
  }

  /**
   * Keeps a draft of the ruleset in force with other files.
   *
   * @param changed texts by their paths
   */
  public StoredRuleset draft(
      Map<String, String> changed, RulesetOrigin origin, Actor actor, String why) {
    RulesetFiles base = base();
    return keep(base, base.with(changed), origin, actor, why);
  }

  /**
   * Keeps a draft of the ruleset in force with other numbers.
   *
   * @param changes without fault
   */
  public StoredRuleset draft(
      Collection<NumberChange> changes, RulesetOrigin origin, Actor actor, String why) {
    RulesetFiles base = base();
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
   * @throws Busy when too many others check or measure
   */
  public List<RuleProblem> check(StoredRuleset ruleset, Actor actor) {
    return turns.take(
        () -> {
          try (Ruleset fit = load(ruleset)) {
            rulesets.check(ruleset.id(), actor);
            return List.of();
          } catch (InvalidRuleset refused) {
            return refused.problems();
          }
        });
  }

  private Ruleset load(StoredRuleset ruleset) throws InvalidRuleset {
    return Ruleset.of(rulesets.files(ruleset.revision()).orElseThrow());
  }

  /**
   * What a ruleset would do to a sample of the archive, always the same one.
   *
   * @param sample dossiers, at most
   * @param sees whether whoever asks sees confidential sources
   * @throws InvalidRuleset when it is not fit
   * @throws Busy when too many others check or measure
   */
  public Impact impact(StoredRuleset ruleset, int sample, boolean sees) throws InvalidRuleset {
    try {
      return turns.take(
          () -> {
            try (Ruleset after = load(ruleset)) {
              return inForce.with(before -> measure(new Measuring(before, after), sample, sees));
            } catch (InvalidRuleset refused) {
              throw new Refused(refused);
            }
          });
    } catch (Refused refused) {
      throw refused.cause;
    }
  }

  private Impact measure(Measuring measuring, int sample, boolean sees) {
    long end = System.nanoTime() + LONGEST.toNanos();
    for (String incident : lists.sample(sample)) {
      archive.get(incident).map(Assessor::read).ifPresent(measuring::add);
      if (System.nanoTime() - end > 0) {
        break;
      }
    }
    Impact impact = measuring.impact(lists.count());
    return sees
        ? impact
        : impact.with(
            impact.movers().stream()
                .map(m -> m.called(discretion.claim(m.incident(), m.claim())))
                .toList());
  }

  /** Approves what somebody else has written. */
  public StoredRuleset approve(StoredRuleset ruleset, Actor actor, String why) {
    return rulesets.approve(ruleset.id(), actor, why);
  }

  /** Puts in force what was approved: here at once, by other services within seconds. */
  public StoredRuleset activate(StoredRuleset ruleset, Actor actor, String why) {
    StoredRuleset active = rulesets.activate(ruleset.id(), actor, why);
    following.follow();
    return active;
  }

  /** Puts in force what was so before. */
  public StoredRuleset rollBack(StoredRuleset ruleset, Actor actor, String why) {
    StoredRuleset active = rulesets.rollBack(ruleset.id(), actor, why);
    following.follow();
    return active;
  }

  /** Carries a refusal out of a turn. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final InvalidRuleset cause;

    Refused(InvalidRuleset cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
