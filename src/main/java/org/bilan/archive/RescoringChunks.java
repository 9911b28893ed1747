package org.bilan.archive;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.movement.Movement;
import org.bilan.people.Secret;

/**
 * Reads and writes the chunks of runs. A chunk is one transaction: its assessments, its checkpoint,
 * what it moved and its entry in the ledger are there, or none of them. So whatever dies at
 * whatever moment, a run that goes on from its checkpoint ends with one assessment for each
 * dossier.
 */
public class RescoringChunks {

  /** Documents and assessments that are read at once; thrice that, judged and unjudged, is held. */
  private static final long CHUNK_BYTES = 8_000_000;

  private final DataSource database;
  private final Ledger ledger;
  private final byte[] hashKey;

  /**
   * Chunks.
   *
   * @param secret the archive's: hashes in the ledger are made with it, since a plain one would
   *     confirm who guesses at a confidential name
   */
  public RescoringChunks(DataSource database, Ledger ledger, Secret secret) {
    this.database = database;
    this.ledger = ledger;
    this.hashKey = secret.derive(Traces.HASHES);
  }

  /**
   * The next dossiers of a run.
   *
   * @param after the incident before the first
   * @param most dossiers at once
   * @return none at the end
   */
  public List<DueDossier> next(Rescoring run, String after, int most) {
    return Jdbc.ask(
        database, connection -> DueRows.next(connection, run, after, most, CHUNK_BYTES));
  }

  /**
   * What was written.
   *
   * @param dossiers of the chunk that are still there
   */
  public record Written(long dossiers, long appended, long failed) {}

  /**
   * Writes a chunk. What somebody has changed since it was read is judged again first, while nobody
   * can change it; what was deleted is passed over.
   *
   * @param number of the chunk, from 0
   * @param outcomes in the order of the incidents' ids; not empty
   * @param again judges one dossier
   * @throws LostRun when the worker has lost the run; then nothing is written
   */
  public Written write(
      Rescoring run,
      UUID worker,
      long number,
      List<DueOutcome> outcomes,
      Function<DueDossier, DueOutcome> again,
      Actor actor) {
    return Jdbc.transaction(
        database,
        connection -> {
          checkPoint(connection, run, worker, number, last(outcomes));
          List<DueOutcome> now =
              run.dryRun() ? outcomes : asTheyStand(connection, run, outcomes, again);
          Movement movement = new Movement();
          List<AssessmentCopy.Row> rows = new ArrayList<>();
          Map<String, Long> current = new HashMap<>();
          Map<String, Signs> signs = new HashMap<>();
          long failed = 0;
          for (DueOutcome outcome : now) {
            DueDossier due = outcome.due();
            if (outcome instanceof DueOutcome.Judged judged) {
              movement.add(judged.where(), due.tag(), judged.before(), judged.after());
              judged
                  .made()
                  .filter(made -> !run.dryRun())
                  .ifPresent(
                      made ->
                          rows.add(
                              new AssessmentCopy.Row(
                                  due.incident(), due.version(), run.revision(), made)));
              signs.put(due.incident(), Signs.of(judged.after()));
              due.known().ifPresent(known -> current.put(due.incident(), known.id()));
            } else if (outcome instanceof DueOutcome.Failed fault) {
              failed++;
              fail(connection, run, fault);
            }
          }
          movement.fail(failed);
          List<Long> ids = AssessmentCopy.ids(connection, rows.size());
          AssessmentCopy.append(connection, rows, ids, DossierRow.micros(Instant.now()));
          for (int i = 0; i < ids.size(); i++) {
            current.put(rows.get(i).incident(), ids.get(i));
          }
          int moved = run.dryRun() ? 0 : point(connection, run, current, signs);
          Written written = new Written(now.size(), ids.size(), failed);
          finish(connection, run, number, movement, written);
          if (moved > 0 || !rows.isEmpty()) {
            trace(connection, run, number, now, rows, moved, actor);
          }
          return written;
        });
  }

  private static String last(List<DueOutcome> outcomes) {
    return outcomes.get(outcomes.size() - 1).due().incident();
  }

  /**
   * First of all: nobody else can write a chunk of this run, or stop it, until this one is kept.
   */
  private static void checkPoint(
      Connection connection, Rescoring run, UUID worker, long number, String last)
      throws SQLException {
    int mine =
        Jdbc.run(
            connection,
            "update rescoring set chunks = chunks + 1, done_up_to = ?, heard_at = clock_timestamp()"
                + " where id = ? and worker = ? and chunks = ? and state = 'running'",
            last,
            run.id(),
            worker,
            number);
    if (mine != 1) {
      throw new LostRun();
    }
  }

