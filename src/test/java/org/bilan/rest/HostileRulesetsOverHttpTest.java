package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bilan.HostileFiles;
import org.bilan.HostileFiles.Hostile;
import org.bilan.archive.RulesetOrigin;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StepRefused;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RulesetFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An editor sends hostile files: none runs, and none replaces the ruleset in force. */
@QuarkusTest
class HostileRulesetsOverHttpTest {

  private static final String SETTINGS = "ruleset.yaml";

  @Inject Rulesets rulesets;

  private Someone editor;
  private Someone approver;
  private RulesetFiles inForce;

  @BeforeEach
  void logIn() {
    HostileFiles.watch();
    editor = Someone.with(Role.EDITOR);
    approver = Someone.with(Role.APPROVER);
    inForce = rulesets.files(rulesets.revisionInForce().orElseThrow()).orElseThrow();
  }

  @Test
  void allAreRefusedAndNoneReplacesTheRulesetInForce() throws Exception {
    keepWhatTheSheetsWereMadeFrom();
    String revision = given().get("/rules").path("ruleset");
    String judged = judge();
    Map<Integer, String> before = states();

    Map<String, String> answers = new TreeMap<>();
    for (Hostile hostile : all()) {
      Response answer = send(hostile);
      answers.put(hostile.path(), told(answer));
      if (answer.statusCode() == 201) {
        staysADraft(answer.header("Location"));
      }
    }
    assertThat(answers).allSatisfy(HostileRulesetsOverHttpTest::refused);
    checksTellAll(drafts(answers));

    assertThat(HostileFiles.ran()).as("what ran").isEmpty();
    assertThat((String) given().get("/rules").path("ruleset")).isEqualTo(revision);
    assertThat(rulesets.revisionInForce()).contains(revision);
    assertThat(judge()).isEqualTo(judged);
    Map<Integer, String> after = states();
    after.keySet().removeAll(before.keySet());
    assertThat(after.values()).as("what was kept").containsOnly("draft");
  }

  /** Else a refusal would say nothing. */
  @Test
  void whatIsNotSpoiltIsTaken() throws Exception {
    keepWhatTheSheetsWereMadeFrom();
    byte[] change = HostileFiles.read(HostileFiles.unspoilt("change.json"));
    byte[] sheet = HostileFiles.read(HostileFiles.unspoilt("sheet.csv"));
    byte[] book = HostileFiles.read(HostileFiles.unspoilt("sheet.xlsx"));
    byte[] zip = HostileFiles.read(HostileFiles.unspoilt("rules.zip"));
    for (Response taken :
        List.of(json(change), file("text/csv", sheet), file(XLSX, book), file(ZIP, zip))) {
      // All four mean one draft: one makes it, the others are told that it is there.
      assertThat(taken.statusCode()).isIn(201, 409);
      assertThat(taken.statusCode() == 201 || taken.asString().contains("has the same content"))
          .isTrue();
    }
    String card = HostileFiles.RULE + ".yaml";
    Response drafted = draft(Map.of(card, inForce.texts().get(card) + "# fine\n"));
    assertThat(drafted.statusCode()).isEqualTo(201);
    assertThat((boolean) check(drafted.header("Location")).path("fit")).isTrue();
  }

  private static final String ZIP = "application/zip";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static List<Hostile> all() {
    return HostileFiles.of("cards", "questions", "cases", "zips", "sheets", "changes").toList();
  }

  /** By a code; or kept as a draft, where it is a file whose content only a check looks at. */
  private static void refused(String path, String answer) {
    boolean checkable = path.startsWith("cards/") || path.startsWith("cases/");
    assertThat(answer).as(path).matches(checkable ? "201|4\\d\\d \\S+" : "4\\d\\d \\S+");
  }

  private static List<Hostile> drafts(Map<String, String> answers) {
    return all().stream().filter(hostile -> answers.get(hostile.path()).equals("201")).toList();
  }

  /** Sheets name a revision, and are compared to that. */
  private void keepWhatTheSheetsWereMadeFrom() throws InvalidRuleset {
    RulesetFiles files = RulesetFiles.read(HostileFiles.unspoilt("rules"));
    try {
      long base = rulesets.inForce().orElseThrow().id();
      rulesets.draft(files, "x", RulesetOrigin.CHANGES, base, Actor.SERVICE, "For its sheets");
    } catch (StepRefused known) {
      assertThat(known.reason()).isEqualTo(StepRefused.Reason.KNOWN);
    }
  }

