package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bilan.ruleset.RulesFolder.CARD;
import static org.bilan.ruleset.RulesFolder.CASES;
import static org.bilan.ruleset.RulesFolder.SETTINGS;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on cards, cases and settings by what YAML can do. */
class YamlFormTest {

  private static final int DEEP = 100_000;

  @TempDir Path folder;

  private static List<String> files() {
    return List.of(CARD, CASES, SETTINGS);
  }

  private List<String> codes(String file, String text) {
    return RulesFolder.in(folder).write(file, text).problems().stream()
        .filter(problem -> problem.file().equals(file))
        .map(RuleProblem::code)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void deepNestingIsRefusedBeforeItExhaustsTheStack(String file) {
    assertThat(codes(file, "title: " + "[".repeat(DEEP))).containsExactly("yaml.depth");
    assertThat(codes(file, "title: " + "{a: ".repeat(DEEP))).containsExactly("yaml.depth");
    assertThat(codes(file, "- ".repeat(DEEP) + "x")).containsExactly("yaml.depth");
    assertThat(codes(file, "? ".repeat(DEEP) + "x")).containsExactly("yaml.depth");
    assertThat(codes(file, "[".repeat(DEEP) + "]".repeat(DEEP))).containsExactly("yaml.depth");
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBillionLaughsAreRefused(String file) {
    StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
    }
    laughs.append("cases: [{name: x, expect: quiet, dossier: *a9}]\n");

    assertThat(codes(file, laughs.toString())).hasSize(10).containsOnly("yaml.anchor");
  }

  @ParameterizedTest
  @MethodSource("files")
  void anAnchorThatHoldsItselfIsRefused(String file) {
    assertThat(codes(file, "cases: &a [*a]\n")).containsExactly("yaml.anchor");
    assertThat(codes(file, "&a {cases: *a}\n")).containsExactly("yaml.anchor");
    assertThat(codes(file, "? &a [*a]\n: x\n")).containsExactly("yaml.anchor");
  }

  @Test
  void mergedKeysAreRefused() {
    assertThat(codes(CARD, "title: &t {en: A, fr: B}\nwhy:\n  <<: *t\n"))
        .containsExactly("yaml.anchor");
    assertThat(codes(CARD, "title: {<<: {en: A, fr: B}}\n")).contains("key.unknown");
  }

  @Test
  void anAliasWithoutAnchorIsNoYaml() {
    assertThat(codes(CARD, "title: *nobody\n")).containsExactly("yaml.syntax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]",
        "title: !!java.lang.ProcessBuilder {command: id}",
        "title: ! x",
        "title: !x y",
        "title: !!str x",
        "!!map {title: x}",
        "title: !<tag:yaml.org,2002:binary> eA==",
        "? !!str title\n: x",
      })
  void tagsAreRefused(String text) {
    assertThat(codes(CARD, text)).isNotEmpty().containsOnly("yaml.tag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%TAG ! tag:example.org,2000:\n---\ntitle: !x y",
        "\t- title",
        "title: 'x",
        "title: \"\\xZZ\"",
        "title: @x",
        "title: `x",
        "{",
        "]",
        "a: b: c",
        "--- |\n%",
        "title: x\n... garbage",
        "title: \ud800\n"
      })
  void brokenYamlIsRefusedWithACode(String text) {
    assertThat(codes(CARD, text.replace('\ud800', '\u0000')))
        .isNotEmpty()
        .allMatch(code -> code.startsWith("yaml."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# comment", "---", "--- ~", "null", "x", "7", "[]", "- a"})
  void whatIsNoMappingIsRefusedOnce(String text) {
    assertThat(codes(CARD, text)).hasSize(1).allMatch(code -> code.startsWith("yaml."));
  }

  @Test
  void manyKeysAreReadAndTextsWithoutEndAreNot() {
    String text = "title: " + "x".repeat(500_000) + "\n";
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      keys.append("k").append(i).append(": 1\n");
    }
    assertThat(codes(CARD, text)).containsExactly("yaml.long");
    assertThat(codes(CARD, keys.toString()))
        .filteredOn(code -> code.equals("key.unknown"))
        .hasSize(20_000);
  }

  @Test
  void aByteOrderMarkIsNoPartOfACard() {
    RulesFolder rules = RulesFolder.in(folder);
    rules.write(CARD, "\ufeff" + rules.read(CARD));

    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void windowsLineEndingsChangeNothing() {
    RulesFolder rules = RulesFolder.in(folder);
    for (String file : files()) {
      rules.write(file, rules.read(file).replace("\n", "\r\n"));
    }
    rules.write(RulesFolder.QUESTION, rules.read(RulesFolder.QUESTION).replace("\n", "\r\n"));

    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void aKeyGivenTwiceIsRefusedAtEveryDepth() {
    RuleProblems problems = new RuleProblems();
    YamlMap.parse("f", "a: {x: 1, x: 2}\nb: [{y: 1,\n y: 2}]\na: 1\n", Set.of("a", "b"), problems);

    assertThat(problems.all())
        .extracting(RuleProblem::code, RuleProblem::line, RuleProblem::message)
        .containsExactly(
            tuple("key.twice", 1, "\"x\" is given twice."),
            tuple("key.twice", 3, "\"y\" is given twice."),
            tuple("key.twice", 4, "\"a\" is given twice."));
  }

  @Test
  void theSameKeyInTwoMappingsIsFine() {
    RuleProblems problems = new RuleProblems();
    YamlMap.parse("f", "a: {a: {a: [{a: 1}, {a: 2}]}}\n", Set.of("a"), problems);

    assertThat(problems.all()).isEmpty();
  }
}
