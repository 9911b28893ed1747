package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bilan.archive.Archive;
import org.bilan.archive.Lists;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredAssessment;
import org.bilan.assess.Following;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.cli.BilanCommand;
import org.bilan.dossier.DossierReader;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetDifference;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.tuning.RulesetZip;
import org.bilan.tuning.TuningJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor changes a number, and another person publishes it. */
@QuarkusTest
class TuningTest {

  private static final String RULE = "independence.second-origin";

  @Inject Rulesets rulesets;
  @Inject Following following;
  @Inject Archive archive;
  @Inject Lists lists;

  private Someone editor;
  private Someone approver;

  @BeforeEach
  void logIn() throws Exception {
    putBack();
    editor = Someone.with(Role.EDITOR);
    approver = Someone.with(Role.APPROVER, Role.EDITOR);
  }

  @AfterEach
  void putBack() throws Exception {
    RulesetFiles shipped = RulesetFiles.read(Path.of("rules"));
    if (!rulesets.revisionInForce().orElseThrow().equals(shipped.revision())) {
      long id = rulesets.find(shipped.revision()).get(0).id();
      rulesets.rollBack(id, Actor.SERVICE, "For other tests");
    }
    following.follow();
  }

  private static Response send(RequestSpecification who, String path, Object body) {
    return who.contentType("application/json").body(body).post(path);
  }

  private static Map<String, Object> change(String rule, String number, Object value) {
    return Map.of("rule", rule, "number", number, "value", value);
  }

  /** The weight, within its limits, that no draft had yet: contents are kept once. */
  private Response draft() {
    Response card = given().get("/rules/" + RULE);
    int least = card.path("weight.least");
    int most = card.path("weight.most");
    Response drafted = null;
    for (int second = 3; second <= 9; second++) { // 12 is what it is
      for (int value = least; value <= most; value++) {
        drafted =
            send(
                editor.asks(),
                "/rulesets",
                Map.of(
                    "why",
                    "Two origins say more than we thought",
                    "changes",
                    List.of(
                        change(RULE, "weight", value),
                        change("ruleset", "caps.independence", 10 + second))));
        if (drafted.statusCode() == 201) {
          return drafted;
        }
        assertThat(drafted.statusCode()).isEqualTo(409);
      }
    }
    throw new AssertionError(drafted.asString());
  }

  /** What somebody is told that they may do now. */
  private static void may(RequestSpecification who, String path, Object... steps) {
    who.get(path).then().statusCode(200).body("may", equalTo(List.of(steps)));
  }

