package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bilan.archive.OwnPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two services of one archive judge by one ruleset, wherever it was put in force. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Tag("long") // run by mvn -Pfaults verify
class FollowingIT {

  /** What Bilan promises. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  /** For what nothing is promised of: a folder is left alone until nobody has touched it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String NAME = "it_following";
  private static final String RULE = "independence.second-origin";
  private static final String CARD = "independence/second-origin.yaml";
  private static final String INCIDENT = "following";

  @TempDir Path folders;

  @Test
  void whatIsPutInForceAtOneTheOtherFollows() throws Exception {
    CopiedRules ofOne = CopiedRules.into(folders.resolve("one"));
    CopiedRules ofTwo = CopiedRules.into(folders.resolve("two"));
    try (OwnPostgres postgres = new OwnPostgres()) {
      Map<String, String> environment =
          Map.of(
              "DATABASE_URL", postgres.empty(NAME),
              "BILAN_SECRET", Client.SECRET,
              "BILAN_ADMIN_PASSWORD", Client.PASSWORD);
      try (PackagedServer serverOne =
              PackagedServer.launch(environment, "--rules", ofOne.toString());
          PackagedServer serverTwo =
              PackagedServer.launch(environment, "--rules", ofTwo.toString())) {
        Client one = Client.of(serverOne.started());
        Client two = Client.of(serverTwo.started());
        Client editor = one.add("ana", "editor");
        Client approver = one.add("ben", "approver");
        byte[] shippedSays = one.judge(INCIDENT).body();
        assertThat(two.judge(INCIDENT).body()).isEqualTo(shippedSays);
        String shipped = revision(one);

        // Drafted by one person, published by another, at the one service.
        JsonNode draft =
            editor.done(
                "/rulesets",
                Map.of(
                    "why",
                    "Two origins say more than we thought",
                    "changes",
                    List.of(Map.of("rule", RULE, "number", "weight", "value", 9))));
        String path = "/rulesets/" + draft.get("id");
        String tuned = draft.get("revision").asText();
        assertThat(editor.done(path + "/check", Map.of()).get("fit").asBoolean()).isTrue();
        assertThat(editor.post(path + "/approve", why("mine")).statusCode()).isEqualTo(403);
        approver.done(path + "/approve", why("It is what the manual says"));
        long activated = System.nanoTime();
        approver.done(path + "/activate", why("From today on"));
        assertThat(revision(one)).isEqualTo(tuned);
        follows(two, tuned, "An activation at one service is followed by the other", activated);
        byte[] tunedSays = one.judge(INCIDENT).body();
        assertThat(tunedSays).isNotEqualTo(shippedSays);
        assertThat(two.judge(INCIDENT).body()).isEqualTo(tunedSays);

        // Taken back at the other.
        Client approverAtTwo = two.as(PackagedServer.basic("ben", Client.PASSWORD));
        long rolledBack = System.nanoTime();
        approverAtTwo.done("/rulesets/" + shipped + "/rollback", why("Too bold"));
        assertThat(revision(two)).isEqualTo(shipped);
        follows(one, shipped, "A rollback at the other is followed by the one", rolledBack);
        assertThat(one.judge(INCIDENT).body()).isEqualTo(shippedSays);

        // The folder of one is spoilt: only that service is degraded, and both go on.
        ofOne.edit(CARD, "value: 5, limits: [0, 10]", "value: 50, limits: [0, 10]");
        Client.eventually(PATIENCE, () -> degraded(one));
        assertThat(health(one).at("/data/problems").asText())
            .contains(CARD, "number.outside-limits");
        assertThat(degraded(two)).isFalse();
        assertThat(one.status("/q/health/ready")).isEqualTo(200);
        assertThat(one.judge(INCIDENT).body()).isEqualTo(shippedSays);
        assertThat(two.judge(INCIDENT).body()).isEqualTo(shippedSays);
        // It still follows.
        approverAtTwo.done("/rulesets/" + tuned + "/rollback", why("Not so bold after all"));
        Client.eventually(PROMISED, () -> revision(one).equals(tuned));
        assertThat(degraded(one)).isTrue();
        assertThat(one.judge(INCIDENT).body()).isEqualTo(tunedSays);

        // Mended, the folder is as it was: that undoes nothing of what was decided meanwhile.
        ofOne.edit(CARD, "value: 50, limits: [0, 10]", "value: 5, limits: [0, 10]");
        Client.eventually(PATIENCE, () -> !degraded(one));
        assertThat(revision(one)).isEqualTo(tuned);
        assertThat(revision(two)).isEqualTo(tuned);

        // What is new in the folder of one both judge by; the other's folder, left alone, does not
        // take it back.
        ofOne.edit(CARD, "value: 5, limits: [0, 10]", "value: 1, limits: [0, 10]");
        Client.eventually(PATIENCE, () -> !revision(one).equals(tuned));
        String deployed = revision(one);
        assertThat(deployed).isNotEqualTo(shipped);
        Client.eventually(PROMISED, () -> revision(two).equals(deployed));
        assertThat(two.judge(INCIDENT).body())
            .isEqualTo(one.judge(INCIDENT).body())
            .isNotEqualTo(shippedSays)
            .isNotEqualTo(tunedSays);
        assertThat(
                postgres.ask(
                    NAME,
                    "select r.revision from ruleset_step s join ruleset r on r.id = s.ruleset"
                        + " where s.state = 'in-force' order by s.id"))
            .containsExactly(shipped, tuned, shipped, tuned, deployed);
        assertThat(one.json("/ledger/verification").get("faults")).isEmpty();
      }
    }
  }

  /** Waits until a service judges by a revision, and prints how long after something that was. */
  private static void follows(Client service, String revision, String what, long since)
      throws Exception {
    Client.eventually(PROMISED, () -> revision(service).equals(revision));
    System.out.printf(
        "%s within %,d ms of the request; promised: %,d ms%n",
        what, (System.nanoTime() - since) / 1_000_000, PROMISED.toMillis());
  }

  /** That by which a service judges, as its assessments say. */
  private static String revision(Client service) throws Exception {
    HttpResponse<byte[]> assessment = service.judge(INCIDENT);
    assertThat(assessment.statusCode()).as(Client.text(assessment)).isEqualTo(200);
    return Client.json(assessment).get("ruleset").asText();
  }

  private static JsonNode health(Client service) throws Exception {
    for (JsonNode check : service.json("/q/health/ready").get("checks")) {
      if (check.get("name").asText().equals("ruleset")) {
        return check;
      }
    }
    throw new AssertionError("The ruleset's health is not told");
  }

  private static boolean degraded(Client service) throws Exception {
    return health(service).at("/data/state").asText().startsWith("degraded");
  }

  private static Map<String, String> why(String why) {
    return Map.of("why", why);
  }
}
