package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bilan.ruleset.RulesFolder.CARD;
import static org.bilan.ruleset.RulesFolder.CASES;
import static org.bilan.ruleset.RulesFolder.OTHER_CARD;
import static org.bilan.ruleset.RulesFolder.OTHER_CASES;
import static org.bilan.ruleset.RulesFolder.OTHER_QUESTION;
import static org.bilan.ruleset.RulesFolder.QUESTION;
import static org.bilan.ruleset.RulesFolder.SETTINGS;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.evidence.Independence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesetLoaderTest {

  /** Codes that {@link Refusal} cannot provoke in a plain folder; each has a test of its own. */
  private static final Set<String> TESTED_APART =
      Set.of(
          "folder.missing",
          "folder.unreadable",
          "file.unreadable",
          "question.drools",
          "number.unknown",
          "rule.unknown");

  @TempDir Path folder;

  private static Stream<Refusal> refusals() {
    return Refusal.all();
  }

  @Test
  void takesAValidFolder() throws InvalidRuleset {
    RulesFolder rules =
        RulesFolder.in(folder)
            .write("independence/README.md", "# Why")
            .write(".idea/workspace.xml", "<x/>");

    try (Ruleset ruleset = Ruleset.load(rules.root())) {
      assertThat(ruleset.name()).isEqualTo("Test rules");
      assertThat(ruleset.revision()).matches("[0-9a-f]{64}");
      assertThat(ruleset.cards())
          .extracting(RuleCard::id)
          .containsExactly("independence.second-origin", "toll.open-figure");
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWithCodeFileLineAndAdvice(Refusal refusal) {
    RulesFolder rules = RulesFolder.in(folder);
    refusal.fault().accept(rules);

    List<RuleProblem> problems = rules.problems();

    List<String> codes = new ArrayList<>(List.of(refusal.also()));
    codes.add(refusal.code());
    assertThat(problems).extracting(RuleProblem::code).hasSameElementsAs(codes);
    assertThat(problems)
        .filteredOn(problem -> problem.code().equals(refusal.code()))
        .extracting(RuleProblem::file, RuleProblem::line, RuleProblem::advice)
        .containsExactly(tuple(refusal.file(), refusal.line(), refusal.advice()));
    assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
  }

  @Test
  void everyCodeInTheSourcesHasATest() throws IOException {
    Set<String> tested =
        refusals().map(Refusal::code).collect(Collectors.toCollection(TreeSet::new));
    tested.addAll(TESTED_APART);

    assertThat(codesInTheSources()).isNotEmpty().isEqualTo(tested);
  }

  /** Whatever looks like a code: a word, a full stop, a word in small letters. */
  private static Set<String> codesInTheSources() throws IOException {
    Pattern code = Pattern.compile("\"([a-z]+\\.[a-z-]+)\"");
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/bilan/ruleset"))) {
      for (Path source : sources.toList()) {
        for (Matcher found = code.matcher(Files.readString(source)); found.find(); ) {
          codes.add(found.group(1));
        }
      }
    }
    codes.removeAll(Set.of("ruleset.yaml", "org.bilan", "topic.name"));
    // Names of sentences: what a rule asks, in words.
    codes.removeIf(found -> found.startsWith("asks."));
    return codes;
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere");

    assertThat(RulesFolder.problems(nowhere))
        .containsExactly(
            new RuleProblem(
                "folder.missing",
                nowhere.toString(),
                0,
                "there is no such folder.",
                "Name a rules folder with --rules or BILAN_RULES, or start where rules/ is."));
  }

  @Test
  void refusesAFileThatCannotBeRead() throws IOException {
    RulesFolder rules = RulesFolder.in(folder.resolve("rules"));
    Path zip = folder.resolve("rules.zip");
    try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      copy(rules.root(), archive.getPath("/"));
    }
    byte[] content = Files.readAllBytes(zip);
    damage(content, CARD);
    Files.write(zip, content);

    try (FileSystem archive = FileSystems.newFileSystem(zip)) {
      assertThat(RulesFolder.problems(archive.getPath("/")))
          .extracting(RuleProblem::code, RuleProblem::file, RuleProblem::line)
          .containsExactly(tuple("file.unreadable", CARD, 0));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Overwrites the compressed content that follows the first entry of this name. */
  private static void damage(byte[] zip, String name) {
    int content = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(name);
    java.util.Arrays.fill(zip, content + name.length(), content + name.length() + 40, (byte) 0xff);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFolderThatCannotBeWalked() throws IOException {
    // Linux takes paths of up to 4095 bytes; here the files' are longer than the folder's.
    Path deep = folder;
    while (deep.toString().length() < 3_700) {
      deep = deep.resolve("x".repeat(Math.min(200, 3_900 - deep.toString().length())));
    }
    Files.createDirectories(deep.getParent());
    RulesFolder rules =
        RulesFolder.in(folder.resolve("rules")).write("y".repeat(250) + "/a.md", "");
    Files.move(rules.root(), deep);
    try {
      assertThat(RulesFolder.problems(deep))
          .extracting(RuleProblem::code, RuleProblem::file, RuleProblem::line)
          .containsExactly(tuple("folder.unreadable", ".", 0));
    } finally {
      Files.move(deep, rules.root());
    }
  }

  @Test
  void engineRefusesWhatDroolsCannotCompile() {
    Question broken =
        new Question(
            "independence.second-origin",
            Independence.Corroboration.class,
            List.of("nothing >= 1"),
            Set.of("nothing"),
            Set.of(),
            Map.of());

    assertThatThrownBy(() -> Engine.compile(List.of(broken)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing");
  }

  @Test
  void refusesWhatTheEngineRefuses() {
    RulesetLoader loader =
        new RulesetLoader(
            questions -> {
              throw new IllegalStateException(questions.size() + " questions, and none compiles");
            });

    assertThatThrownBy(() -> loader.load(RulesetFiles.read(RulesFolder.in(folder).root())))
        .isInstanceOfSatisfying(
            InvalidRuleset.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        new RuleProblem(
                            "question.drools", ".", 0, "2 questions, and none compiles", "")));
  }

  @Test
  void followsTheFolderItselfThroughALink() throws IOException {
    RulesFolder rules = RulesFolder.in(folder.resolve("rules-2024"));
    Path current = Files.createSymbolicLink(folder.resolve("current"), rules.root());

    assertThat(RulesFolder.problems(current)).isEmpty();
  }

  @Test
  void reportsAllProblemsAtOnceByFileAndLine() {
    RulesFolder rules =
        RulesFolder.in(folder)
            .write("notes.txt", "")
            .write("wording/firm.drl", "import x;")
            .replace(SETTINGS, "value: -4", "value: -40")
            .replace(SETTINGS, "[toll.open-figure]", "[toll.open-figures]")
            .replace(CARD, "status: live", "status: on")
            .replace(CARD, "reference: A manual", "salience: 10\nreference: A manual")
            .replace(QUESTION, "Corroboration", "Corroborated")
            .replace(CASES, "expect: quiet", "expect: silent")
            .replace(OTHER_CARD, "{value: -2,", "{value: 2,")
            .replace(OTHER_QUESTION, "open == true", "open == claim")
            .replace(OTHER_CASES, "count: {words: several}", "cuont: {words: several}");

    List<RuleProblem> problems = rules.problems();

    assertThat(problems)
        .extracting(RuleProblem::file, RuleProblem::line, RuleProblem::code)
        .containsExactly(
            tuple(CASES, 14, "value.not-allowed"),
            tuple(QUESTION, 3, "question.fact"),
            tuple(CARD, 3, "value.not-allowed"),
            tuple(CARD, 12, "key.unknown"),
            tuple("notes.txt", 0, "file.unexpected"),
            tuple(SETTINGS, 2, "number.outside-limits"),
            tuple(SETTINGS, 4, "key.missing"),
            tuple(SETTINGS, 19, "ladder.rule"),
            tuple(OTHER_CASES, 5, "case.dossier"),
            tuple(OTHER_QUESTION, 3, "question.type"),
            tuple(OTHER_CARD, 4, "number.outside-limits"),
            tuple("wording/firm.cases.yaml", 0, "rule.no-cases"),
            tuple("wording/firm.drl", 1, "question.shape"),
            tuple("wording/firm.yaml", 0, "rule.no-card"));
    assertThat(problems)
        .isSortedAccordingTo(
            Comparator.comparing(RuleProblem::file).thenComparing(RuleProblem::line));
  }

  @Test
  void aRuleThatCannotRunDoesNotHideTheFailingCasesOfAnother() {
    RulesFolder rules =
        RulesFolder.in(folder)
            .replace(QUESTION, "number(\"origins\")", "number(\"origin\")")
            .replace(OTHER_CASES, "count: {min: 3, max: 3}", "count: {words: some}");

    assertThat(rules.problems())
        .extracting(RuleProblem::code)
        .containsExactlyInAnyOrder("number.undeclared", "number.unread", "case.fails");
  }

  @Test
  void aCardThatCannotBeReadIsTheOnlyProblemOfItsRule() {
    RulesFolder rules = RulesFolder.in(folder).replace(CARD, "limits: [0, 10]}", "limits: [0, 10}");

    assertThat(rules.problems()).extracting(RuleProblem::code).containsExactly("yaml.syntax");
  }

  @ParameterizedTest
  @CsvSource({
    "sentence, CARD",
    "numbers, CARD",
    "weight, CARD",
    "title, CARD",
    "caps, SETTINGS",
    "grades, SETTINGS",
    "reliability, SETTINGS"
  })
  void aKeyGivenTwiceIsTheOnlyProblem(String key, String where) {
    String file = where.equals("CARD") ? CARD : SETTINGS;
    RulesFolder rules = RulesFolder.in(folder);
    String text = rules.read(file);
    rules.write(file, text + key + ": {}\n");

    assertThat(rules.problems())
        .extracting(RuleProblem::code, RuleProblem::file, RuleProblem::line)
        .containsExactly(tuple("key.twice", file, (int) text.lines().count() + 1));
  }

  @Test
  void aKeyGivenTwiceWithinARungOrANumberIsTheOnlyProblem() {
    RulesFolder rules =
        RulesFolder.in(folder)
            .replace(CARD, "    value: 2\n", "    value: 2\n    value: 9\n")
            .replace(SETTINGS, "    in-toll: true\n", "    when: {no-finding: []}\n");

    assertThat(rules.problems())
        .extracting(RuleProblem::code, RuleProblem::file)
        .containsExactly(tuple("key.twice", CARD), tuple("key.twice", SETTINGS));
  }

  @Test
  void aProblemReadsAsPlaceCodeMessageAndAdvice() {
    RulesFolder rules = RulesFolder.in(folder).replace(CARD, "status: live", "status: Life");

    assertThat(rules.problems())
        .hasToString(
            "[independence/second-origin.yaml:3: value.not-allowed: unknown status \"Life\"."
                + " Did you mean \"live\"?]");
  }

  @Test
  void aFolderThatIsMendedLoadsAgain() throws InvalidRuleset {
    RulesFolder rules = RulesFolder.in(folder).replace(CARD, "status: live", "status: on");
    assertThat(rules.problems()).hasSize(1);
    rules.replace(CARD, "status: on", "status: live");
    rules.replace(OTHER_CARD, "status: live", "status: draft");

    try (Ruleset ruleset = Ruleset.load(rules.root())) {
      assertThat(ruleset.cards().get(1).status()).isEqualTo(RuleCard.Status.DRAFT);
    }
  }

  @Test
  void theRevisionNamesTheContent() throws InvalidRuleset {
    String before = revision(RulesFolder.in(folder.resolve("a")));
    String elsewhere = revision(RulesFolder.in(folder.resolve("b")));
    String tuned =
        revision(RulesFolder.in(folder.resolve("c")).replace(CARD, "{value: 5,", "{value: 6,"));

    assertThat(elsewhere).isEqualTo(before);
    assertThat(tuned).isNotEqualTo(before);
  }

  private static String revision(RulesFolder rules) throws InvalidRuleset {
    try (Ruleset ruleset = Ruleset.load(rules.root())) {
      return ruleset.revision();
    }
  }
}
