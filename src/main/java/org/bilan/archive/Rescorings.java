package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;

/**
 * Runs that judge the archive anew: who works on which, and where it stands. A worker has a run by
 * a lease: it says again and again that it is there, and a run whose worker was not heard of for
 * {@value #SILENCE_SECONDS} seconds is anybody's. What a worker writes is refused once it has lost
 * the run; see {@link RescoringChunks}.
 */
public class Rescorings {

  /** After so much silence a worker has died. */
  public static final int SILENCE_SECONDS = 20;

  private final DataSource database;
  private final Ledger ledger;

  public Rescorings(DataSource database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** A run's state does not allow what was asked for. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final RescoringState state;

    Refused(RescoringState state) {
      super("It is " + state.word(), null, false, false);
      this.state = state;
    }

    /** The state in which it is. */
    public RescoringState state() {
      return state;
    }
  }

  /**
   * Begins a run. It goes on once somebody {@link #take}s it.
   *
   * @param base what a dry run is compared with; empty for how each dossier stands
   * @param worker who works on it from now on; empty for whoever comes first
   */
  public Rescoring begin(
      StoredRuleset ruleset,
      Optional<String> base,
      RescoringFilter filter,
      boolean dryRun,
      Optional<UUID> worker,
      Actor actor) {
    return Jdbc.transaction(
        database,
        connection -> {
          List<Object> values = new ArrayList<>();
          String where = filter.dossiers().sql(values);
          long total =
              Jdbc.first(
                      connection,
                      row -> row.getLong(1),
                      "select count(*) from dossier d where true" + where,
                      values.toArray())
                  .orElseThrow();
          long id =
              Jdbc.first(
                      connection,
                      row -> row.getLong(1),
                      "insert into rescoring (ruleset, base, filter, dry_run, state, by, begun_at, total,"
                          + " worker, heard_at)"
                          + " values (?, ?, ?, ?, ?, ?, now(), ?, ?, clock_timestamp())"
                          + " returning id",
                      ruleset.id(),
                      base.orElse(null),
                      filter.json(),
                      dryRun,
                      RescoringState.RUNNING.word(),
                      actor.name(),
                      total,
                      worker.orElse(null))
                  .orElseThrow();
          Map<String, String> details = new HashMap<>();
          details.put("ruleset", ruleset.revision());
          details.put("filter", filter.json());
          details.put("dry-run", String.valueOf(dryRun));
          details.put("dossiers", String.valueOf(total));
          return told(connection, id, actor, Action.RESCORING_BEGUN, details);
        });
  }

  public Optional<Rescoring> find(long id) {
    return Jdbc.ask(database, connection -> RescoringRows.find(connection, id));
  }

  /** All, the newest first. */
  public Listing<Rescoring> all(int page, int size) {
    return Jdbc.ask(
        database,
        connection ->
            new Listing<>(
                Jdbc.list(
                    connection,
                    RescoringRows::read,
                    RescoringRows.SELECT + " order by r.id desc limit ? offset ?",
                    size,
                    (long) page * size),
                Jdbc.first(connection, row -> row.getLong(1), "select count(*) from rescoring")
                    .orElse(0L)));
  }

