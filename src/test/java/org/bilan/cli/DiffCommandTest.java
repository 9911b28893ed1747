package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.RulesFolder;
import org.bilan.ruleset.RulesetDifference;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.tuning.TuningJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}: what differs between two rules folders. */
class DiffCommandTest {

  private static final String SHIPPED = "rules";

  @TempDir private Path folder;

  private RulesFolder rules(String name) throws IOException {
    return RulesFolder.in(Files.createDirectory(folder.resolve(name)));
  }

  private String small() throws IOException {
    return rules("small").root().toString();
  }

  /** Numbers, also below zero; a file changed otherwise, a rule that went and one that came. */
  private String tuned() throws IOException {
    RulesFolder rules =
        rules("tuned")
            .replace(RulesFolder.CARD, "{value: 5", "{value: 0")
            .replace(RulesFolder.CARD, "value: 2", "value: 3")
            .replace(RulesFolder.SETTINGS, "prior: {value: -4", "prior: {value: -10")
            .replace(RulesFolder.SETTINGS, "toll.open-figure", "toll.vague-figure");
    for (String kind : new String[] {".yaml", ".drl", ".cases.yaml"}) {
      String file = "toll/open-figure" + kind;
      rules
          .write(
              "toll/vague-figure" + kind, rules.read(file).replace("open-figure", "vague-figure"))
          .delete(file);
    }
    return rules.root().toString();
  }

  private static String revision(String rules) throws Exception {
    return RulesetFiles.read(Path.of(rules)).revision().substring(0, 12);
  }

