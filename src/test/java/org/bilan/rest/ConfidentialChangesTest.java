package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** What is kept of a dossier's names goes by its state, also while that changes. */
@QuarkusTest
class ConfidentialChangesTest {

  private static final String ID = "confidential-changes";

  private static Response put(String name, boolean marked) {
    Sample sample = Sample.of(ID).title("What " + name + " saw");
    sample
        .tree()
        .withArray("sources")
        .addObject()
        .put("id", "witness-of-it")
        .put("name", name)
        .put("kind", "witness")
        .put("confidential", marked);
    return given().contentType("application/json").body(sample.bytes()).put("/dossiers/" + ID);
  }

  /** Each door is asked before, so that what it keeps would show. */
  @Test
  void aNewMarkCountsAtOnceByEveryDoor() {
    given().delete("/dossiers/" + ID);
    Someone reader = Someone.with(Role.READER);
    List<String> doors =
        List.of("", "/assessment", "/assessments", "/timeline", "/comparison?fromVersion=1");
    put("Abba Xylander", true).then().statusCode(201);
    put("Bocar Xanthippe", false).then().statusCode(200);
    for (String name : List.of("Caya Quibblesworth", "Demba Zwingli")) {
      for (String door : doors) {
        reader.asks().get("/dossiers/" + ID + door).then().statusCode(200);
      }
      put(name, false).then().statusCode(200);
      for (String door : doors) {
        assertThat(reader.asks().get("/dossiers/" + ID + door).asString())
            .as(door)
            .doesNotContain("Xylander", "Xanthippe", name);
      }
      assertThat(reader.asks().get("/dossiers?size=500").asString()).doesNotContain(name);
    }
    given().delete("/dossiers/" + ID);
  }

  @Test
  void listsTellNoNameWhileADossierComesAndGoes() throws Exception {
    Someone reader = Someone.with(Role.READER);
    String token = reader.token();
    AtomicBoolean end = new AtomicBoolean();
    ExecutorService others = Executors.newSingleThreadExecutor();
    try {
      Future<?> coming =
          others.submit(
              () -> {
                while (!end.get()) {
                  put("Zorbalax Quimby", true);
                  given().delete("/dossiers/" + ID);
                }
              });
      int told = 0;
      for (int i = 0; i < 300; i++) {
        Response list =
            Someone.bearing(token).get(i % 2 == 0 ? "/dossiers?size=500" : "/claims?size=500");
        assertThat(list.statusCode()).isIn(200, 503); // 503: read it again
        assertThat(list.asString()).doesNotContain("Zorbalax", "Quimby");
        told += list.statusCode() == 200 && list.asString().contains(ID) ? 1 : 0;
      }
      assertThat(told).isPositive();
      end.set(true);
      coming.get();
    } finally {
      end.set(true);
      others.shutdown();
      given().delete("/dossiers/" + ID);
    }
  }
}
