package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * As an editor would who is new to it: one weight is changed by file, over REST and in a
 * spreadsheet, measured, published by another person, and taken back.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Tag("long") // run by mvn -Pfaults verify
class TuningWalkIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RULE = "independence.second-origin";
  private static final String CARD = "independence/second-origin.yaml";
  private static final String WAS = "weight: {value: 5, limits: [0, 10]}";
  private static final String IS = "weight: {value: 9, limits: [0, 10]}";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Its words need escaping in a path, as those of editors do. */
  private static final String WHY = "/rulesets?why=Two%20origins%20say%20more";

  @TempDir Path directory;

  /** Where a claim stands, as an impact and an assessment tell it. */
  private record Standing(int score, int evidence, String grade) {
    static Standing of(JsonNode node) {
      return new Standing(
          node.get("score").asInt(), node.get("evidence").asInt(), node.get("grade").asText());
    }
  }

  @Test
  void oneWeightIsChangedByEachWayPublishedAndTakenBack() throws Exception {
    CopiedRules served = CopiedRules.into(directory.resolve("served"));
    CopiedRules edited = CopiedRules.into(directory.resolve("rules"));
    Map<String, String> environment =
        Map.of(
            "BILAN_HOME",
            directory.resolve("home").toString(),
            "BILAN_RULES",
            served.folder().toString());
    String shipped;
    try (PackagedServer server = PackagedServer.launch(environment).started()) {
      Client admin = Client.of(server);
      Client editor = admin.add("ana", "editor");
      Client approver = admin.add("ben", "approver");
      List<Path> seeds = seeds();
      for (Path seed : seeds) {
        byte[] dossier = Files.readAllBytes(seed);
        assertThat(admin.send("PUT", "/dossiers/" + id(seed), dossier).statusCode()).isEqualTo(201);
      }
      TreeMap<String, String> before = assessments(admin, seeds);
      shipped = admin.json("/rules").get("ruleset").asText();

      // By file: the command line tells the revision, and what the seeds become.
      edited.edit(CARD, WAS, IS);
      String tuned = checked(edited);
      assertThat(tuned).isNotEqualTo(shipped);
      List<String> byFile = scored(edited, seeds);

      // Over REST, by a spreadsheet, by its CSV, by a folder in a ZIP archive: each time the same
      // ruleset, to the byte, which is kept once.
      JsonNode draft =
          editor.done(
              "/rulesets",
              Map.of(
                  "why",
                  "Two origins say more",
                  "changes",
                  List.of(Map.of("rule", RULE, "number", "weight", "value", 9))));
      assertThat(draft.get("revision").asText()).isEqualTo(tuned);
      assertThat(draft.at("/changes/numbers")).hasSize(1);
      assertThat(draft.at("/changes/numbers/0/before").asInt()).isEqualTo(5);
      assertThat(draft.at("/changes/numbers/0/after").asInt()).isEqualTo(9);
      String path = "/rulesets/" + draft.get("id");
      byte[] sheet = editor.get("/rulesets/" + shipped + "/cards.xlsx").body();
      byte[] csv = editor.get("/rulesets/" + shipped + "/cards.csv").body();
      known(draft, editor.send("POST", WHY, XLSX, withWeight(sheet)));
      known(draft, editor.send("POST", WHY, "text/csv", withWeightInCsv(csv)));
      known(draft, editor.send("POST", WHY, "application/zip", zipped(edited)));
      known(
          draft,
          editor.post("/rulesets", Map.of("why", "A card", "files", card(edited.read(CARD)))));

      // What it would do.
      assertThat(editor.done(path + "/check", Map.of()).get("fit").asBoolean()).isTrue();
      JsonNode impact = editor.done(path + "/impact", Map.of());
      assertThat(approver.done(path + "/impact", Map.of())).isEqualTo(impact);
      assertThat(impact.get("before").asText()).isEqualTo(shipped);
      assertThat(impact.get("after").asText()).isEqualTo(tuned);
      assertThat(impact.get("dossiers").asInt()).isEqualTo(seeds.size());
      assertThat(impact.get("changed").asInt())
          .isPositive()
          .isLessThan(impact.get("claims").asInt());
      assertThat(impact.get("movers")).hasSize(impact.get("changed").asInt());
      assertThat(impactByFile(served, edited, seeds)).isEqualTo(impact);

      // Published by somebody else, it does just that, and what the file promised.
      approver.done(path + "/approve", Map.of("why", "It is what the manual says"));
      assertThat(assessments(admin, seeds)).isEqualTo(before);
      approver.done(path + "/activate", Map.of("why", "From today on"));
      TreeMap<String, String> after = assessments(admin, seeds);
      assertMovedAsPromised(before, after, impact);
      assertThat(after.values()).containsExactlyElementsOf(byFile);

      // Taken back, all is as it was.
      approver.done("/rulesets/" + shipped + "/rollback", Map.of("why", "Too bold"));
      assertThat(assessments(admin, seeds)).isEqualTo(before);

      // By the file in the folder that the service reads: the same again.
      served.edit(CARD, WAS, IS);
      Client.eventually(PATIENCE, () -> admin.json("/rules").get("ruleset").asText().equals(tuned));
      assertThat(assessments(admin, seeds)).isEqualTo(after);
      approver.done("/rulesets/" + shipped + "/rollback", Map.of("why", "Not like this"));
      assertThat(assessments(admin, seeds)).isEqualTo(before);

      assertHistory(admin, shipped, tuned);
    }
    // The folder still has the change; it has not changed since that was taken back.
    try (PackagedServer server = PackagedServer.launch(environment).started()) {
      assertThat(Client.of(server).json("/rules").get("ruleset").asText()).isEqualTo(shipped);
    }
  }

  private static void assertMovedAsPromised(
      Map<String, String> before, Map<String, String> after, JsonNode impact) throws IOException {
    Map<String, Standing> expected = standings(before);
    for (JsonNode mover : impact.get("movers")) {
      String claim = mover.get("incident").asText() + " " + mover.get("claim").asText();
      assertThat(Standing.of(mover.get("before"))).isEqualTo(expected.get(claim));
      assertThat(mover.get("findings").findValuesAsText("rule")).containsOnly(RULE);
      expected.put(claim, Standing.of(mover.get("after")));
    }
    assertThat(standings(after)).isEqualTo(expected);
  }

  private static void assertHistory(Client admin, String shipped, String tuned) throws Exception {
    JsonNode of = admin.json("/rulesets/" + tuned);
    assertThat(steps(of))
        .containsExactly(
            "draft ana: Two origins say more",
            "checked ana: All files are fit, and all cases hold.",
            "approved ben: It is what the manual says",
            "in-force ben: From today on",
            "retired ben: Too bold",
            "in-force bilan: The rules folder has it.",
            "retired ben: Not like this");
    assertThat(steps(admin.json("/rulesets/" + shipped)))
        .containsExactly(
            "in-force bilan: The rules folder has it.",
            "retired ben: From today on",
            "in-force ben: Too bold",
            "retired bilan: The rules folder has it.",
            "in-force ben: Not like this");
    List<Instant> times = new ArrayList<>();
    of.get("steps").forEach(step -> times.add(Instant.parse(step.get("at").asText())));
    assertThat(times).isSorted();

    List<String> deeds = new ArrayList<>();
    for (JsonNode entry : admin.json("/ledger?object=ruleset:" + tuned).get("items")) {
      deeds.add(0, entry.get("action").asText() + " " + entry.at("/actor/name").asText());
    }
    assertThat(deeds)
        .containsExactly(
            "ruleset-drafted ana",
            "ruleset-checked ana",
            "ruleset-approved ben",
            "ruleset-in-force ben",
            "ruleset-retired ben",
            "ruleset-in-force bilan",
            "ruleset-retired ben");
    assertThat(admin.json("/ledger/verification").get("faults")).isEmpty();
  }

  private static List<String> steps(JsonNode ruleset) {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : ruleset.get("steps")) {
      steps.add(
          "%s %s: %s"
              .formatted(
                  step.get("state").asText(), step.get("by").asText(), step.get("why").asText()));
    }
    return steps;
  }

  /** The same content is not kept twice: it is told where it is. */
  private static void known(JsonNode draft, HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(409);
    assertThat(Client.json(answer).get("detail").asText())
        .isEqualTo("Ruleset %s has the same content; it is draft.".formatted(draft.get("id")));
  }

  private static Map<String, String> card(String text) {
    return Map.of(CARD, text);
  }

  /** What the command check calls a folder that is fit. */
  private static String checked(CopiedRules rules) throws Exception {
    PackagedServer.Ended check =
        PackagedServer.run(Map.of(), "check", "--rules", rules.folder().toString());
    assertThat(check.code()).as(check.output()).isZero();
    Matcher revision = Pattern.compile("revision +([0-9a-f]{64})").matcher(check.output());
    assertThat(revision.find()).as(check.output()).isTrue();
    return revision.group(1);
  }

  /** The seeds' assessments by a folder, in the order of the seeds. */
  private static List<String> scored(CopiedRules rules, List<Path> seeds) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("score", "--rules", rules.folder().toString(), "--format", "jsonl"));
    seeds.forEach(seed -> command.add(seed.toString()));
    PackagedServer.Ended score = PackagedServer.run(Map.of(), command.toArray(new String[0]));
    assertThat(score.code()).as(score.output()).isZero();
    return score.output().lines().toList();
  }

  private static JsonNode impactByFile(CopiedRules base, CopiedRules rules, List<Path> seeds)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "impact",
                "--format",
                "json",
                "--base",
                base.folder().toString(),
                "--rules",
                rules.folder().toString(),
                "--archive"));
    seeds.forEach(seed -> command.add(seed.toString()));
    PackagedServer.Ended impact = PackagedServer.run(Map.of(), command.toArray(new String[0]));
    assertThat(impact.code()).as(impact.output()).isZero();
    return new JsonMapper().readTree(impact.output());
  }

  /** In the order of their incidents' ids. */
  private static List<Path> seeds() throws IOException {
    TreeMap<String, Path> seeds = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        seeds.put(id(file), file);
      }
    }
    assertThat(seeds).hasSize(6);
    return List.copyOf(seeds.values());
  }

  private static String id(Path dossier) throws IOException {
    return Client.JSON.readTree(dossier.toFile()).at("/incident/id").asText();
  }

  /** The assessments in force, by incident. */
  private static TreeMap<String, String> assessments(Client client, List<Path> seeds)
      throws Exception {
    TreeMap<String, String> assessments = new TreeMap<>();
    for (Path seed : seeds) {
      HttpResponse<byte[]> answer = client.get("/dossiers/" + id(seed) + "/assessment");
      assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(200);
      assessments.put(id(seed), Client.text(answer));
    }
    return assessments;
  }

  private static Map<String, Standing> standings(Map<String, String> assessments)
      throws IOException {
    Map<String, Standing> standings = new TreeMap<>();
    for (Map.Entry<String, String> assessment : assessments.entrySet()) {
      for (JsonNode claim : Client.JSON.readTree(assessment.getValue()).get("claims")) {
        standings.put(assessment.getKey() + " " + claim.get("claim").asText(), Standing.of(claim));
      }
    }
    return standings;
  }

  /** A folder as somebody packs it: all that is in it, under its name. */
  private static byte[] zipped(CopiedRules rules) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(rules.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(
            "rules/" + rules.folder().relativize(file).toString().replace('\\', '/'),
            Files.readAllBytes(file));
      }
    }
    assertThat(entries).containsKey("rules/README.md");
    return zip(entries);
  }

  private static byte[] withWeightInCsv(byte[] csv) {
    String text = new String(csv, StandardCharsets.UTF_8);
    String row = "\n" + RULE + ",weight,";
    assertThat(text).containsOnlyOnce(row + "5,");
    return text.replace(row + "5,", row + "9,").getBytes(StandardCharsets.UTF_8);
  }

  /** The spreadsheet with another value in one cell, and all else as it was. */
  private static byte[] withWeight(byte[] xlsx) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(xlsx)).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
      }
    }
    List<String> texts = new ArrayList<>();
    Matcher text =
        Pattern.compile("(?s)<si>.*?<t[^>]*>(.*?)</t></si>")
            .matcher(new String(parts.get("xl/sharedStrings.xml"), StandardCharsets.UTF_8));
    while (text.find()) {
      texts.add(text.group(1));
    }
    String name = "xl/worksheets/sheet1.xml";
    String cells = new String(parts.get(name), StandardCharsets.UTF_8);
    Matcher weight =
        Pattern.compile(
                "(<c r=\"A(\\d+)\"[^>]*><v>%d</v></c><c r=\"B\\2\"[^>]*><v>%d</v></c><c r=\"C\\2\"[^>]*><v>)5<"
                    .formatted(texts.indexOf(RULE), texts.indexOf("weight")))
            .matcher(cells);
    assertThat(weight.find()).as("a cell for the weight").isTrue();
    parts.put(
        name,
        new StringBuilder(cells)
            .replace(weight.end(1), weight.end(), "9<")
            .toString()
            .getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