  @Test
  void aChangeIsDraftedCheckedMeasuredApprovedActivatedAndRolledBack() throws Exception {
    given().delete("/dossiers/tuned");
    String former = given().get("/rules").path("ruleset");
    given()
        .contentType("application/json")
        .body(Sample.of("tuned").bytes())
        .put("/dossiers/tuned")
        .then()
        .statusCode(201);
    int before = rulesets.inForce().orElseThrow().steps().size();
    long formerId = rulesets.inForce().orElseThrow().id();

    Response drafted = draft();
    drafted
        .then()
        .body("state", equalTo("draft"))
        .body("author", equalTo(editor.name()))
        .body("may", contains("check"));
    String path = drafted.header("Location");
    String revision = drafted.path("revision");
    assertThat((List<String>) drafted.path("changes.numbers.rule")).contains("ruleset");
    assertThat((List<String>) drafted.path("changes.files.path")).contains("ruleset.yaml");

    // Not before it is checked, and not by its author.
    send(approver.asks(), path + "/approve", Map.of("why", "looks right")).then().statusCode(409);
    send(approver.asks(), path + "/activate", Map.of("why", "looks right")).then().statusCode(409);
    send(editor.asks(), path + "/check", Map.of())
        .then()
        .statusCode(200)
        .body("fit", equalTo(true))
        .body("problems", hasSize(0));
    Response impact = send(editor.asks(), path + "/impact", Map.of("sample", 500));
    impact
        .then()
        .statusCode(200)
        .body("before", equalTo(former))
        .body("after", equalTo(revision))
        .body("dossiers", org.hamcrest.Matchers.greaterThan(0));
    given().get("/rules").then().body("ruleset", equalTo(former));
    may(editor.asks(), path);
    may(Someone.bearing(approver.token()), path);
    may(approver.asks(), path, "approve");
    send(editor.asks(), path + "/approve", Map.of("why", "mine")).then().statusCode(403);
    send(Someone.bearing(approver.token()), path + "/approve", Map.of("why", "by a program"))
        .then()
        .statusCode(403)
        .body("detail", containsString("A token approves nothing"));
    send(approver.asks(), path + "/approve", Map.of("why", "looks right"))
        .then()
        .statusCode(200)
        .body("state", equalTo("approved"));
    may(editor.asks(), path);
    may(approver.asks(), path, "activate");
    send(approver.asks(), path + "/activate", Map.of("why", "from today on"))
        .then()
        .statusCode(200)
        .body("state", equalTo("in-force"));
    given().get("/rules").then().body("ruleset", equalTo(revision));
    given().get("/dossiers/tuned/assessment").then().body("ruleset", equalTo(revision));
    given().get("/rulesets/" + former).then().body("state", equalTo("retired"));

    may(approver.asks(), path);
    may(editor.asks(), "/rulesets/" + formerId);
    may(approver.asks(), "/rulesets/" + formerId, "rollback");
    send(approver.asks(), "/rulesets/" + formerId + "/rollback", Map.of("why", "too bold"))
        .then()
        .statusCode(200)
        .body("state", equalTo("in-force"));
    given().get("/rules").then().body("ruleset", equalTo(former));
    given()
        .get(path)
        .then()
        .body(
            "steps.state", equalTo(List.of("draft", "checked", "approved", "in-force", "retired")))
        .body("steps[2].by", equalTo(approver.name()))
        .body("steps[4].why", equalTo("too bold"));
    assertThat(rulesets.inForce().orElseThrow().steps()).hasSize(before + 2);
    given()
        .get("/ledger?object=ruleset:" + revision)
        .then()
        .body(
            "items.action",
            equalTo(
                List.of(
                    "ruleset-retired",
                    "ruleset-in-force",
                    "ruleset-approved",
                    "ruleset-checked",
                    "ruleset-drafted")));

    // Whatever has judged can judge again, to the same bytes.
    for (StoredAssessment stored : archive.history("tuned", 0, 10).orElseThrow().items()) {
      try (Ruleset again = Ruleset.of(rulesets.files(stored.revision()).orElseThrow())) {
        assertThat(
                AssessmentJson.write(
                    again.judge(DossierReader.read(Sample.of("tuned").bytes()), Language.EN)))
            .isEqualTo(stored.document());
      }
    }
    assertThat(archive.history("tuned", 0, 10).orElseThrow().items()).hasSize(2);
  }

