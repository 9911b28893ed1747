package org.bilan.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever gets hold of the service's way into the database rewrites nothing that people said. */
@QuarkusTest
class OverrideAppendOnlyTest {

  private static final String ID = "override-append-only";
  private static final String PATH = "/dossiers/" + ID + "/claims/civilians-14/override";

  @Inject DataSource database;

  @BeforeEach
  void grade() {
    given().delete("/dossiers/" + ID);
    given().contentType("application/json").body(Sample.of(ID).bytes()).put("/dossiers/" + ID);
    given()
        .contentType("application/json")
        .body(Map.of("grade", "fair", "reason", "Two colleagues have called."))
        .put(PATH)
        .then()
        .statusCode(201);
  }

  @AfterEach
  void forget() {
    given().delete("/dossiers/" + ID);
  }

  @Test
  void theServiceMayNeitherChangeNorDelete() {
    for (String statement :
        new String[] {
          "update grade_override set grade = 'confirmed'",
          "update grade_override set reason = 'because it suits'",
          "delete from grade_override",
          "truncate grade_override",
          "update override_in_force set grade = 'confirmed'",
          "delete from override_in_force",
          "drop view override_in_force",
          "alter table grade_override disable trigger override_never_changed"
        }) {
      assertThatThrownBy(() -> execute(statement))
          .as(statement)
          .isInstanceOf(SQLException.class)
          .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isIn("42501", "55000"));
    }
    // One more is no change, and two cannot be the same one.
    assertThatThrownBy(
            () ->
                execute(
                    "insert into grade_override (incident, claim, number, version, grade, reason,"
                        + " person, made_at) select incident, claim, number, version, 'weak', reason,"
                        + " 'eve', made_at from grade_override where incident = '"
                        + ID
                        + "'"))
        .hasMessageContaining("grade_override_pkey");
    given()
        .get(PATH + "s")
        .then()
        .body("total", equalTo(1))
        .body("items[0].grade", equalTo("fair"));
  }

  /** Where one login owns the tables and works with them, its rights do not bind it. */
  @Test
  void theOwnerChangesNoneByMistake() {
    assertThatThrownBy(
            () -> OwnerAccess.execute("update grade_override set reason = 'because it suits'"))
        .hasMessageContaining("An override is replaced or withdrawn by another one");
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }
}