  private static List<DueOutcome> asTheyStand(
      Connection connection,
      Rescoring run,
      List<DueOutcome> outcomes,
      Function<DueDossier, DueOutcome> again)
      throws SQLException {
    String[] incidents = outcomes.stream().map(o -> o.due().incident()).toArray(String[]::new);
    Locks.take(connection, incidents);
    Map<String, Seen> seen = new HashMap<>();
    Jdbc.list(
        connection,
        row ->
            seen.put(
                row.getString("incident"),
                new Seen(
                    row.getLong("lineage"),
                    row.getLong("version"),
                    row.getLong("assessment"),
                    row.getBoolean("known"))),
        "select d.incident, d.lineage, d.version, d.assessment, k.id is not null as known"
            + " from dossier d"
            + " left join assessment k on k.incident = d.incident and k.version = d.version"
            + " and k.revision = ? where d.incident = any(?)",
        run.revision(),
        incidents);
    List<DueOutcome> now = new ArrayList<>(outcomes.size());
    for (DueOutcome outcome : outcomes) {
      Seen stands = seen.get(outcome.due().incident());
      if (stands == null) {
        continue;
      }
      if (stands.equals(Seen.of(outcome.due()))) {
        now.add(outcome);
      } else {
        DueRows.one(connection, run.revision(), outcome.due().incident())
            .map(again)
            .ifPresent(now::add);
      }
    }
    return now;
  }

  /** What must still be so of a dossier when what was judged is written. */
  private record Seen(long lineage, long version, long stands, boolean known) {
    static Seen of(DueDossier due) {
      return new Seen(
          due.lineage(),
          due.version(),
          due.stands().map(DueDossier.Standing::id).orElse(0L),
          due.known().isPresent());
    }
  }

  private static void fail(Connection connection, Rescoring run, DueOutcome.Failed fault)
      throws SQLException {
    Jdbc.run(
        connection,
        "insert into rescoring_failure (rescoring, incident, version, reason) values (?, ?, ?, ?)",
        run.id(),
        fault.due().incident(),
        fault.due().version(),
        fault.reason());
  }

  /**
   * Dossiers stand by what the ruleset in force says: another one's assessments only join their
   * history. Returns how many stand otherwise now.
   */
  private static int point(
      Connection connection, Rescoring run, Map<String, Long> current, Map<String, Signs> signs)
      throws SQLException {
    boolean inForce =
        RulesetRows.inForce(connection)
            .filter(ruleset -> ruleset.id() == run.ruleset())
            .isPresent();
    if (!inForce || current.isEmpty()) {
      return 0;
    }
    return Stands.point(connection, current, signs);
  }

  private static void finish(
      Connection connection, Rescoring run, long number, Movement movement, Written written)
      throws SQLException {
    Jdbc.run(
        connection,
        "insert into rescoring_chunk (rescoring, number, movement, at) values (?, ?, ?, now())",
        run.id(),
        number,
        movement.write());
    Jdbc.run(
        connection,
        "update rescoring set dossiers = dossiers + ?, appended = appended + ?,"
            + " failed = failed + ? where id = ?",
        written.dossiers(),
        written.appended(),
        written.failed(),
        run.id());
  }

  /** One entry for a chunk: that of each dossier would take longer than to judge it. */
  private void trace(
      Connection connection,
      Rescoring run,
      long number,
      List<DueOutcome> outcomes,
      List<AssessmentCopy.Row> rows,
      int moved,
      Actor actor)
      throws SQLException {
    MessageDigest all = DigestUtils.getSha256Digest();
    for (AssessmentCopy.Row row : rows) {
      DigestUtils.updateDigest(all, row.incident() + ":" + row.version() + ":");
      all.update(DigestUtils.sha256(row.made().document()));
    }
    ledger.append(
        connection,
        actor,
        Deed.of(
            Action.RESCORED,
            "rescoring",
            String.valueOf(run.id()),
            Map.of(
                "chunk",
                String.valueOf(number),
                "ruleset",
                run.revision(),
                "from",
                outcomes.get(0).due().incident(),
                "to",
                last(outcomes),
                "assessments",
                String.valueOf(rows.size()),
                "moved",
                String.valueOf(moved),
                "assessments-hmac-sha256",
                HexFormat.of().formatHex(Secret.hmac(hashKey, all.digest())))));
  }
}