  @Test
  void ofTwoDraftsOfOneRulesetOneReplacesIt() {
    String one = draft().header("Location");
    String two = draft().header("Location");
    for (String path : List.of(one, two)) {
      send(editor.asks(), path + "/check", Map.of()).then().body("fit", equalTo(true));
      send(approver.asks(), path + "/approve", Map.of("why", "looks right")).then().statusCode(200);
    }
    may(approver.asks(), two, "activate");
    send(approver.asks(), one + "/activate", Map.of("why", "first")).then().statusCode(200);
    may(approver.asks(), two); // its base is no longer in force
    send(approver.asks(), two + "/activate", Map.of("why", "second"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:bilan:problem:base-replaced"))
        .body("detail", containsString("would undo what came between"));
  }

  /** Another service of the archive has put something in force that this one has not seen yet. */
  @Test
  void aDraftKnowsWhatItWasMadeFrom() throws Exception {
    long former = rulesets.inForce().orElseThrow().id();
    Map<String, String> others = files("0");
    others.merge("ruleset.yaml", "\n# " + System.nanoTime() + "\n", String::concat);
    rulesets.deploy(RulesetFiles.of(others), "Of another service", true, Actor.SERVICE);
    Response drafted = draft();
    drafted.then().body("base", equalTo((int) former));
    String path = drafted.header("Location");
    send(editor.asks(), path + "/check", Map.of()).then().body("fit", equalTo(true));
    send(approver.asks(), path + "/approve", Map.of("why", "looks right")).then().statusCode(200);
    send(approver.asks(), path + "/activate", Map.of("why", "at once"))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:bilan:problem:base-replaced"))
        .body("detail", containsString("would undo what came between"));
  }

  /** What was drafted and overtaken can be wished again, and has to be agreed to again. */
  @Test
  void anOvertakenDraftIsDraftedAnew() {
    Response overtaken = draft();
    String path = overtaken.header("Location");
    send(editor.asks(), path + "/check", Map.of()).then().body("fit", equalTo(true));
    Response other = draft();
    String replacing = other.header("Location");
    send(editor.asks(), replacing + "/check", Map.of()).then().body("fit", equalTo(true));
    send(approver.asks(), replacing + "/approve", Map.of("why", "right")).then().statusCode(200);
    send(approver.asks(), replacing + "/activate", Map.of("why", "now")).then().statusCode(200);

    Map<List<Object>, Object> wanted = new HashMap<>();
    for (Map<String, Object> number : other.<List<Map<String, Object>>>path("changes.numbers")) {
      wanted.put(List.of(number.get("rule"), number.get("number")), number.get("before"));
    }
    for (Map<String, Object> number :
        overtaken.<List<Map<String, Object>>>path("changes.numbers")) {
      wanted.put(List.of(number.get("rule"), number.get("number")), number.get("after"));
    }
    Map<String, Object> body =
        Map.of(
            "why",
            "We want it all the same",
            "changes",
            wanted.entrySet().stream()
                .map(
                    w ->
                        change(
                            w.getKey().get(0).toString(),
                            w.getKey().get(1).toString(),
                            w.getValue()))
                .toList());
    Response anew = send(approver.asks(), "/rulesets", body);
    anew.then()
        .statusCode(201)
        .body("id", equalTo(overtaken.<Integer>path("id")))
        .body("base", equalTo(other.<Integer>path("id")))
        .body("author", equalTo(approver.name()))
        .body("state", equalTo("draft"));
    send(editor.asks(), "/rulesets", body).then().statusCode(409);
    send(editor.asks(), path + "/check", Map.of()).then().body("fit", equalTo(true));
    // Who drafted it anew is its author now.
    send(approver.asks(), path + "/approve", Map.of("why", "mine")).then().statusCode(403);
    Someone third = Someone.with(Role.APPROVER);
    send(third.asks(), path + "/approve", Map.of("why", "looks right")).then().statusCode(200);
    send(third.asks(), path + "/activate", Map.of("why", "at last"))
        .then()
        .statusCode(200)
        .body("state", equalTo("in-force"));
  }

  /** Else what came between would be undone by who did not know of it. */
  @Test
  void whatWasChangedSinceIsNotUndoneUnseen() throws Exception {
    String shipped = given().get("/rules").path("ruleset");
    String csv = given().get("/rulesets/" + shipped + "/cards.csv").asString();
    Response other = draft();
    String path = other.header("Location");
    send(editor.asks(), path + "/check", Map.of()).then().body("fit", equalTo(true));
    send(approver.asks(), path + "/approve", Map.of("why", "right")).then().statusCode(200);
    send(approver.asks(), path + "/activate", Map.of("why", "now")).then().statusCode(200);
    Map<String, Object> cap =
        other.<List<Map<String, Object>>>path("changes.numbers").stream()
            .filter(number -> number.get("rule").equals("ruleset"))
            .findFirst()
            .orElseThrow();
    String row = cap.get("rule") + "," + cap.get("number") + ",";
    String edited = csv.replace(row + cap.get("before") + ",", row + 8 + ",");
    assertThat(edited).isNotEqualTo(csv);
    sheet("text/csv", edited.getBytes("UTF-8"))
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("number.changed-since")))
        .body("problems[0].found", containsString(cap.get("number") + ": " + cap.get("before")));
    Map<String, String> files =
        Map.of("ruleset.yaml", files("0").get("ruleset.yaml") + "# " + System.nanoTime());
    for (String base : List.of(shipped, given().get("/rulesets/" + shipped).path("id") + "")) {
      send(
              editor.asks(),
              "/rulesets",
              Map.of("why", "Of an older one", "files", files, "base", base))
          .then()
          .statusCode(409)
          .body("type", equalTo("urn:bilan:problem:base-replaced"))
          .body("detail", containsString("not in force any more"));
    }
    send(
            editor.asks(),
            "/rulesets",
            Map.of("why", "Of this one", "files", files, "base", other.path("revision")))
        .then()
        .statusCode(201);
  }

  @Test
  void reasonsAreTextThatEverybodyCanRead() {
    for (String why : List.of("half \ud800 a character", "clear \u009b2J the screen", "a\nb c d")) {
      editor
          .asks()
          .contentType("application/json")
          .body(Map.of("why", why, "changes", List.of(change(RULE, "weight", 6))))
          .post("/rulesets")
          .then()
          .statusCode(422)
          .body("problems.pointer", equalTo(List.of("/why")));
    }
  }

