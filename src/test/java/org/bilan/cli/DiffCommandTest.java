package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.RulesetDifference;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.tuning.TuningJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}: what differs between two rules folders. */
class DiffCommandTest {

  private static final String SHIPPED = "rules";

  @TempDir private Path folder;

  /** Numbers, also below zero; a file changed otherwise, one that went and one that came. */
  private TunedRules tuned() throws IOException {
    TunedRules rules =
        TunedRules.weighing(folder.resolve("tuned"))
            .replace(TunedRules.CARD, "value: 2", "value: 3")
            .replace("wording/firm.yaml", "status: live", "status: draft")
            .replace("ruleset.yaml", "prior:\n  value: -4", "prior:\n  value: -10");
    for (String kind : new String[] {".yaml", ".drl", ".cases.yaml"}) {
      Path from = rules.root().resolve("toll/wide-range" + kind);
      Path to = rules.root().resolve("toll/broad-range" + kind);
      Files.writeString(to, Files.readString(from).replace("toll.wide-range", "toll.broad-range"));
      Files.delete(from);
    }
    return rules;
  }

  private static String revision(String rules) throws Exception {
    return RulesetFiles.read(Path.of(rules)).revision().substring(0, 12);
  }

  @Test
  void aPersonIsToldNumbersAndOtherChanges() throws Exception {
    String tuned = tuned().folder();
    Cli run = Cli.run("diff", "--rules", SHIPPED, "--rules", tuned);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text()).isEqualTo("x".formatted(revision(SHIPPED), tuned, revision(tuned)));
  }

  @Test
  void inFrenchToo() throws Exception {
    String tuned = tuned().folder();
    Cli run = Cli.run("diff", "--lang", "fr", "--rules", SHIPPED, "--rules", tuned);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text()).isEqualTo("x".formatted(revision(SHIPPED), tuned, revision(tuned)));
  }

  @Test
  void filesThatDifferByTheirNumbersAloneAreNotToldTwice() throws Exception {
    String tuned = TunedRules.weighing(folder.resolve("tuned")).folder();
    assertThat(Cli.run("diff", "--rules", SHIPPED, "--rules", tuned).text())
        .contains("  independence.second-origin  weight  5  →  0  decibans\n")
        .doesNotContain("Files", TunedRules.CARD);
  }

  @Test
  void aMachineIsToldWhatTheServiceTells() throws Exception {
    String tuned = tuned().folder();
    Cli run = Cli.run("diff", "--format", "json", "--rules", SHIPPED, "--rules", tuned);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    byte[] difference =
        TuningJson.write(
            RulesetDifference.between(
                RulesetFiles.read(Path.of(SHIPPED)), RulesetFiles.read(Path.of(tuned))));
    assertThat(run.text()).isEqualTo(new String(difference, StandardCharsets.UTF_8) + "\n");
    assertThat(run.text())
        .contains(
            "{\"rule\":\"independence.second-origin\",\"number\":\"weight\",\"unit\":\"decibans\","
                + "\"before\":5,\"after\":0}")
        .contains("{\"path\":\"toll/broad-range.yaml\",\"present\":\"after\"}")
        .doesNotContain("null");
  }

  @Test
  void theSameRulesDifferInNothing() throws Exception {
    String same = TunedRules.in(folder.resolve("same")).folder();
    Cli run = Cli.run("diff", "--rules", SHIPPED, "--rules", same);
    assertThat(run.code()).isZero();
    assertThat(run.text()).endsWith("\nBoth are the same rules.\n").hasLineCount(3);
    assertThat(Cli.run("diff", "--format", "json", "--rules", SHIPPED, "--rules", same).text())
        .isEqualTo("{\"numbers\":[],\"files\":[]}\n");
  }

  @Test
  void whatIsInTheRulesDoesNotSteerTheTerminal() throws Exception {
    TunedRules rules =
        TunedRules.in(folder.resolve("tuned"))
            .replace("ruleset.yaml", "name: Bilan, shipped rules", "name: \"B\\e[2J\\u202e\"")
            .replace(TunedRules.CARD, "unit: independent origins", "unit: \"o\\e[2J\"")
            .replace(TunedRules.CARD, "value: 2", "value: 3");
    Cli run = Cli.run("diff", "--rules", SHIPPED, "--rules", rules.folder());
    assertThat(run.code()).isZero();
    assertThat(run.text())
        .contains("origins  2  →  3")
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
    String one =
        TunedRules.in(folder.resolve("one")).replace("ruleset.yaml", "name:", "nam:").folder();
    String other =
        TunedRules.in(folder.resolve("other"))
            .replace(TunedRules.CARD, "weight: {value: 5,", "weight: {value: 99,")
            .folder();
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
    Cli run = Cli.run("diff", "--rules", SHIPPED, "--rules", other);
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