  @Test
  void aPersonIsToldNumbersAndOtherChanges() throws Exception {
    String small = small();
    String tuned = tuned();
    Cli run = Cli.run("diff", "--rules", small, "--rules", tuned);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text())
        .isEqualTo(
            """
            before  %s  revision %s, Test rules
            after   %s  revision %s, Test rules
            Numbers
              independence.second-origin  weight    5  →    0  decibans
              independence.second-origin  origins   2  →    3  independent origins
              ruleset                     prior    −4  →  −10  decibans
              toll.open-figure            weight   −2  →    –  decibans
              toll.vague-figure           weight    –  →   −2  decibans
            Files that differ in more than these numbers
              changed  ruleset.yaml
              removed  toll/open-figure.cases.yaml
              removed  toll/open-figure.drl
              removed  toll/open-figure.yaml
              added    toll/vague-figure.cases.yaml
              added    toll/vague-figure.drl
              added    toll/vague-figure.yaml
            """
                .formatted(small, revision(small), tuned, revision(tuned)));
  }

  @Test
  void inFrenchToo() throws Exception {
    String small = small();
    String tuned = tuned();
    Cli run = Cli.run("diff", "--lang", "fr", "--rules", small, "--rules", tuned);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text())
        .isEqualTo(
            """
            avant  %s  révision %s, Test rules
            après  %s  révision %s, Test rules
            Nombres
              independence.second-origin  weight    5  →    0  décibans
              independence.second-origin  origins   2  →    3  origines indépendantes
              ruleset                     prior    −4  →  −10  décibans
              toll.open-figure            weight   −2  →    –  décibans
              toll.vague-figure           weight    –  →   −2  décibans
            Fichiers qui diffèrent par plus que ces nombres
              changé  ruleset.yaml
              ôté     toll/open-figure.cases.yaml
              ôté     toll/open-figure.drl
              ôté     toll/open-figure.yaml
              ajouté  toll/vague-figure.cases.yaml
              ajouté  toll/vague-figure.drl
              ajouté  toll/vague-figure.yaml
            """
                .formatted(small, revision(small), tuned, revision(tuned)));
  }

  @Test
  void ofTheShippedRulesANumberIsToldAndItsFileIsNotToldTwice() throws Exception {
    String tuned = TunedRules.weighing(folder.resolve("tuned")).folder();
    assertThat(Cli.run("diff", "--rules", SHIPPED, "--rules", tuned).text())
        .contains("  independence.second-origin  weight  5  →  0  decibans\n")
        .doesNotContain("Files", TunedRules.CARD);
  }

  @Test
  void aMachineIsToldWhatTheServiceTells() throws Exception {
    String small = small();
    String tuned = tuned();
    Cli run = Cli.run("diff", "--format", "json", "--rules", small, "--rules", tuned);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    byte[] difference =
        TuningJson.write(
            RulesetDifference.between(
                RulesetFiles.read(Path.of(small)), RulesetFiles.read(Path.of(tuned))));
    assertThat(run.text()).isEqualTo(new String(difference, StandardCharsets.UTF_8) + "\n");
    assertThat(run.text())
        .contains(
            "{\"rule\":\"independence.second-origin\",\"number\":\"weight\",\"unit\":\"decibans\","
                + "\"before\":5,\"after\":0}")
        .contains("{\"path\":\"toll/vague-figure.yaml\",\"present\":\"after\"}")
        .doesNotContain("null");
  }

  @Test
  void theSameRulesDifferInNothing() throws Exception {
    String small = small();
    String same = rules("same").root().toString();
    Cli run = Cli.run("diff", "--rules", small, "--rules", same);
    assertThat(run.code()).isZero();
    assertThat(run.text()).endsWith("\nBoth are the same rules.\n").hasLineCount(3);
    assertThat(Cli.run("diff", "--format", "json", "--rules", small, "--rules", same).text())
        .isEqualTo("{\"numbers\":[],\"files\":[]}\n");
  }

  @Test
  void whatIsInTheRulesDoesNotSteerTheTerminal() throws Exception {
    RulesFolder rules =
        rules("tuned")
            .replace(RulesFolder.SETTINGS, "name: Test rules", "name: \"B\\e[2J\\u202e\"")
            .replace(RulesFolder.CARD, "unit: independent origins", "unit: \"o\\e[2J\"")
            .replace(RulesFolder.CARD, "value: 2", "value: 3");
    Cli run = Cli.run("diff", "--rules", small(), "--rules", rules.root().toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.text()).isEmpty();
    assertThat(run.err())
        .contains("check --rules")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
  }

  @Test
  void allUnitsOfTheShippedRulesHaveAFrenchWord() throws Exception {
    TableWords words = new TableWords("tuning", Language.FR);
    assertThat(CardNumbers.of(RulesetFiles.read(Path.of(SHIPPED))).all())
        .extracting(CardNumber::unit)
        .allSatisfy(unit -> assertThat(words.knows("unit", unit)).as(unit).isTrue());
  }

  @Test
  void ofFoldersThatAreNotFitEachIsTold() throws Exception {
    String one = rules("one").replace(RulesFolder.SETTINGS, "name:", "nam:").root().toString();
    String other =
        rules("other").replace(RulesFolder.CARD, "{value: 5", "{value: 99").root().toString();
    for (String format : new String[] {"table", "json"}) {
      Cli run = Cli.run("diff", "--format", format, "--rules", one, "--rules", other);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines())
          .hasSize(2)
          .allMatch(line -> line.startsWith("Nothing was compared: the rules folder "))
          .anyMatch(line -> line.endsWith("See them with: bilan check --rules " + one))
          .anyMatch(line -> line.endsWith("See them with: bilan check --rules " + other));
    }
    Cli run = Cli.run("diff", "--rules", small(), "--rules", other);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(other).hasLineCount(1);
  }

  @Test
  void wrongUseIs2AndSaysWhatIsWrong() throws IOException {
    wrong("takes two rules folders, not 0: --rules BEFORE --rules AFTER", "diff");
    wrong("takes two rules folders, not 1", "diff", "--rules", SHIPPED);
    wrong(
        "takes two rules folders, not 3",
        "diff",
        "--rules",
        SHIPPED,
        "--rules",
        SHIPPED,
        "--rules",
        SHIPPED);
    wrong("Unmatched argument", "diff", "--rules", SHIPPED, SHIPPED);
    wrong("'xx', expected en or fr", "diff", "--lang", "xx");
    wrong("--format", "diff", "--format", "jsonl", "--rules", SHIPPED, "--rules", SHIPPED);
    String nowhere = folder.resolve("nowhere").toString();
    wrong("not found. Check the name. It is named by --rules.", two(nowhere, SHIPPED));
    wrong("Cannot read the rules folder " + nowhere, two(SHIPPED, nowhere));
    String file = Files.createFile(folder.resolve("rules.yaml")).toString();
    wrong("it is a file. Name the folder that holds ruleset.yaml.", two(SHIPPED, file));
  }

  private static String[] two(String before, String after) {
    return new String[] {"diff", "--rules", before, "--rules", after};
  }

  private static void wrong(String told, String... arguments) {
    Cli run = Cli.run(arguments);
    assertThat(run.code()).as(told).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
  }

  @Test
  void helpTellsTheExitCodes() {
    assertThat(Cli.run("--help").text()).contains("  diff ", "  impact ");
    assertThat(Cli.run("diff", "--help").text().replaceAll("\\s+", " "))
        .contains("Exit code: 0 told, whether or not they differ, 1 ", " 2 wrong use");
  }
}
