package org.bilan.rescoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringAccounts;
import org.bilan.archive.RescoringState;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Busy;
import org.bilan.assess.Turns;
import org.bilan.movement.Moved;
import org.bilan.movement.RunFacts;

/** What runs moved, with the facts of each run: in any of the forms that {@link Moved} has. */
@Singleton
public final class WhatMoved {

  private final RescoringAccounts accounts;
  private final Rulesets rulesets;
  private final LiveRules live;

  /** To join what thousands of chunks moved takes seconds. */
  private final Turns turns = new Turns(1, 8, Duration.ofSeconds(20));

  private final Cache<Key, Told> kept = Caffeine.newBuilder().maximumSize(32).build();

  public WhatMoved(RescoringAccounts accounts, Rulesets rulesets) {
    this.accounts = accounts;
    this.rulesets = rulesets;
    this.live = new LiveRules(rulesets);
  }

  /** A run's facts beside what it moved. */
  public record Told(RunFacts facts, Moved moved) {}

  private record Key(long run, long chunks, RescoringState state) {
    static Key of(Rescoring run) {
      return new Key(run.id(), run.chunks(), run.state());
    }
  }

  /**
   * What a run moved so far.
   *
   * @param run as it was found just now
   * @throws Busy when too many ask
   */
  public Told of(Rescoring run) {
    Told known = kept.getIfPresent(Key.of(run));
    return known != null ? known : turns.take(() -> join(run.id()));
  }

  private Told join(long id) {
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
            run.dryRun(),
            run.total(),
            Optional.empty());
    Told told = new Told(facts, account.movement().moved(live.of(run.revision())));
    kept.put(Key.of(run), told);
    return told;
  }
}