  /** Runs that should go on and that nobody works on, the oldest first. */
  public List<Long> waiting() {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row -> row.getLong(1),
                "select r.id from rescoring r where r.state = 'running' and "
                    + RescoringRows.FREE
                    + " order by r.id"));
  }

  /**
   * Takes a run over, from its checkpoint on.
   *
   * @param worker names whoever will work on it, and nobody else
   * @return empty when it is to go on no more, or somebody works on it
   */
  public Optional<Rescoring> take(long id, UUID worker) {
    return Jdbc.transaction(
        database,
        connection ->
            Jdbc.run(
                        connection,
                        "update rescoring r set worker = ?, heard_at = clock_timestamp(), since = now(),"
                            + " since_dossiers = dossiers where r.id = ? and r.state = 'running' and ("
                            + RescoringRows.FREE
                            + " or r.worker = ?)",
                        worker,
                        id,
                        worker)
                    == 1
                ? RescoringRows.find(connection, id)
                : Optional.empty());
  }

  /** Says that a worker is still there. False when it has lost the run, or is to stop. */
  public boolean heard(long id, UUID worker) {
    return updated(
        "update rescoring set heard_at = clock_timestamp() where id = ? and worker = ? and state = 'running'",
        id,
        worker);
  }

  /** A worker goes: anybody may take the run over at once. */
  public void leave(long id, UUID worker) {
    updated("update rescoring set worker = null where id = ? and worker = ?", id, worker);
  }

  /** Nothing was left to do. False when the worker has lost the run, or it is to stop. */
  public boolean done(long id, UUID worker) {
    return updated(
        "update rescoring set state = 'done', ended_at = now(), worker = null"
            + " where id = ? and worker = ? and state = 'running'",
        id,
        worker);
  }

  /** A fault that is not the database's ended it. */
  public void fail(long id, UUID worker, String reason) {
    updated(
        "update rescoring set state = 'failed', ended_at = now(), reason = ?, worker = null"
            + " where id = ? and worker = ? and state = 'running'",
        reason,
        id,
        worker);
  }

  /**
   * Stops a run for now. Its worker notices with its next chunk, which is not kept.
   *
   * @throws Refused when it does not run
   * @throws IllegalArgumentException when there is no such run
   */
  public Rescoring pause(long id, Actor actor) throws Refused {
    return step(
        id,
        Set.of(RescoringState.RUNNING),
        RescoringState.PAUSED,
        Action.RESCORING_PAUSED,
        Optional.empty(),
        actor);
  }

  /**
   * As {@link #pause(long, Actor)}, by who works on it.
   *
   * @throws Refused also when somebody else does
   */
  public Rescoring pause(long id, UUID worker, Actor actor) throws Refused {
    if (!heard(id, worker)) {
      throw new Refused(find(id).orElseThrow().state());
    }
    return pause(id, actor);
  }

  /**
   * Lets a run go on from its checkpoint.
   *
   * @param worker as of {@link #begin}
   * @throws Refused when it is neither paused nor failed
   * @throws IllegalArgumentException when there is no such run
   */
  public Rescoring resume(long id, Optional<UUID> worker, Actor actor) throws Refused {
    return step(
        id,
        Set.of(RescoringState.PAUSED, RescoringState.FAILED),
        RescoringState.RUNNING,
        Action.RESCORING_RESUMED,
        worker,
        actor);
  }

  /**
   * Ends a run for good. What it has appended stays.
   *
   * @throws Refused when it has ended
   * @throws IllegalArgumentException when there is no such run
   */
  public Rescoring cancel(long id, Actor actor) throws Refused {
    return step(
        id,
        Set.of(RescoringState.RUNNING, RescoringState.PAUSED, RescoringState.FAILED),
        RescoringState.CANCELLED,
        Action.RESCORING_CANCELLED,
        Optional.empty(),
        actor);
  }

  private Rescoring step(
      long id,
      Set<RescoringState> from,
      RescoringState to,
      Action action,
      Optional<UUID> worker,
      Actor actor)
      throws Refused {
    boolean goesOn = to == RescoringState.RUNNING;
    Optional<Rescoring> stepped =
        Jdbc.transaction(
            database,
            connection ->
                Jdbc.run(
                            connection,
                            "update rescoring set state = ?, worker = ?, reason = null,"
                                + " heard_at = clock_timestamp(),"
                                + " ended_at = case when ? then null else now() end"
                                + " where id = ? and state = any(?)",
                            to.word(),
                            worker.orElse(null),
                            goesOn || to == RescoringState.PAUSED,
                            id,
                            from)
                        == 1
                    ? Optional.of(told(connection, id, actor, action, Map.of()))
                    : Optional.empty());
    if (stepped.isEmpty()) {
      throw new Refused(
          find(id).orElseThrow(() -> new IllegalArgumentException("No rescoring " + id)).state());
    }
    return stepped.get();
  }

  private Rescoring told(
      Connection connection, long id, Actor actor, Action action, Map<String, String> details)
      throws SQLException {
    Rescoring run = RescoringRows.find(connection, id).orElseThrow();
    ledger.append(connection, actor, Deed.of(action, "rescoring", String.valueOf(id), details));
    return run;
  }

  private boolean updated(String sql, Object... values) {
    return Jdbc.transaction(database, connection -> Jdbc.run(connection, sql, values)) == 1;
  }
}
