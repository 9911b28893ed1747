package org.bilan.rescoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bilan.archive.Archive;
import org.bilan.archive.DossierImports;
import org.bilan.archive.Incoming;
import org.bilan.archive.Ledger;
import org.bilan.archive.OwnerAccess;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringChunks;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.Rescorings;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredAssessment;
import org.bilan.assessment.Language;
import org.bilan.cli.BilanCommand;
import org.bilan.importer.ArchiveInput;
import org.bilan.importer.Outcome;
import org.bilan.importer.Row;
import org.bilan.ledger.Actor;
import org.bilan.people.Secret;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand real events (UCDP GED, see the README beside the file): imported, scored from the
 * file, kept and rescored, and sent over REST.
 */
@QuarkusTest
class SameBytesTest {

  private static final Path SAMPLE =
      Path.of("src/test/resources/org/bilan/importer/ged-sample-1000.csv");
  private static final int EVENTS = 1_000;
  private static final int AT_ONCE = 250;
  private static final int EACH = 20;

  @Inject DataSource database;
  @Inject Ledger ledger;
  @Inject Secret secret;
  @Inject Rulesets rulesets;
  @Inject Rescorings rescorings;
  @Inject RescoringChunks chunks;
  @Inject Archive archive;

  @TempDir Path folder;

  @AfterEach
  void forget() throws Exception {
    OwnerAccess.execute("delete from dossier where incident like 'ged-%'");
  }

  private List<Outcome.Taken> imported() throws Exception {
    List<Outcome.Taken> taken = new ArrayList<>();
    try (InputStream file = Files.newInputStream(SAMPLE);
        ArchiveInput input = ArchiveInput.open(file, SAMPLE.toString())) {
      for (Row row = input.next(); row != null; row = input.next()) {
        taken.add((Outcome.Taken) row.read());
      }
    }
    return taken;
  }

  /** As `score` writes them, by incident. */
  private Map<String, String> scored() throws Exception {
    Path out = folder.resolve("scores.jsonl");
    int code =
        BilanCommand.commandLine()
            .execute("score", "--format", "jsonl", "--out", out.toString(), SAMPLE.toString());
    assertThat(code).isZero();
    Map<String, String> lines = new HashMap<>();
    JsonMapper json = new JsonMapper();
    for (String line : Files.readAllLines(out)) {
      lines.put(json.readTree(line).path("incident").asText(), line);
    }
    return lines;
  }

  /** Judged by other rules, so that all of them are due. */
  private void store(List<Outcome.Taken> dossiers) throws Exception {
    RulesetFiles shipped = RulesetFiles.read(Path.of("rules"));
    RulesetFiles others =
        shipped.with(
            Map.of("ruleset.yaml", shipped.texts().get("ruleset.yaml") + "\n# judged before\n"));
    DossierImports imports = new DossierImports(database, ledger, secret);
    try (Ruleset ruleset = Ruleset.of(others)) {
      for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
        imports.store(
            dossiers.subList(from, Math.min(from + AT_ONCE, dossiers.size())).stream()
                .map(
                    taken ->
                        Incoming.of(
                            taken.dossier(),
                            taken.json(),
                            ruleset.judge(taken.dossier(), Language.EN)))
                .toList(),
            Actor.SERVICE);
      }
    }
  }

  @Test
  void restScoreAndARunGiveTheSameBytes() throws Exception {
    List<Outcome.Taken> dossiers = imported();
    assertThat(dossiers).hasSize(EVENTS);
    Map<String, String> scores = scored();
    assertThat(scores).hasSize(EVENTS);
    store(dossiers);
    Rescoring run =
        rescorings.begin(
            rulesets.inForce().orElseThrow(),
            Optional.empty(),
            new RescoringFilter(
                Optional.empty(), Optional.empty(), Optional.of("2024-02-01"), Set.of()),
            false,
            Optional.empty(),
            Actor.SERVICE);
    new RescoringRun(
            rulesets, rescorings, chunks, run.id(), UUID.randomUUID(), 2, AT_ONCE, Actor.SERVICE)
        .work(chunk -> {});
    assertThat(rescorings.find(run.id()).orElseThrow().failed()).isZero();
    int sent = 0;
    for (Outcome.Taken taken : dossiers) {
      String incident = taken.dossier().incident().id();
      StoredAssessment stands = archive.assessment(incident).orElseThrow();
      assertThat(new String(stands.document(), StandardCharsets.UTF_8))
          .isEqualTo(scores.get(incident));
      if (sent++ % EACH == 0) {
        assertThat(
                given()
                    .contentType("application/json")
                    .body(taken.json())
                    .post("/assessments")
                    .asString())
            .isEqualTo(scores.get(incident));
        assertThat(given().get("/dossiers/" + incident + "/assessment").asString())
            .isEqualTo(scores.get(incident));
      }
    }
  }
}
