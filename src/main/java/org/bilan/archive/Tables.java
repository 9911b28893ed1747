package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What an archive consists of. A test holds this against what the migrations make. */
final class Tables {

  /** Those that others refer to come first. */
  static final List<String> ALL =
      List.of(
          "installation",
          "person",
          "token",
          "login_session",
          "dossier",
          "dossier_version",
          "assessment",
          "claim",
          "ruleset",
          "ruleset_step",
          "grade_override",
          "rescoring",
          "rescoring_chunk",
          "rescoring_failure",
          "picture_file",
          "picture_part",
          "picture_sender",
          "picture_seen",
          "saved_view",
          "dossier_draft",
          "ledger",
          "ledger_head");

  static final List<String> SEQUENCES =
      List.of(
          "dossier_lineage",
          "assessment_id_seq",
          "ruleset_id_seq",
          "ruleset_step_id_seq",
          "rescoring_id_seq",
          "picture_seen_id_seq",
          "dossier_draft_id_seq");

  private Tables() {}

  static boolean exist(Connection connection) throws SQLException {
    return Jdbc.first(
            connection, row -> row.getBoolean(1), "select to_regclass('ledger_head') is not null")
        .orElseThrow();
  }

  /** A table's columns, spelt as a statement needs them. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    return Jdbc.list(
        connection,
        row -> row.getString(1),
        "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass"
            + " and attnum > 0 and not attisdropped and attgenerated = '' order by attname",
        table);
  }

  /** The version of the tables, as Flyway counts. */
  static String schema(Connection connection) throws SQLException {
    return Jdbc.first(
            connection,
            row -> row.getString(1),
            "select version from flyway_schema_history where success and version is not null"
                + " order by installed_rank desc limit 1")
        .orElse("");
  }

  /** The same, where this login may read it. */
  static Optional<String> schemaIfReadable(Connection connection) throws SQLException {
    boolean readable =
        Jdbc.first(
                connection,
                row -> row.getBoolean(1),
                "select has_table_privilege('flyway_schema_history', 'select')")
            .orElse(false);
    return readable ? Optional.of(schema(connection)) : Optional.empty();
  }

  static long next(Connection connection, String sequence) throws SQLException {
    return Jdbc.first(
            connection,
            row -> row.getLong(1),
            "select case when is_called then last_value + 1 else last_value end from " + sequence)
        .orElseThrow();
  }
}
