package org.bilan.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bilan.dossier.Word;
import org.bilan.ruleset.RulesetFiles;

/** The rows of rulesets and of what happened to them. */
final class RulesetRows {

  static final String COLUMNS =
      "id, revision, name, origin, (select s.base from ruleset_step s"
          + " where s.ruleset = ruleset.id and s.base is not null order by s.id desc limit 1) as base";
  static final String IN_FORCE = RulesetState.IN_FORCE.word();

  private static final JsonMapper JSON = new JsonMapper();

  private RulesetRows() {}

  static long add(Connection connection, RulesetFiles files, String name, RulesetOrigin origin)
      throws SQLException {
    return Jdbc.first(
            connection,
            row -> row.getLong(1),
            "insert into ruleset (revision, name, origin, files) values (?, ?, ?, ?) returning id",
            files.revision(),
            name,
            origin.word(),
            packed(files))
        .orElseThrow();
  }

  static Optional<StoredRuleset> inForce(Connection connection) throws SQLException {
    return Jdbc.first(
        connection,
        row -> stored(connection, row),
        "select "
            + COLUMNS
            + " from ruleset where id ="
            + " (select ruleset from ruleset_step where state = ? order by id desc limit 1)",
        IN_FORCE);
  }

  static Optional<StoredRuleset> find(Connection connection, long id) throws SQLException {
    return Jdbc.first(
        connection,
        row -> stored(connection, row),
        "select " + COLUMNS + " from ruleset where id = ?",
        id);
  }

  static Optional<StoredRuleset> find(Connection connection, String revision) throws SQLException {
    return Jdbc.first(
        connection,
        row -> stored(connection, row),
        "select " + COLUMNS + " from ruleset where revision = ?",
        revision);
  }

  static StoredRuleset stored(Connection connection, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    long base = row.getLong("base");
    return new StoredRuleset(
        id,
        row.getString("revision"),
        row.getString("name"),
        base == 0 ? Optional.empty() : Optional.of(base),
        Word.of(RulesetOrigin.class, row.getString("origin")).orElseThrow(),
        Jdbc.list(
            connection,
            step ->
                new RulesetStep(
                    Word.of(RulesetState.class, step.getString("state")).orElseThrow(),
                    step.getString("by"),
                    step.getString("why"),
                    Jdbc.time(step, "at")),
            "select state, by, why, at from ruleset_step where ruleset = ? order by id",
            id));
  }

  static byte[] packed(RulesetFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      JSON.writeValue(packed, files.texts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static RulesetFiles unpacked(byte[] packed) {
    try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return RulesetFiles.of(
          JSON.readValue(bytes, new TypeReference<TreeMap<String, String>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
