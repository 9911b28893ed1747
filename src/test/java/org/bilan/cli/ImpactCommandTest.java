package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bilan.dossier.Documents;
import org.bilan.dossier.DossierReader;
import org.bilan.ruleset.RulesFolder;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.tuning.Measuring;
import org.bilan.tuning.TuningJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code impact}: what other rules would do to an archive. */
class ImpactCommandTest {

  private static final String SHIPPED = "rules";
  private static final String SEED = "seeds/amasrakad.json";

  @TempDir private Path folder;

  private RulesFolder rules(String name) throws IOException {
    return RulesFolder.in(Files.createDirectory(folder.resolve(name)));
  }

  /** A small ruleset. */
  private String small() throws IOException {
    return rules("small").root().toString();
  }

  /** The same with one weight changed. */
  private String heavier() throws IOException {
    return rules("heavier").replace(RulesFolder.CARD, "{value: 5", "{value: 10").root().toString();
  }

  private static String revision(String rules) throws Exception {
    return RulesetFiles.read(Path.of(rules)).revision().substring(0, 12);
  }

  /** What a table says before its lists of rules that never or always fire, and after these. */
  private static String withoutLists(String table, String never, String last) {
    int from = table.indexOf(never);
    int to = table.indexOf(last);
    assertThat(from).isPositive();
    assertThat(to).isGreaterThan(from);
    return table.substring(0, from) + table.substring(to);
  }

  private TunedRules tuned() throws IOException {
    return TunedRules.weighing(folder.resolve("tuned"))
        .replace("wording/firm.yaml", "status: live", "status: draft");
  }

  @Test
  void aPersonIsToldWhatMoves() throws Exception {
    String tuned = tuned().folder();
    String shipped = TunedRules.in(folder.resolve("known")).folder();
    Cli run = Cli.run(impact(shipped, tuned, TunedRules.seeds()));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(withoutLists(run.text(), "Rules that fire on no claim", "Incidents whose"))
        .isEqualTo(
            """
            before  %s  revision %s, Bilan, shipped rules
            after   %s  revision %s, Bilan, shipped rules
               6  dossiers
              11  claims
               5  claims with another score, evidence or grade
               3  claims with another grade
               1  incidents with another toll
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Grades: claims from before (down) to after (across)
                          confirmed  fair  weak  contested  discounted
              confirmed           ·     ·     ·          ·           ·
              fair                ·     2     3          ·           ·
              weak                ·     ·     5          ·           ·
              contested           ·     ·     ·          ·           ·
              discounted          ·     ·     ·          ·           1
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Claims that move most: 5 of 5 · score, evidence in decibans, grade · findings before caps
               72 →  39    +4 →   −2  fair → weak · ml-2024-03-17-amasrakad, civilians-13
                           +1 →    –  HSR wording.firm
                           +5 →    0  HSR independence.second-origin
               76 →  44    +5 →   −1  fair → weak · ml-2024-03-17-amasrakad, injured-several
                           +1 →    –  H·R wording.firm
                           +5 →    0  H·R independence.second-origin
               83 →  56    +7 →   +1  fair → weak · ml-2024-03-17-amasrakad, civilians-14
                           +1 →    –  HSR wording.firm
                           +5 →    0  HSR independence.second-origin
               98 →  93   +17 →  +11  fair · ml-2024-03-17-amasrakad, civilians-killed
                           +1 →    –  HSR wording.firm
                           +5 →    0  HSR independence.second-origin
               99 →  95   +19 →  +13  fair · ml-2024-03-16-gao, nobody-hurt
                           +1 →    –  H·· wording.firm
                           +5 →    0  H·· independence.second-origin
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Rules that fire on more or fewer claims
              6  →  0  wording.firm
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Incidents whose toll changes: 1 of 1
              ml-2024-03-17-amasrakad
                Toll: killed, civilians: low 13, best 14, high 14 → –
                Toll: injured, status not stated: low 2, best 2, high open → –
            """
                .formatted(shipped, revision(SHIPPED), tuned, revision(tuned)));
  }

