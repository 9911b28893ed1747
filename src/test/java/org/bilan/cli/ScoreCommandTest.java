package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

  private static final String SEED = "seeds/amasrakad.json";

  private static Ruleset ruleset;

  @TempDir private Path folder;

  @BeforeAll
  static void load() throws Exception {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void aSeedIsShownToAPerson() {
    Cli run = Cli.run("score", SEED);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text())
        .contains("Drone strikes at Amasrakad", "civilians-14", "/100", "revision", "Toll: ");
  }

  @Test
  void aLineForAMachineIsTheAssessmentToTheByte() throws IOException {
    Cli run = Cli.run("score", "--format", "jsonl", SEED, "seeds/mahou.json");
    assertThat(run.code()).isZero();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(AssessmentJson.write(ruleset.judge(file(SEED), Language.EN)));
    expected.write('\n');
    expected.write(AssessmentJson.write(ruleset.judge(file("seeds/mahou.json"), Language.EN)));
    expected.write('\n');
    assertThat(run.out()).isEqualTo(expected.toByteArray());
  }

  @Test
  void languageAndMomentAreThoseAskedFor() throws IOException {
    Cli run = Cli.run("score", "--format", "jsonl", "--lang", "fr", "--as-of", "2024-03-18", SEED);
    Instant endOfDay = Instant.parse("2024-03-18T23:59:59.999999Z");
    assertThat(run.code()).isZero();
    assertThat(run.text())
        .isEqualTo(line(AssessmentJson.write(ruleset.judge(file(SEED), endOfDay, Language.FR))));
    assertThat(Cli.run("score", "--format", "jsonl", "--lang", "fr-ML", SEED).text())
        .isEqualTo(line(AssessmentJson.write(ruleset.judge(file(SEED), Language.FR))));
  }

  @Test
  void aDateAsMomentTakesNothingOfTheNextDay() throws IOException {
    ObjectNode document = Documents.small();
    Documents.set(document, "/reports/0/publishedAt", "\"2024-03-18\"");
    Documents.set(document, "/reports/1/publishedAt", "\"2024-03-19\"");
    String file = write("dossier.json", document.toString()).toString();
    String[] score = {"score", "--format", "jsonl", file, "--as-of"};
    assertThat(Cli.run(with(score, "2024-03-18")).text()).doesNotContain("\"fighters\"");
    assertThat(Cli.run(with(score, "2024-03-19")).text()).contains("\"fighters\"");
    assertThat(Cli.run("score", "--help").text().replaceAll("\\s+", " "))
        .contains("Reports without a date are always included");
  }

  @Test
  void readsStandardInput() throws IOException {
    Cli run = Cli.run(Files.readAllBytes(Path.of(SEED)), "score", "--format", "jsonl", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Cli.run("score", "--format", "jsonl", SEED).out());
  }

  @Test
  void scoresGoodLinesAndTellsBadOnesByTheirNumber() throws IOException {
    String good = Documents.small().toString();
    String bad = Documents.with("/claims/0/harm", "\"kiled\"").toString();
    Path archive = write("archive.jsonl", good, "{\"incident\":", "", bad, good);
    Cli run = Cli.run("score", "--format", "jsonl", archive.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.text().lines()).hasSize(2).allMatch(line -> line.contains("\"civilians\""));
    assertThat(run.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("archive.jsonl:2: json.syntax"))
        .anyMatch(line -> line.contains("archive.jsonl:4: value.not-allowed at /claims/0/harm"))
        .anyMatch(line -> line.equals("2 of the dossiers could not be judged."));
  }

  @Test
  void aBrokenFirstLineOfStandardInputHidesNoGoodOne() {
    byte[] lines = ("oh no\n" + Documents.small() + "\n").getBytes(StandardCharsets.UTF_8);
    Cli run = Cli.run(lines, "score", "--format", "jsonl", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.text().lines()).hasSize(1);
    assertThat(run.err()).contains("standard input:1: json.syntax");
  }

  @Test
  void aBadFileDoesNotKeepTheNextFromBeingScored() throws IOException {
    Path bad = write("bad.json", "[]");
    Path nothing = write("nothing.json", "");
    Cli run = Cli.run("score", "--format", "jsonl", bad.toString(), nothing.toString(), SEED);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.text().lines()).hasSize(1);
    assertThat(run.err()).contains("bad.json: value.type", "nothing.json: archive.empty");
  }

  @Test
  void allProblemsOfADossierAreTold() throws IOException {
    ObjectNode document = Documents.with("/claims/0/harm", "\"kiled\"");
    Documents.set(document, "/sources/0/kind", "\"inhabitant\"");
    Path file = write("bad.json", document.toPrettyString());
    assertThat(Cli.run("score", file.toString()).err())
        .contains("bad.json: value.not-allowed at /claims/0/harm", "Did you mean \"killed\"?")
        .contains("bad.json: value.not-allowed at /sources/0/kind");
  }

  @Test
  void whatIsWrongDoesNotSteerTheTerminal() throws IOException {
    ObjectNode document = Documents.with("/claims/0/harm", "\"\\u001b[2J\\u202ekiled\\nfine\"");
    Documents.set(document, "/\u001b]0;title\u0007", "1");
    Cli run = Cli.run("score", write("bad.json", document.toPrettyString()).toString());
    assertThat(run.err().lines()).hasSize(3);
    assertThat(run.err()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
  }

  @Test
  void wrongUseIs2AndSaysWhatIsWrong() throws IOException {
    wrong("--formt", "score", "--formt", "jsonl", SEED);
    wrong("--format", "score", "--format", "xml", SEED);
    wrong("FILE", "score");
    wrong("'xx', expected en or fr", "score", "--lang", "xx", SEED);
    wrong("'', expected en or fr", "score", "--lang", "", SEED);
    wrong("'yesterday', expected a date", "score", "--as-of", "yesterday", SEED);
    wrong("'2024-02-30', expected a date", "score", "--as-of", "2024-02-30", SEED);
    wrong("Cannot read nowhere.json: it is not found in ", "score", SEED, "nowhere.json");
    wrong("it is a folder. Name the files in it.", "score", folder.toString());
    wrong("it is a folder. Name a file", "score", "--out", folder.toString(), SEED);
    String nowhere = folder.resolve("nowhere/out").toString();
    wrong("there is no folder " + folder.resolve("nowhere"), "score", "--out", nowhere, SEED);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRulesFolderWithProblemsScoresNothingAndIs1() throws IOException {
    Path rules = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(rules.resolve("ruleset.yaml"), "nam: x\n");
    Cli run = Cli.run("score", "--rules", rules.toString(), SEED);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("Nothing was scored: the rules folder " + rules + " has ")
        .contains("bilan check --rules " + rules)
        .doesNotContain("go live")
        .hasLineCount(1);
  }

  @Test
  void aRulesFolderThatIsNotThereIsWrongUse() throws IOException {
    String nowhere = folder.resolve("rules").toString();
    String file = Files.createFile(folder.resolve("rules.yaml")).toString();
    for (String[] command : new String[][] {{"score", SEED}, {"check"}}) {
      wrong("not found. Check the name.", withRules(command, nowhere));
      wrong("It is named by --rules.", withRules(command, nowhere));
      wrong("it is a file. Name the folder that holds ruleset.yaml.", withRules(command, file));
      assertThat(Cli.run(command[0], "--help").text().replaceAll("\\s+", " "))
          .contains("2 wrong use (also a", "rules folder that is not there)");
    }
  }

  private static String[] withRules(String[] command, String rules) {
    return with(command, "--rules", rules);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void writesTheSameToAFile() throws IOException {
    Path out = Files.writeString(folder.resolve("out.jsonl"), "what was there");
    Cli run = Cli.run("score", "--format", "jsonl", "--out", out.toString(), SEED);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(out).hasBinaryContent(Cli.run("score", "--format", "jsonl", SEED).out());
    assertThat(names()).containsExactly("out.jsonl");
  }

  @Test
  void writesTheFileAlsoWhenSomeLinesAreBad() throws IOException {
    Path archive = write("archive.jsonl", "oh no", Documents.small().toString());
    Path out = folder.resolve("out.jsonl");
    Cli run = Cli.run("score", "--format", "jsonl", "--out", out.toString(), archive.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(Files.readAllLines(out)).hasSize(1);
  }

  @Test
  void aFailureLeavesTheFileAsItWas() throws IOException {
    Path out = Files.writeString(folder.resolve("out.jsonl"), "what was there");
    // The place where the part is written is taken, so that writing fails.
    String part = ".out.jsonl.%d.part".formatted(ProcessHandle.current().pid());
    Path taken = Files.createDirectory(folder.resolve(part));
    Files.createFile(taken.resolve("full"));
    Cli run = Cli.run("score", "--format", "jsonl", "--out", out.toString(), SEED);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("Stopped, since a file failed: ")
        .doesNotContain("\tat ", "Exception");
    assertThat(out).hasContent("what was there");
  }

  @Test
  void whatMayNotBeTouchedIsToldAsSuch() throws IOException {
    Path secret = write("secret.json", "{}");
    assertThat(secret.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(secret), "nothing is forbidden to root");
    wrong("there is no permission to read it", "score", secret.toString());
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Path old = Files.createFile(locked.resolve("old"));
    assertThat(old.toFile().setWritable(false)).isTrue();
    wrong("there is no permission to write to it", "score", "--out", old.toString(), SEED);
    assertThat(locked.toFile().setWritable(false)).isTrue();
    String file = locked.resolve("new").toString();
    wrong("no permission to write in the folder " + locked, "score", "--out", file, SEED);
    assertThat(locked.toFile().setReadable(false)).isTrue();
    wrong("no permission to read the folder", "check", "--rules", locked.toString());
    assertThat(locked.toFile().setReadable(true) && locked.toFile().setWritable(true)).isTrue();
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path out = Files.writeString(folder.resolve("out.jsonl"), "what was there");
    Path link = Files.createSymbolicLink(folder.resolve("link"), out);
    assertThat(Cli.run("score", "--format", "jsonl", "--out", link.toString(), SEED).code())
        .isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(out)).startsWith("{\"incident\":");
  }

  @Test
  void documentsOneAfterAnotherAreToldAsSuch() {
    String one = Documents.small().toPrettyString();
    byte[] two = (one + "\n" + one + "\n").getBytes(StandardCharsets.UTF_8);
    Cli run = Cli.run(two, "score", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines().findFirst().orElseThrow())
        .startsWith("standard input: json.syntax")
        .contains("more after the document's end: { (line " + (one.lines().count() + 1))
        .contains("column 1)", "one dossier a line (JSON Lines), or one JSON document a file.");
  }

  @Test
  void aPlaceInALineDoesNotContradictTheLinesNumber() throws IOException {
    Path archive = write("a.jsonl", Documents.small().toString(), "{\"incident\": nope}");
    assertThat(Cli.run("score", archive.toString()).err())
        .contains("a.jsonl:2: json.syntax", "nope (column 14)")
        .doesNotContain("line 1", "(line");
  }

  @Test
  void checkSaysThatTheShippedRulesAreFit() {
    Cli run = Cli.run("check");
    assertThat(run.code()).isZero();
    assertThat(run.text()).contains("fit to go live", ruleset.revision());
  }

  @Test
  void checkTellsWhatIsNotFit() throws IOException {
    Files.writeString(folder.resolve("ruleset.yaml"), "nam: x\n");
    Cli run = Cli.run("check", "--rules", folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("ruleset.yaml", "not fit to go live");
    assertThat(Cli.run("check", "--rulse", "rules").code()).isEqualTo(2);
    assertThat(Cli.run("check", "rules").code()).isEqualTo(2);
  }

  private void wrong(String told, String... arguments) {
    Cli run = Cli.run(arguments);
    assertThat(run.code()).as(told).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Dossier file(String name) throws IOException {
    return Documents.read(Documents.parse(Files.readString(Path.of(name))));
  }

  private static String line(byte[] json) {
    return new String(json, StandardCharsets.UTF_8) + "\n";
  }
}
