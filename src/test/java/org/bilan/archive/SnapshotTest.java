package org.bilan.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.bilan.assessment.Grade;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written while a snapshot is read is not in it. */
@QuarkusTest
class SnapshotTest {

  private static final ClaimFilter ANY_CLAIM =
      new ClaimFilter(Set.of(), OptionalInt.empty(), OptionalInt.empty());

  private static final DossierFilter HERE = here(ANY_CLAIM);

  @Inject DataSource database;
  @Inject Snapshots snapshots;

  private static DossierFilter here(ClaimFilter claims) {
    return new DossierFilter(Optional.of("QS"), Optional.empty(), Optional.empty(), claims);
  }

  @BeforeEach
  void keepFive() {
    for (int i = 1; i <= 5; i++) {
      put("snapshot-" + i);
    }
  }

  @AfterEach
  void forget() {
    for (int i = 1; i <= 6; i++) {
      given().delete("/dossiers/snapshot-" + i);
    }
  }

  private static void put(String id) {
    given()
        .contentType("application/json")
        .body(Sample.of(id).in("QS").bytes())
        .put("/dossiers/" + id)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  private static void grade(String id, String grade) {
    given()
        .contentType("application/json")
        .body(Map.of("grade", grade, "reason", "Two colleagues have called."))
        .put("/dossiers/" + id + "/claims/civilians-14/override")
        .then()
        .statusCode(201);
  }

  private static List<String> ids(Snapshot snapshot, DossierFilter filter) throws IOException {
    List<String> ids = new ArrayList<>();
    snapshot.each(filter, claims -> ids.add(claims.dossier().incident()));
    return ids;
  }

  @Test
  void whatIsWrittenMeanwhileIsNotInIt() throws IOException {
    snapshots.read(
        snapshot -> {
          assertThat(ids(snapshot, HERE)).hasSize(5);
          put("snapshot-6");
          grade("snapshot-2", "discounted");
          given().delete("/dossiers/snapshot-1").then().statusCode(204);
          List<String> again = new ArrayList<>();
          snapshot.each(
              HERE,
              claims -> {
                again.add(claims.dossier().incident());
                assertThat(claims.overrides()).isEmpty();
                assertThat(claims.dossier().document()).isNotEmpty();
              });
          assertThat(again)
              .containsExactly(
                  "snapshot-1", "snapshot-2", "snapshot-3", "snapshot-4", "snapshot-5");
        });
    snapshots.read(
        snapshot ->
            assertThat(ids(snapshot, HERE))
                .containsExactly(
                    "snapshot-2", "snapshot-3", "snapshot-4", "snapshot-5", "snapshot-6"));
  }

  /** Windows end between dossiers, and one may hold none that passes. */
  @Test
  void windowsHideNothing() throws Exception {
    grade("snapshot-4", "confirmed");
    DossierFilter confirmed =
        here(new ClaimFilter(Set.of(Grade.CONFIRMED), OptionalInt.empty(), OptionalInt.empty()));
    for (int window : new int[] {1, 2, 3, 1000}) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        Snapshot snapshot = new Snapshot(connection, window);
        assertThat(ids(snapshot, HERE)).as("window " + window).hasSize(5).isSorted();
        assertThat(ids(snapshot, confirmed)).containsExactly("snapshot-4");
        snapshot.each(
            confirmed, claims -> assertThat(claims.overrides()).containsOnlyKeys("civilians-14"));
        connection.rollback();
      }
    }
  }

  /** The connection goes back to the pool fit for others, also after a failure. */
  @Test
  void aFailureIsToldAndLeavesNothingBehind() throws IOException {
    for (int i = 0; i < 40; i++) {
      assertThatThrownBy(
              () ->
                  snapshots.read(
                      snapshot ->
                          snapshot.each(
                              HERE,
                              claims -> {
                                throw new IOException("Nobody reads");
                              })))
          .isInstanceOf(IOException.class)
          .hasMessage("Nobody reads");
    }
    put("snapshot-6"); // it could not be written by a connection that only reads
    snapshots.read(snapshot -> assertThat(ids(snapshot, HERE)).hasSize(6));
  }

  @Test
  void filtersAreThoseOfTheLists() throws IOException {
    grade("snapshot-3", "confirmed");
    List<Integer> scores = given().get("/dossiers?country=QS&size=1").path("items[0].claims.score");
    for (ClaimFilter claims :
        List.of(
            new ClaimFilter(Set.of(Grade.CONFIRMED), OptionalInt.empty(), OptionalInt.empty()),
            new ClaimFilter(
                Set.of(Grade.CONFIRMED, Grade.WEAK),
                OptionalInt.of(0),
                OptionalInt.of(scores.get(0))),
            new ClaimFilter(Set.of(), OptionalInt.of(scores.get(0)), OptionalInt.empty()),
            new ClaimFilter(Set.of(), OptionalInt.empty(), OptionalInt.of(scores.get(1))),
            new ClaimFilter(Set.of(), OptionalInt.of(100), OptionalInt.empty()))) {
      var request = given().queryParam("country", "QS").queryParam("size", 500);
      claims.grades().forEach(grade -> request.queryParam("grade", grade.word()));
      claims.minScore().ifPresent(score -> request.queryParam("minScore", score));
      claims.maxScore().ifPresent(score -> request.queryParam("maxScore", score));
      List<String> listed = request.get("/dossiers").path("items.incident");
      snapshots.read(
          snapshot -> assertThat(ids(snapshot, here(claims))).as("" + claims).isEqualTo(listed));
    }
  }
}