  private Response send(Hostile hostile) throws IOException {
    return switch (hostile.family()) {
      case "zips" -> file(ZIP, hostile.content());
      case "sheets" -> file(hostile.path().endsWith(".csv") ? "text/csv" : XLSX, hostile.content());
      case "changes" -> json(hostile.content());
      default -> {
        Optional<String> text = text(hostile);
        yield text.isPresent()
            ? draft(Map.of(hostile.place(), text.get()))
            : file(ZIP, zip(hostile));
      }
    };
  }

  /** What JSON can hold. */
  private static Optional<String> text(Hostile hostile) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(hostile.content());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static byte[] zip(Hostile hostile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(hostile.place()));
      zip.write(hostile.content());
    }
    return bytes.toByteArray();
  }

  /** Beside a file that no draft had yet: contents are kept once. */
  private Response draft(Map<String, String> files) {
    Map<String, String> all = new HashMap<>(files);
    all.put(SETTINGS, inForce.texts().get(SETTINGS) + "\n# " + System.nanoTime() + "\n");
    Map<String, Object> body = Map.of("why", "A file by hand", "files", all);
    return editor.asks().contentType("application/json").body(body).post("/rulesets");
  }

  private Response json(byte[] body) {
    return editor.asks().contentType("application/json").body(body).post("/rulesets");
  }

  private Response file(String type, byte[] file) {
    EncoderConfig binary =
        EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY);
    return editor
        .asks()
        .config(RestAssured.config().encoderConfig(binary))
        .header("Content-Type", type)
        .body(file)
        .post("/rulesets?why=A%20file%20by%20hand");
  }

  /** Status and code of an answer; of a refusal of the whole body, its kind. */
  private static String told(Response answer) {
    if (answer.statusCode() == 201) {
      return "201";
    }
    assertThat(answer.contentType()).as(answer.asString()).startsWith("application/problem+json");
    assertThat(answer.asByteArray().length).as("bytes of an answer").isLessThan(100_000);
    ObjectNode problem = Sample.parse(answer.asByteArray());
    String kind = problem.get("type").asText().replace("urn:bilan:problem:", "");
    return answer.statusCode() + " " + problem.at("/problems/0/code").asText(kind);
  }

  private void staysADraft(String path) {
    for (String step : List.of("/approve", "/activate")) {
      approver
          .asks()
          .contentType("application/json")
          .body(Map.of("why", "blindly"))
          .post(path + step)
          .then()
          .statusCode(409);
    }
  }

  /** Each file in place of one of another rule, since to check a ruleset takes seconds. */
  private void checksTellAll(List<Hostile> drafts) {
    List<Hostile> left = new ArrayList<>(drafts);
    while (!left.isEmpty()) {
      Map<String, String> files = new TreeMap<>();
      Iterator<Hostile> next = left.iterator();
      for (String path : inForce.texts().keySet()) {
        if (path.endsWith(".drl") && next.hasNext()) {
          Hostile hostile = next.next();
          String stem = path.substring(0, path.length() - ".drl".length());
          files.put(
              stem + hostile.place().substring(HostileFiles.RULE.length()), text(hostile).get());
          next.remove();
        }
      }
      Response drafted = draft(files);
      assertThat(drafted.statusCode()).isEqualTo(201);
      Response checked = check(drafted.header("Location"));
      assertThat((boolean) checked.path("fit")).isFalse();
      assertThat(checked.<List<String>>path("problems.code")).allMatch(code -> code.contains("."));
      List<String> told = checked.path("problems.file");
      assertThat(told.stream().map(path -> path.substring(0, path.indexOf('.'))))
          .containsAll(files.keySet().stream().map(f -> f.substring(0, f.indexOf('.'))).toList());
      staysADraft(drafted.header("Location"));
    }
  }

  private Response check(String path) {
    Response checked =
        editor.asks().contentType("application/json").body("{}").post(path + "/check");
    assertThat(checked.statusCode()).as(checked.asString()).isEqualTo(200);
    return checked;
  }

  private static String judge() {
    return given()
        .contentType("application/json")
        .body(Sample.of("hostile").bytes())
        .post("/assessments")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** States of the newest rulesets, by id. */
  private static Map<Integer, String> states() {
    Response page = given().get("/rulesets?size=500");
    List<Integer> ids = page.path("items.id");
    List<String> states = page.path("items.state");
    Map<Integer, String> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), states.get(i));
    }
    return byId;
  }
}
