package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bilan.HostileFiles.Hostile;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.sheet.InvalidSheet;
import org.bilan.sheet.SheetProblem;
import org.bilan.sheet.SheetReader;
import org.bilan.tuning.Draft;
import org.bilan.tuning.RulesetZip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/** Hostile files are refused by what reads them, each with the code that is pinned for it. */
class HostileRulesetsTest {

  /** Pinned where a file itself is fine, and only a question is not taken. */
  private static final String QUESTION = "(question)";

  @TempDir private static Path folder;

  private static final RulesetFiles UNSPOILT = unspoilt();
  private static final CardNumbers NUMBERS = CardNumbers.of(UNSPOILT);

  private static RulesetFiles unspoilt() {
    try {
      return RulesetFiles.read(HostileFiles.unspoilt("rules"));
    } catch (InvalidRuleset e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void unspoil() throws IOException {
    HostileFiles.watch();
    for (Map.Entry<String, String> file : UNSPOILT.texts().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  static Stream<Hostile> ofARule() {
    return HostileFiles.of("cards", "questions", "cases");
  }

  static Stream<Hostile> zips() {
    return HostileFiles.of("zips");
  }

  static Stream<Hostile> sheets() {
    return HostileFiles.of("sheets");
  }

  @ParameterizedTest
  @MethodSource("ofARule")
  void aFileOfARuleIsRefused(Hostile hostile) throws IOException {
    Files.write(folder.resolve(hostile.place()), hostile.content());
    List<RuleProblem> problems = problems(folder);
    assertThat(problems)
        .extracting(RuleProblem::file)
        .anyMatch(file -> file.startsWith(HostileFiles.RULE));
    assertRefused(hostile, problems.stream().map(RuleProblem::code).toList());
  }

  private static List<RuleProblem> problems(Path folder) {
    try {
      Ruleset.load(folder).close();
      return List.of();
    } catch (InvalidRuleset refused) {
      return refused.problems();
    }
  }

  @ParameterizedTest
  @MethodSource("zips")
  void anArchiveIsRefused(Hostile hostile) {
    assertRefused(hostile, codesOfZip(hostile.content()));
  }

  private static List<String> codesOfZip(byte[] zip) {
    try {
      Map<String, String> files = RulesetZip.read(zip);
      return Stream.concat(
              Draft.questions(files, UNSPOILT).stream().map(path -> QUESTION),
              Draft.problems(files, UNSPOILT).stream().map(RuleProblem::code))
          .toList();
    } catch (RulesetZip.InvalidZip refused) {
      return refused.problems().stream().map(RuleProblem::code).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void aSheetIsRefused(Hostile hostile) {
    assertRefused(hostile, codesOfSheet(hostile.content()));
  }

  private static List<String> codesOfSheet(byte[] sheet) {
    try {
      assertThat(SheetReader.read(sheet, NUMBERS).changes()).isNotNull();
      return List.of();
    } catch (InvalidSheet refused) {
      return refused.problems().stream().map(SheetProblem::code).toList();
    }
  }

  private static void assertRefused(Hostile hostile, List<String> codes) {
    assertThat(codes).as("a refusal").isNotEmpty().allMatch(code -> !code.isBlank());
    assertThat(codes.get(0)).isEqualTo(hostile.refused());
    assertThat(HostileFiles.ran()).as("what ran").isEmpty();
  }

  /** Else nothing of the above would say anything. */
  @Test
  void whatIsNotSpoiltIsTaken() throws InvalidSheet {
    assertThat(problems(HostileFiles.unspoilt("rules"))).isEmpty();
    assertThat(problems(folder)).isEmpty();
    assertThat(codesOfZip(HostileFiles.read(HostileFiles.unspoilt("rules.zip")))).isEmpty();
    for (String sheet : List.of("sheet.xlsx", "sheet.csv")) {
      assertThat(
              SheetReader.read(HostileFiles.read(HostileFiles.unspoilt(sheet)), NUMBERS).changes())
          .as(sheet)
          .hasSize(1);
    }
  }

  @Test
  void theFilesAreManyAndEachIsPinned() {
    List<Hostile> all =
        HostileFiles.of("cards", "questions", "cases", "zips", "sheets", "changes").toList();
    assertThat(all).hasSizeGreaterThan(900);
    assertThat(all).extracting(Hostile::path).hasSameElementsAs(HostileFiles.expected().keySet());
    Map<String, Set<String>> contents = new TreeMap<>();
    for (Hostile hostile : all) {
      String content = new String(hostile.content(), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(contents.computeIfAbsent(hostile.family(), f -> new TreeSet<>()).add(content))
          .as(hostile + " is another file's double")
          .isTrue();
    }
  }

  /** What the payloads would do if they ran is seen. */
  @Test
  void aMarkIsSeen() {
    String payload =
        new String(
            HostileFiles.of("questions")
                .filter(file -> file.path().endsWith("/consequence-java.drl"))
                .findFirst()
                .orElseThrow()
                .content());
    String run =
        "rule \"r\" when then "
            + payload.substring(payload.indexOf("then") + 4, payload.lastIndexOf("end"))
            + " end";
    new KieHelper().addContent(run, ResourceType.DRL).build().newKieSession().fireAllRules();
    assertThat(HostileFiles.ran()).isEqualTo("consequence-java");
    HostileFiles.watch();
  }
}
