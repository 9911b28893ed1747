package org.bilan.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ladder;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.Settings;
import org.bilan.ruleset.Tunable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** The page of the rules that Bilan comes with. */
class MethodologyTest {

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  private static List<RuleCard> live() {
    return ruleset.cards().stream().filter(c -> c.status() == RuleCard.Status.LIVE).toList();
  }

  /** The lines from the heading that names a rule to the next heading. */
  private static List<String> section(Methodology page, String rule) {
    List<String> lines = page.markdown().lines().toList();
    Pattern heading = Pattern.compile("#+ .*\\(`" + Pattern.quote(rule) + "`\\)");
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (heading.matcher(lines.get(i)).matches()) {
        starts.add(i);
      }
    }
    assertThat(starts).as("headings of " + rule).hasSize(1);
    List<String> rest = lines.subList(starts.get(0) + 1, lines.size());
    return rest.stream().takeWhile(line -> !line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLiveRuleStandsThereWithAllThatIsTunedAndItsAuthority(Language language) {
    Methodology page = Methodology.of(ruleset, language);
    boolean english = language == Language.EN;
    assertThat(live()).hasSizeGreaterThan(80);
    for (RuleCard card : live()) {
      List<String> section = section(page, card.id());
      Tunable weight = card.weight();
      assertThat(section)
          .contains(Markdown.text(card.why().get(language)))
          .contains(
              (english
                      ? "- Weight: %s decibans; it may be set from %s to %s"
                      : "- Poids\u00a0: %s décibans\u00a0; réglable de %s à %s")
                  .formatted(signed(weight.value()), signed(weight.least()), signed(weight.most())))
          .contains(
              (english ? "- Reference: " : "- Référence\u00a0: ")
                  + Markdown.text(card.reference()));
      assertThat(section.stream().filter(line -> line.contains("`{")).count())
          .as("sentence of " + card.id())
          .isEqualTo(card.sentence().get(language).contains("{") ? 1 : 0);
      card.numbers()
          .forEach(
              (name, number) ->
                  assertThat(section)
                      .anySatisfy(
                          line ->
                              assertThat(line)
                                  .startsWith("| " + name + " | " + number.value() + " | ")
                                  .contains(
                                      " | %d %s %d | "
                                          .formatted(
                                              number.least(), english ? "to" : "à", number.most()))
                                  .contains(Markdown.text(number.meaning().get(language)))));
    }
  }

  private static String signed(int number) {
    return number > 0 ? "+" + number : String.valueOf(number).replace('-', '−');
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void priorCapsAndLaddersStandThere(Language language) {
    String page = Methodology.of(ruleset, language).markdown();
    Settings settings = ruleset.settings();
    List<Tunable> numbers = new ArrayList<>(settings.caps().values());
    numbers.add(settings.prior());
    settings.grades().rungs().forEach(rung -> numbers.addAll(rung.numbers().values()));
    settings.credibility().rungs().forEach(rung -> numbers.addAll(rung.numbers().values()));
    List<String> lines = page.lines().toList();
    for (Tunable number : numbers) {
      assertThat(lines)
          .anySatisfy(
              line ->
                  assertThat(line)
                      .contains(Markdown.text(number.meaning().get(language)))
                      .containsPattern("(^|[ :])" + Words.plain(number.value()) + "[ ,)]")
                      .contains(Words.plain(number.least()), Words.plain(number.most())));
    }
    settings
        .grades()
        .rungs()
        .forEach(rung -> assertThat(page).contains(Markdown.text(rung.meaning().get(language))));
    assertThat(page).contains(ruleset.revision()).contains(ruleset.name());
  }

  /** Whoever gives a rule, a rung or a number one more part has to show it, and to name it here. */
  @Test
  void nothingThatTheRulesSayIsLeftOut() {
    assertThat(names(RuleCard.class))
        .containsExactly(
            "id", "topic", "title", "why", "status", "weight", "numbers", "sentence", "reference");
    assertThat(names(Ladder.Rung.class))
        .containsExactly("step", "meaning", "inToll", "numbers", "findings");
    assertThat(names(Ladder.Findings.class)).containsExactly("any", "none");
    assertThat(names(Settings.class))
        .containsExactly("name", "prior", "caps", "grades", "credibility", "reliability");
    assertThat(names(Tunable.class)).containsExactly("value", "unit", "meaning", "least", "most");
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRungNamesItsRules(Language language) {
    List<String> lines = Methodology.of(ruleset, language).markdown().lines().toList();
    ruleset
        .settings()
        .grades()
        .rungs()
        .forEach(
            rung -> {
              int start = lines.indexOf(Markdown.text(rung.meaning().get(language)));
              List<String> conditions =
                  lines.subList(start, lines.size()).stream()
                      .takeWhile(line -> !line.startsWith("#"))
                      .toList();
              Set<String> rules = new HashSet<>();
              rung.findings()
                  .values()
                  .forEach(
                      asked -> {
                        rules.addAll(asked.any());
                        rules.addAll(asked.none());
                      });
              for (String rule : rules) {
                assertThat(String.join("\n", conditions)).contains(rule.replace(".", "") + ")");
              }
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyReferenceIsListedOnceWithAllItsRules(Language language) {
    String page = Methodology.of(ruleset, language).markdown();
    String heading = language == Language.EN ? "## Works that" : "## Ouvrages sur";
    List<String> entries =
        page.substring(page.indexOf(heading))
            .lines()
            .skip(1)
            .takeWhile(line -> !line.startsWith("#"))
            .filter(line -> line.startsWith("- "))
            .toList();
    Set<String> references = new TreeSet<>();
    for (RuleCard card : live()) {
      for (String work : card.reference().split(";")) {
        references.add(work.strip());
        assertThat(entries)
            .filteredOn(entry -> entry.startsWith("- " + Markdown.text(work.strip()) + ". "))
            .singleElement()
            .asString()
            .contains(card.id().replace(".", "") + ")");
      }
    }
    assertThat(entries).hasSameSizeAs(references);
  }

  /** A rung may still be closed to a rule that makes no finding any more. */
  @ParameterizedTest
  @CsvSource({"draft, EN, draft: checked", "retired, FR, retirée\u00a0: gardée"})
  void aRungTellsWhichOfItsRulesAreNotLive(
      String status, Language language, String said, @TempDir Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(Path.of("rules").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path card = folder.resolve("reliability/all-anonymous.yaml");
    Files.writeString(card, Files.readString(card).replace("status: live", "status: " + status));
    try (Ruleset other = Ruleset.load(folder)) {
      assertThat(Methodology.of(other, language).markdown())
          .containsPattern("- .*-reliabilityall-anonymous\\) \\(" + said);
    }
    assertThat(Methodology.of(ruleset, language).markdown()).doesNotContain(said);
  }

  /** English titles of works, code and addresses of headings are left as they are. */
  @Test
  void frenchHasASpaceBeforeWhatIsTall() {
    String french = Methodology.of(ruleset, Language.FR).markdown();
    String prose =
        french
            .substring(0, french.indexOf("## Ouvrages sur"))
            .lines()
            .filter(line -> !line.startsWith("- Référence"))
            .map(line -> line.replace("Evidence: A Brief Survey", ""))
            .filter(line -> !line.matches("[| :-]+"))
            .map(line -> line.replaceAll("`[^`]*`|\\]\\([^)]*\\)", "]"))
            .collect(Collectors.joining("\n"));
    assertThat(Pattern.compile("\\S+\\h[:;?!]").matcher(prose).results().count())
        .isGreaterThan(300);
    assertThat(Pattern.compile(".{0,20}[^\\h][:;?!](?![\\w/]).{0,20}").matcher(prose).results())
        .extracting(MatchResult::group)
        .isEmpty();
    assertThat(prose).contains("| D\u00a0: d'ordinaire peu fiable |");
  }

  /** However many there are of each. */
  @Test
  void theCountsNeedNoPlural() {
    assertThat(Methodology.of(ruleset, Language.EN).markdown())
        .containsPattern("Rules: \\d+ live, \\d+ in draft, \\d+ retired; topics: \\d+\n");
    assertThat(Methodology.of(ruleset, Language.FR).markdown())
        .containsPattern(
            "Règles\u00a0: actives \\d+, en projet \\d+, retirées \\d+\u00a0; thèmes\u00a0: \\d+\n");
  }

  @Test
  void twoGenerationsGiveTheSameBytes() throws InvalidRuleset {
    try (Ruleset again = Ruleset.load(Path.of("rules"))) {
      for (Language language : Language.values()) {
        Methodology first = Methodology.of(ruleset, language);
        Methodology second = Methodology.of(again, language);
        assertThat(second.markdown()).isEqualTo(first.markdown());
        assertThat(second.html()).isEqualTo(first.html());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theHtmlIsForEverybodyAndRunsNothing(Language language) {
    Html html = Html.of(Methodology.of(ruleset, language));
    assertThat(html.root().getAttribute("lang")).isEqualTo(language.word());
    assertThat(html.all("title")).singleElement();
    assertThat(html.all("h1")).singleElement();
    int before = 0;
    Set<String> ids = new HashSet<>();
    for (Element element : html.all("*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertThat(level).as(element.getTextContent()).isBetween(1, before + 1);
        before = level;
        assertThat(ids.add(element.getAttribute("id"))).as(element.getTextContent()).isTrue();
      }
    }
    assertThat(html.all("th"))
        .hasSizeGreaterThan(100)
        .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("col", "row"));
    assertThat(html.all("tr"))
        .allSatisfy(tr -> assertThat(tr.getElementsByTagName("th").getLength()).isPositive());
    assertThat(html.all("a"))
        .hasSizeGreaterThan(100)
        .allSatisfy(a -> assertThat(ids).contains(a.getAttribute("href").substring(1)));
    assertThat(html.all("script")).isEmpty();
    assertThat(html.all("link")).isEmpty();
  }

  @Test
  void examplesAreCountedAndTellWhatRulesBearOn() {
    assertThat(section(Methodology.of(ruleset, Language.EN), "interest.insider-against-own-side"))
        .contains("- Shown on: harm, status, responsibility")
        .contains("- Examples: 5 (with a finding 1, without 3, not to be judged 1)")
        .contains("- Not judged, in its examples, for want of: `sources.party`");
    assertThat(live())
        .allSatisfy(card -> assertThat(ruleset.examples(card.id()).propositions()).isNotEmpty());
  }
}
