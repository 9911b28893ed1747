package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.dossier.Unfinished;
import org.bilan.operation.Traced;

/**
 * Drafts of dossiers: what somebody types before it is one. Each is its person's alone, stays until
 * they remove it, also while they may not enter, and leaves no trace in the ledger: nothing is
 * judged by it, and nobody else reads it.
 */
@Guarded
@ApplicationScoped
@Traced
public class DossierDrafts {

  /** The most that one person keeps. */
  public static final int MOST = 100;

  /** Bytes of all that one person keeps. */
  public static final int MOST_BYTES = 50 * 1024 * 1024;

  private static final String COLUMNS =
      "id, title, incident, changed_at, octet_length(document) as size, sha256";

  private static final String OWN = " from dossier_draft where id = ? and person = ?";

  private final DataSource database;

  DossierDrafts(DataSource database) {
    this.database = database;
  }

  /** A draft with its document, exactly as it was sent. */
  public record Kept(DossierDraft draft, byte[] document) {}

  /** A person's drafts, the one that was saved last first. */
  public List<DossierDraft> of(String person) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                DossierDrafts::draft,
                "select "
                    + COLUMNS
                    + " from dossier_draft where person = ? order by changed_at desc, id desc",
                person));
  }

  /** A draft; empty when there is none of this id, or it is another person's. */
  public Optional<Kept> get(long id, String person) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                connection,
                row -> new Kept(draft(row), row.getBytes("document")),
                "select document, " + COLUMNS + OWN,
                id,
                person));
  }

  /**
   * Keeps a new draft.
   *
   * @return empty when the person would have more than {@link #MOST}, or than {@link #MOST_BYTES};
   *     then nothing has changed
   */
  @Guarded(writes = true)
  public Optional<DossierDraft> add(String person, Unfinished read, byte[] document) {
    return Jdbc.transaction(
        database,
        connection -> {
          lock(connection, person);
          return Jdbc.first(
              connection,
              DossierDrafts::draft,
              "insert into dossier_draft (person, title, incident, document, sha256, changed_at)"
                  + " select ?, ?, ?, ?, ?, ?"
                  + " where (select count(*) < ? and coalesce(sum(octet_length(document)), 0) <= ?"
                  + " from dossier_draft where person = ?) returning "
                  + COLUMNS,
              person,
              storable(read.title()),
              storable(read.incident()),
              document,
              DigestUtils.sha256Hex(document),
              Instant.now(),
              MOST,
              MOST_BYTES - document.length,
              person);
        });
  }

  /** Else many at once would all find room. */
  private static void lock(Connection connection, String person) throws SQLException {
    Jdbc.list(
        connection, row -> row, "select pg_advisory_xact_lock(hashtextextended(?, 9))", person);
  }

  /**
   * Saves a draft.
   *
   * @return empty when there is none of this id, or it is another person's; within it, empty when
   *     the person would have more than {@link #MOST_BYTES}; then nothing has changed
   * @throws ConditionFailed when it is in another state; then nothing has changed
   */
  @Guarded(writes = true)
  public Optional<Optional<DossierDraft>> save(
      long id, String person, Unfinished read, byte[] document, Condition condition) {
    return Jdbc.transaction(
        database,
        connection -> {
          lock(connection, person);
          return allowed(connection, id, person, condition)
              ? Optional.of(
                  Jdbc.first(
                      connection,
                      DossierDrafts::draft,
                      "update dossier_draft set title = ?, incident = ?, document = ?, sha256 = ?,"
                          + " changed_at = ? where id = ?"
                          + " and (select coalesce(sum(octet_length(document)), 0) <= ?"
                          + " from dossier_draft where person = ? and id <> ?) returning "
                          + COLUMNS,
                      storable(read.title()),
                      storable(read.incident()),
                      document,
                      DigestUtils.sha256Hex(document),
                      Instant.now(),
                      id,
                      MOST_BYTES - document.length,
                      person,
                      id))
              : Optional.empty();
        });
  }

  /**
   * Removes a draft.
   *
   * @return whether there was one of this id, and the person's own
   * @throws ConditionFailed when it is in another state; then nothing has changed
   */
  @Guarded(writes = true)
  public boolean remove(long id, String person, Condition condition) {
    return Jdbc.transaction(
        database,
        connection ->
            allowed(connection, id, person, condition)
                && Jdbc.run(connection, "delete from dossier_draft where id = ?", id) == 1);
  }

  /** Whether the draft is the person's own; nobody else changes it until the transaction ends. */
  private static boolean allowed(Connection connection, long id, String person, Condition condition)
      throws SQLException {
    Optional<String> tag =
        Jdbc.first(connection, row -> tag(row), "select sha256" + OWN + " for update", id, person);
    if (tag.isPresent() && !condition.allows(tag)) {
      throw new ConditionFailed(tag);
    }
    return tag.isPresent();
  }

  private static DossierDraft draft(ResultSet row) throws SQLException {
    return new DossierDraft(
        row.getLong("id"),
        Optional.ofNullable(row.getString("title")),
        Optional.ofNullable(row.getString("incident")),
        Jdbc.time(row, "changed_at"),
        row.getInt("size"),
        tag(row));
  }

  private static String tag(ResultSet row) throws SQLException {
    return row.getString("sha256").substring(0, 32);
  }

  private static String storable(Optional<String> text) {
    return text.map(DossierRow::storable).orElse(null);
  }
}