  @Test
  void allThatIsWrongWithChangesIsTold() {
    send(
            editor.asks(),
            "/rulesets",
            Map.of(
                "why",
                "x",
                "changes",
                List.of(
                    change(RULE, "weight", 1_000),
                    change(RULE, "wieght", 1),
                    change("independence.secnd-origin", "weight", 1),
                    change(RULE, "weight", "many"),
                    Map.of("rule", RULE, "number", "weight"),
                    Map.of("rule", RULE, "number", "weight", "value", 1, "vlaue", 2))))
        .then()
        .statusCode(422)
        .body("problems.code", hasItem("number.outside-limits"))
        .body("problems.code", hasItem("number.unknown"))
        .body("problems.code", hasItem("rule.unknown"))
        .body("problems.code", hasItem("field.number"))
        .body("problems.code", hasItem("field.missing"))
        .body("problems.code", hasItem("field.unknown"))
        .body("problems.code", hasItem("number.twice"))
        .body("problems.pointer", hasItem("/why"))
        .body("problems.pointer", hasItem("/changes/0/value"))
        .body("problems.pointer", hasItem("/changes/5/vlaue"))
        .body("problems.advice", hasItem(containsString("independence.second-origin")));
  }

  @Test
  void aDraftThatIsNotFitStaysADraft() {
    String card = files("0").get("independence/second-origin.yaml");
    Response drafted =
        send(
            editor.asks(),
            "/rulesets",
            Map.of(
                "why",
                "A card by hand",
                "files",
                Map.of(
                    "independence/second-origin.yaml",
                    card.replace("sentence:", "sentense: # " + System.nanoTime()))));
    drafted.then().statusCode(201);
    String path = drafted.header("Location");
    send(editor.asks(), path + "/check", Map.of())
        .then()
        .statusCode(200)
        .body("fit", equalTo(false))
        .body("problems.code", hasItem("key.unknown"))
        .body("problems.file", hasItem("independence/second-origin.yaml"));
    given().get(path).then().body("state", equalTo("draft"));
    send(editor.asks(), path + "/impact", Map.of()).then().statusCode(409);
    send(approver.asks(), path + "/approve", Map.of("why", "blindly")).then().statusCode(409);
  }

  private static Map<String, String> files(String ignored) {
    String revision = given().get("/rules").path("ruleset");
    return new HashMap<>(
        given().get("/rulesets/" + revision + "/files").then().extract().as(Map.class));
  }

  @Test
  void questionsAreNotTaken() throws Exception {
    Map<String, String> all = files("0");
    String path = "independence/second-origin.drl";
    String question = all.get(path) + "\n// else\n";
    send(
            editor.asks(),
            "/rulesets",
            Map.of("why", "A question by hand", "files", Map.of(path, question)))
        .then()
        .statusCode(403)
        .body("detail", containsString("rules folder"))
        .body("detail", containsString(path));
    send(
            editor.asks(),
            "/rulesets",
            Map.of(
                "why",
                "A new question by hand",
                "files",
                Map.of("independence/new.drl", question, "independence/new.yaml", "x")))
        .then()
        .statusCode(403)
        .body("detail", containsString("independence/new.drl"));
    all.put(path, question);
    zip(RulesetZip.write(RulesetFiles.of(all))).then().statusCode(403);
  }