  @Test
  void inFrenchToo() throws Exception {
    String tuned = tuned().folder();
    String shipped = TunedRules.in(folder.resolve("known")).folder();
    Cli run = Cli.run(with(impact(shipped, tuned, TunedRules.seeds()), "--lang", "fr"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(withoutLists(run.text(), "Règles qui ne se", "Incidents dont"))
        .isEqualTo(
            """
            avant  %s  révision %s, Bilan, shipped rules
            après  %s  révision %s, Bilan, shipped rules
               6  dossiers
              11  affirmations
               5  affirmations avec une autre note, d'autres indices ou une autre cote
               3  affirmations avec une autre cote
               1  incidents avec un autre bilan
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Cotes : affirmations, d'avant (lignes) à après (colonnes)
                        confirmé  solide  faible  contesté  écarté
              confirmé         ·       ·       ·         ·       ·
              solide           ·       2       3         ·       ·
              faible           ·       ·       5         ·       ·
              contesté         ·       ·       ·         ·       ·
              écarté           ·       ·       ·         ·       1
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Affirmations qui bougent le plus : 5 sur 5 · note, indices, cote · constats avant plafonds
               72 →  39    +4 →   −2  solide → faible · ml-2024-03-17-amasrakad, civilians-13
                           +1 →    –  TSR wording.firm
                           +5 →    0  TSR independence.second-origin
               76 →  44    +5 →   −1  solide → faible · ml-2024-03-17-amasrakad, injured-several
                           +1 →    –  T·R wording.firm
                           +5 →    0  T·R independence.second-origin
               83 →  56    +7 →   +1  solide → faible · ml-2024-03-17-amasrakad, civilians-14
                           +1 →    –  TSR wording.firm
                           +5 →    0  TSR independence.second-origin
               98 →  93   +17 →  +11  solide · ml-2024-03-17-amasrakad, civilians-killed
                           +1 →    –  TSR wording.firm
                           +5 →    0  TSR independence.second-origin
               99 →  95   +19 →  +13  solide · ml-2024-03-16-gao, nobody-hurt
                           +1 →    –  T·· wording.firm
                           +5 →    0  T·· independence.second-origin
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Règles qui se déclenchent sur plus ou moins d'affirmations
              6  →  0  wording.firm
            ────────────────────────────────────────────────────────────────────────────────────────────────────
            Incidents dont le bilan change : 1 sur 1
              ml-2024-03-17-amasrakad
                Bilan : tués, civils : bas 13, le mieux étayé 14, haut 14 → –
                Bilan : blessés, statut non précisé : bas 2, le mieux étayé 2, haut ouvert → –
            """
                .formatted(shipped, revision(SHIPPED), tuned, revision(tuned)));
  }

  /** The rules of now are those of the folder rules, unless somebody says otherwise. */
  @Test
  void aMachineIsToldWhatTheServiceTells() throws Exception {
    String tuned = TunedRules.weighing(folder.resolve("tuned")).folder();
    List<String> run = new ArrayList<>(List.of("impact", "--format", "json", "--rules", tuned));
    run.add("--archive");
    run.addAll(TunedRules.seeds());
    Cli told = Cli.run(run.toArray(String[]::new));
    assertThat(told.err()).isEmpty();
    assertThat(told.code()).isZero();
    assertThat(told.text()).isEqualTo(measured(SHIPPED, tuned, TunedRules.seeds()));
    assertThat(told.text())
        .contains(
            "\"dossiers\":6,\"of\":6,\"failed\":0,\"claims\":11,\"changed\":5,\"grades\":{\"fair\":{")
        .contains("{\"rule\":\"independence.second-origin\",\"proposition\":\"harm\",\"before\":5,")
        .doesNotContain("null");
  }

  private static String measured(String before, String after, List<String> dossiers)
      throws Exception {
    try (Ruleset one = Ruleset.load(Path.of(before));
        Ruleset other = Ruleset.load(Path.of(after))) {
      Measuring measuring = new Measuring(one, other);
      for (String dossier : dossiers) {
        measuring.add(measuring.judge(DossierReader.read(Files.readAllBytes(Path.of(dossier)))));
      }
      byte[] json = TuningJson.write(measuring.impact(dossiers.size()));
      return new String(json, StandardCharsets.UTF_8) + "\n";
    }
  }

  @Test
  void anArchiveIsReadFromStandardInputAsFromFiles() throws Exception {
    String small = small();
    String heavier = heavier();
    StringBuilder lines = new StringBuilder();
    for (String seed : TunedRules.seeds()) {
      lines.append(Documents.parse(Files.readString(Path.of(seed)))).append('\n');
    }
    byte[] in = lines.toString().getBytes(StandardCharsets.UTF_8);
    Cli run = Cli.run(in, with(impact(small, heavier, List.of("-")), "--format", "json"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text()).isEqualTo(measured(small, heavier, TunedRules.seeds()));
  }

  @Test
  void whatIsBadIsToldAndTheRestIsJudged() throws Exception {
    String bad = Documents.with("/claims/0/harm", "\"kiled\"").toString();
    Path archive = write("archive.jsonl", Documents.small().toString(), "oh no", bad);
    String nothing = write("nothing.json", "").toString();
    String small = small();
    String[] impact = impact(small, heavier(), List.of(archive.toString(), nothing, SEED));
    Cli run = Cli.run(with(impact, "--format", "json"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.text()).contains("\"dossiers\":2,\"of\":5,\"failed\":3,").hasLineCount(1);
    assertThat(run.err().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("archive.jsonl:2: json.syntax"))
        .anyMatch(line -> line.contains("archive.jsonl:3: value.not-allowed at /claims/0/harm"))
        .anyMatch(line -> line.contains("nothing.json: archive.empty"))
        .anyMatch(line -> line.equals("3 of the dossiers could not be judged."));
    Cli none = Cli.run(impact(small, small, List.of(nothing)));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.text()).endsWith("\nNo dossier was judged.\n").doesNotContain("toll.open");
  }

  @Test
  void aReportDoesNotBecomeAFileOfTheRules() throws Exception {
    String small = small();
    Path settings = Path.of(small, "ruleset.yaml");
    String before = Files.readString(settings);
    Cli run = Cli.run(with(impact(small, heavier(), List.of(SEED)), "--out", settings.toString()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it is in the rules folder");
    assertThat(Files.readString(settings)).isEqualTo(before);
  }

  @Test
  void theSameRulesMoveNothing() throws Exception {
    String small = small();
    Cli run = Cli.run(impact(small, rules("same").root().toString(), List.of(SEED)));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.text())
        .contains("\nBoth are the same rules.\n", "\n  0  claims with another score")
        .doesNotContain("Grades", "Claims that move", "more or fewer", "whose toll");
  }

  @Test
  void whatIsInADossierDoesNotSteerTheTerminal() throws Exception {
    ObjectNode document = (ObjectNode) Documents.parse(Files.readString(Path.of(SEED)));
    Documents.set(document, "/incident/id", "\"amas\\u001b[2J\\u202erakad\"");
    String text = document.toString().replace("\"civilians-14\"", "\"civ\\u001b]0;x\\u0007\"");
    String file = write("steering.json", text).toString();
    Cli run = Cli.run(impact(small(), heavier(), List.of(file)));
    assertThat(run.text() + run.err())
        .contains("amas")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
  }

  @Test
  void foldersThatAreNotFitAreToldAndNothingIsJudged() throws Exception {
    String unfit = rules("unfit").replace(RulesFolder.SETTINGS, "name:", "nam:").root().toString();
    String small = small();
    for (String[] two : new String[][] {{small, unfit}, {unfit, small}}) {
      Path out = folder.resolve("out.json");
      Cli run = Cli.run(with(impact(two[0], two[1], List.of(SEED)), "--out", out.toString()));
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("Nothing was judged: the rules folder " + unfit + " has ")
          .endsWith("See them with: bilan check --rules " + unfit + "\n")
          .hasLineCount(1);
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void wrongUseIs2AndSaysWhatIsWrong() throws Exception {
    String small = small();
    wrong("Missing required option: '--rules=DIR'", "impact", "--archive", SEED);
    wrong("--archive", "impact", "--rules", small);
    wrong("--archive", "impact", "--rules", small, "--archive");
    wrong("'xx', expected en or fr", with(impact(small, small, List.of(SEED)), "--lang", "xx"));
    wrong("--format", with(impact(small, small, List.of(SEED)), "--format", "jsonl"));
    String nowhere = folder.resolve("nowhere").toString();
    wrong("Check the name. It is named by --base.", impact(nowhere, small, List.of(SEED)));
    wrong("Check the name. It is named by --rules.", impact(small, nowhere, List.of(SEED)));
    wrong(
        "Cannot read nowhere.json: it is not found", impact(small, small, List.of("nowhere.json")));
    wrong("it is a folder. Name the files in it.", impact(small, small, List.of("seeds")));
    String out = folder.resolve("nowhere/out").toString();
    wrong("there is no folder", with(impact(small, small, List.of(SEED)), "--out", out));
    String input = write("input.json", Documents.small().toString()).toString();
    wrong(
        "it would replace the input " + input,
        with(impact(small, small, List.of(SEED, input)), "--out", input));
  }

  @Test
  void aFileThatMayNotBeReadIsToldAsSuch() throws Exception {
    Path secret = write("secret.json", "{}");
    assertThat(secret.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(secret), "nothing is forbidden to root");
    String small = small();
    wrong("no permission to read it", impact(small, small, List.of(secret.toString())));
  }

  @Test
  void writesTheSameToAFileOrLeavesItAsItWas() throws Exception {
    String[] impact = impact(small(), heavier(), List.of(SEED));
    Path out = Files.writeString(folder.resolve("out.txt"), "what was there");
    Cli run = Cli.run(with(impact, "--out", out.toString()));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(out).hasBinaryContent(Cli.run(impact).out());
    Files.writeString(out, "what was there");
    // The place where the part is written is taken, so that writing fails.
    String part = ".out.txt.%d.part".formatted(ProcessHandle.current().pid());
    Files.createFile(Files.createDirectory(folder.resolve(part)).resolve("full"));
    Cli failed = Cli.run(with(impact, "--out", out.toString()));
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).startsWith("Stopped, since a file failed: ");
    assertThat(out).hasContent("what was there");
  }

  @Test
  void helpTellsTheExitCodes() {
    assertThat(Cli.run("impact", "--help").text().replaceAll("\\s+", " "))
        .contains("Exit code: 0 told, whether or not anything differs, 1 bad input")
        .contains("2 wrong use", "70 internal fault", "bilan impact --base ../before/rules");
  }

  private static String[] impact(String base, String rules, List<String> files) {
    List<String> command = new ArrayList<>(List.of("impact", "--base", base, "--rules", rules));
    command.add("--archive");
    command.addAll(files);
    return command.toArray(String[]::new);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  private static void wrong(String told, String... arguments) {
    Cli run = Cli.run(arguments);
    assertThat(run.code()).as(told).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }
}
