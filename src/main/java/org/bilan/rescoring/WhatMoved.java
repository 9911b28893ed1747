package org.bilan.rescoring;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringAccounts;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.movement.Moved;
import org.bilan.movement.RunFacts;

/** What runs moved, with the facts of each run: in any of the forms that {@link Moved} has. */
@Singleton
public final class WhatMoved {

  private final RescoringAccounts accounts;
  private final Rulesets rulesets;
  private final LiveRules live;

  public WhatMoved(RescoringAccounts accounts, Rulesets rulesets) {
    this.accounts = accounts;
    this.rulesets = rulesets;
    this.live = new LiveRules(rulesets);
  }

  /** A run's facts beside what it moved. */
  public record Told(RunFacts facts, Moved moved) {}

  /**
   * What a run moved so far.
   *
   * @throws IllegalArgumentException when there is no such run
   */
  public Told of(long id) {
    RescoringAccounts.Moved account = accounts.moved(id);
    Rescoring run = account.run();
    String name = rulesets.find(run.ruleset()).map(StoredRuleset::name).orElse("");
    RunFacts facts =
        new RunFacts(
            String.valueOf(run.id()),
            name,
            run.base(),
            run.revision(),
            run.filter().words(),
            run.by(),
            run.begunAt(),
            run.endedAt(),
            run.total(),
            Optional.empty());
    return new Told(facts, account.movement().moved(live.of(run.revision())));
  }
}