  private Response zip(byte[] zip) {
    return editor
        .asks()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(
                            "application/zip", io.restassured.http.ContentType.BINARY)))
        .header("Content-Type", "application/zip")
        .body(zip)
        .post("/rulesets?why=From%20a%20folder");
  }

  @Test
  void anArchiveIsTakenAndGivenBack() throws Exception {
    Map<String, String> all = files("0");
    String settings = all.get("ruleset.yaml") + "\n# " + System.nanoTime() + "\n";
    all.put("ruleset.yaml", settings);
    Map<String, String> packed = new HashMap<>(all);
    // What lies in the folder, too.
    packed.put("README.md", "For people");
    packed.put("toll/.DS_Store", "For a computer");
    Response drafted = zip(RulesetZip.write(RulesetFiles.of(packed)));
    drafted.then().statusCode(201).body("origin", equalTo("zip"));
    assertThat((String) drafted.path("revision")).isEqualTo(RulesetFiles.of(all).revision());
    given()
        .header("Accept", "")
        .get(drafted.header("Location") + "/files")
        .then()
        .statusCode(200)
        .contentType("application/json");
    byte[] back =
        given().accept("application/zip").get(drafted.header("Location") + "/files").asByteArray();
    Map<String, String> texts = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(back))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        texts.put(entry.getName(), new String(in.readAllBytes(), "UTF-8"));
      }
    }
    assertThat(texts).isEqualTo(all);
    // The same once more is nothing new.
    zip(back).then().statusCode(409);
  }

  /** By REST and by both kinds of sheet: one change, one revision, one impact. */
  @Test
  void aSheetMakesTheSameDraftAsAChange() throws Exception {
    String inForce = given().get("/rules").path("ruleset");
    Response changed = draft();
    String csv = given().get("/rulesets/" + inForce + "/cards.csv").asString();
    String edited = csv;
    for (Map<String, Object> number : changed.<List<Map<String, Object>>>path("changes.numbers")) {
      String row = number.get("rule") + "," + number.get("number") + ",";
      assertThat(edited).contains(row + number.get("before") + ",");
      edited = edited.replace(row + number.get("before") + ",", row + number.get("after") + ",");
    }
    Response same = sheet("text/csv", edited.getBytes("UTF-8"));
    // The same content is there already: the sheet says what the change said.
    same.then()
        .statusCode(409)
        .body("type", equalTo("urn:bilan:problem:known-ruleset"))
        .body("detail", containsString("Ruleset " + changed.path("id") + " has the same content"));
    sheet("text/csv", csv.getBytes("UTF-8"))
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("sheet.unchanged")));
    sheet("text/csv", csv.replaceFirst(",decibans,", ",pounds,").getBytes("UTF-8"))
        .then()
        .statusCode(422)
        .body("problems.code", hasItem("cell.not-editable"))
        .body("problems[0].pointer", containsString("row "));
    byte[] xlsx = given().get("/rulesets/" + inForce + "/cards.xlsx").asByteArray();
    sheet("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx)
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("sheet.unchanged")));
  }

  private Response sheet(String type, byte[] sheet) {
    return editor
        .asks()
        .config(
            io.restassured.RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(type, io.restassured.http.ContentType.BINARY)))
        .header("Content-Type", type)
        .body(sheet)
        .post("/rulesets?why=From%20a%20sheet");
  }

  @Test
  void theFolderIsReadAgainWhenAnOperatorSaysSo() {
    send(Someone.with(Role.OPERATOR).asks(), "/rulesets/reload", Map.of())
        .then()
        .statusCode(200)
        .body("fit", equalTo(true));
    given()
        .get("/q/health/ready")
        .then()
        .body(
            "checks.find { it.name == 'ruleset' }.data.revision",
            org.hamcrest.Matchers.notNullValue());
  }

  /** By REST and by the command line: one change, one difference, one impact. */
  @Test
  void theCommandsTellTheSameAsTheService(@TempDir Path folder) throws Exception {
    String id = "tuned-by-both-doors";
    String seed =
        Files.readString(Path.of("seeds/amasrakad.json"))
            .replace("\"ml-2024-03-17-amasrakad\"", "\"" + id + "\"");
    given().contentType("application/json").body(seed).put("/dossiers/" + id);
    try {
      Response drafted = draft();
      String path = drafted.header("Location");
      Response told =
          send(
              Someone.with(Role.EDITOR, Role.CONFIDANT).asks(),
              path + "/impact",
              Map.of("sample", 100));
      told.then().statusCode(200);
      assertThat((Integer) told.path("changed")).isPositive();
      RulesetFiles before = rulesets.files(told.path("before")).orElseThrow();
      RulesetFiles after = rulesets.files(told.path("after")).orElseThrow();

      Path out = folder.resolve("impact.json");
      List<String> command =
          List.of(
              "impact",
              "--base",
              write(before, folder.resolve("before")),
              "--rules",
              write(after, folder.resolve("after")),
              "--archive",
              sample(100, folder.resolve("archive.jsonl")),
              "--format",
              "json",
              "--out",
              out.toString());
      assertThat(BilanCommand.commandLine().execute(command.toArray(String[]::new))).isZero();
      // The service judges a sample of more dossiers than the file holds.
      String byService = told.asString();
      String byCommand = Files.readString(out);
      int judged = told.path("dossiers");
      assertThat(byCommand)
          .isEqualTo(
              byService.replace(",\"of\":" + told.path("of") + ",", ",\"of\":" + judged + ",")
                  + "\n");
      assertThat(TuningJson.write(RulesetDifference.between(before, after)))
          .asString(StandardCharsets.UTF_8)
          .isEqualTo(new JsonMapper().readTree(drafted.asString()).get("changes").toString());
    } finally {
      given().delete("/dossiers/" + id);
    }
  }

  private static String write(RulesetFiles files, Path folder) throws Exception {
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder.toString();
  }

  /** The dossiers that the service judges for an impact, in a file. */
  private String sample(int most, Path file) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String incident : lists.sample(most)) {
      all.append(new JsonMapper().readTree(archive.get(incident).orElseThrow().document()));
      all.append('\n');
    }
    return Files.writeString(file, all).toString();
  }
}
