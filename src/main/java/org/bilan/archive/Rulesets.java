package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.ruleset.RulesetFiles;

/**
 * All rulesets that were ever drafted or have judged, and which of them is in force. What happens
 * to them is one after the other, also when several services do it.
 */
public class Rulesets {

  private final DataSource database;
  private final Ledger ledger;

  public Rulesets(DataSource database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** All, the newest first. */
  public Listing<StoredRuleset> all(int page, int size) {
    return Jdbc.ask(
        database,
        connection ->
            new Listing<>(
                Jdbc.list(
                    connection,
                    row -> RulesetRows.stored(connection, row),
                    "select "
                        + RulesetRows.COLUMNS
                        + " from ruleset order by id desc limit ? offset ?",
                    size,
                    (long) page * size),
                Jdbc.first(connection, row -> row.getLong(1), "select count(*) from ruleset")
                    .orElse(0L)));
  }

  public Optional<StoredRuleset> find(long id) {
    return Jdbc.ask(database, connection -> RulesetRows.find(connection, id));
  }

  /**
   * The rulesets whose revision begins so.
   *
   * @param revision hexadecimal digits
   */
  public List<StoredRuleset> find(String revision) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row -> RulesetRows.stored(connection, row),
                "select " + RulesetRows.COLUMNS + " from ruleset where revision like ? order by id",
                revision + "%"));
  }

  /** The one that judges; empty before any service has started. */
  public Optional<StoredRuleset> inForce() {
    return Jdbc.ask(database, RulesetRows::inForce);
  }

  /** Of the one that judges, the revision: what services ask every second. */
  public Optional<String> revisionInForce() {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                connection,
                row -> row.getString(1),
                "select r.revision from ruleset_step s join ruleset r on r.id = s.ruleset"
                    + " where s.state = ? order by s.id desc limit 1",
                RulesetRows.IN_FORCE));
  }

  /** What a ruleset is made of. */
  public Optional<RulesetFiles> files(String revision) {
    return Jdbc.ask(
            database,
            connection ->
                Jdbc.first(
                    connection,
                    row -> row.getBytes(1),
                    "select files from ruleset where revision = ?",
                    revision))
        .map(RulesetRows::unpacked);
  }

  /**
   * Keeps a draft. One of the same content, made from a ruleset that is no longer in force, is
   * drafted anew: from its check on all is to be done again.
   *
   * @param base id of what it was made from
   * @throws StepRefused when a ruleset of the same content is there, made from the same one, or has
   *     judged
   */
  public StoredRuleset draft(
      RulesetFiles files, String name, RulesetOrigin origin, long base, Actor actor, String why) {
    return inTurn(
        connection -> {
          Optional<StoredRuleset> same = RulesetRows.find(connection, files.revision());
          if (same.isPresent()
              && (!same.get().open() || same.get().base().equals(Optional.of(base)))) {
            throw known(same.get());
          }
          long id =
              same.isPresent() ? same.get().id() : RulesetRows.add(connection, files, name, origin);
          return step(connection, id, RulesetState.DRAFT, false, Optional.of(base), actor, why);
        });
  }

  private static StepRefused known(StoredRuleset same) {
    return new StepRefused(
        StepRefused.Reason.KNOWN,
        "Ruleset %d has the same content; it is %s.%s"
            .formatted(
                same.id(),
                same.state().word(),
                same.state() == RulesetState.RETIRED
                    ? " POST to its rollback puts it in force again."
                    : ""));
  }

  /** A draft has been found fit, and why. */
  public StoredRuleset check(long id, Actor actor, String why) {
    return inTurn(
        connection -> {
          RulesetRows.find(connection, id).orElseThrow().require(RulesetState.DRAFT);
          return step(connection, id, RulesetState.CHECKED, false, actor, why);
        });
  }

  /**
   * Somebody agrees with what another has written and a check has found fit.
   *
   * @throws StepRefused when it is one's own
   */
  public StoredRuleset approve(long id, Actor actor, String why) {
    return inTurn(
        connection -> {
          StoredRuleset ruleset = RulesetRows.find(connection, id).orElseThrow();
          ruleset.require(RulesetState.CHECKED);
          if (ruleset.author().equals(actor.name())) {
            throw new StepRefused(
                StepRefused.Reason.OWN, "You have written it: somebody else has to approve it.");
          }
          return step(connection, id, RulesetState.APPROVED, false, actor, why);
        });
  }

  /**
   * Puts what was approved in force.
   *
   * @throws StepRefused when another one is in force than that which it was made from: what was
   *     approved is a change of that, and would undo what came between
   */
  public StoredRuleset activate(long id, Actor actor, String why) {
    return inTurn(
        connection -> {
          StoredRuleset ruleset = RulesetRows.find(connection, id).orElseThrow();
          ruleset.require(RulesetState.APPROVED);
          long current = RulesetRows.inForce(connection).map(StoredRuleset::id).orElse(0L);
          if (ruleset.base().orElse(0L) != current) {
            throw new StepRefused(
                StepRefused.Reason.BASE,
                "It was made from ruleset %d, and ruleset %d is in force now: it would undo what came between. Draft the change anew."
                    .formatted(ruleset.base().orElse(0L), current));
          }
          return putInForce(connection, id, false, actor, why);
        });
  }

  /** Puts one that was in force before in force again. */
  public StoredRuleset rollBack(long id, Actor actor, String why) {
    return inTurn(
        connection -> {
          RulesetRows.find(connection, id).orElseThrow().require(RulesetState.RETIRED);
          return putInForce(connection, id, false, actor, why);
        });
  }

  /**
   * Puts the ruleset of a service's folder in force, unless nothing new is said by it: then what
   * was decided since stands.
   *
   * @param changed whether the folder has changed: then it says something new unless a folder gave
   *     the same last. A service that starts says something new only if no folder ever gave it: it
   *     may be one whose folder others have left behind.
   * @return the one in force
   */
  public StoredRuleset deploy(RulesetFiles files, String name, boolean changed, Actor actor) {
    return inTurn(
        connection -> {
          List<String> given =
              Jdbc.list(
                  connection,
                  row -> row.getString(1),
                  "select r.revision from ruleset_step s join ruleset r on r.id = s.ruleset"
                      + " where s.deployed order by s.id desc"
                      + (changed ? " limit 1" : ""));
          Optional<StoredRuleset> current = RulesetRows.inForce(connection);
          if (given.contains(files.revision()) && current.isPresent()) {
            return current.get();
          }
          Optional<StoredRuleset> known = RulesetRows.find(connection, files.revision());
          long id =
              known.isPresent()
                  ? known.get().id()
                  : RulesetRows.add(connection, files, name, RulesetOrigin.FOLDER);
          return putInForce(connection, id, true, actor, "The rules folder has it.");
        });
  }

  private StoredRuleset putInForce(
      Connection connection, long id, boolean deployed, Actor actor, String why)
      throws SQLException {
    Optional<StoredRuleset> former = RulesetRows.inForce(connection);
    if (former.isPresent() && former.get().id() != id) {
      step(connection, former.get().id(), RulesetState.RETIRED, false, actor, why);
    }
    return step(connection, id, RulesetState.IN_FORCE, deployed, actor, why);
  }

  private StoredRuleset step(
      Connection connection, long id, RulesetState state, boolean deployed, Actor actor, String why)
      throws SQLException {
    return step(connection, id, state, deployed, Optional.empty(), actor, why);
  }

  private StoredRuleset step(
      Connection connection,
      long id,
      RulesetState state,
      boolean deployed,
      Optional<Long> base,
      Actor actor,
      String why)
      throws SQLException {
    Jdbc.run(
        connection,
        "insert into ruleset_step (ruleset, state, base, deployed, by, why, at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        state.word(),
        base.orElse(null),
        deployed,
        actor.name(),
        why,
        Instant.now());
    StoredRuleset ruleset = RulesetRows.find(connection, id).orElseThrow();
    ledger.append(
        connection,
        actor,
        Deed.of(
            action(state),
            "ruleset",
            ruleset.revision(),
            // Not the words: people write what they like.
            Map.of("id", String.valueOf(id), "why-sha256", DigestUtils.sha256Hex(why))));
    return ruleset;
  }

  private static Action action(RulesetState state) {
    return switch (state) {
      case DRAFT -> Action.RULESET_DRAFTED;
      case CHECKED -> Action.RULESET_CHECKED;
      case APPROVED -> Action.RULESET_APPROVED;
      case IN_FORCE -> Action.RULESET_IN_FORCE;
      case RETIRED -> Action.RULESET_RETIRED;
    };
  }

  private <T> T inTurn(Jdbc.Work<T> work) {
    return Jdbc.transaction(
        database,
        connection -> {
          Jdbc.list(connection, row -> row, "select pg_advisory_xact_lock(hashtext('rulesets'))");
          return work.on(connection);
        });
  }
}
