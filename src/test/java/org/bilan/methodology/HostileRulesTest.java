package org.bilan.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule file says is shown as it is, and never becomes a part of the page's form. */
class HostileRulesTest {

  private static final String CARD = "interest/insider-against-own-side.yaml";

  /** As YAML has it in double quotes. */
  private static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "<b>x</b> &lt;i> &amp; <!-- x",
          "a | b || c \\\\| d",
          "*a* **b** _c_ __d__ ~~e~~ `f` ``g`",
          "[x](javascript:alert(1)) ![y](z.png) [x]: y",
          "\\n# heading\\n\\n- item\\n\\n    code\\n\\n```\\nfence",
          "# heading #",
          "- item",
          "+ item",
          "1. item",
          "12) item",
          "> quote",
          "=== ---",
          "\\\\",
          "\\\\`x\\\\`",
          "`",
          "x\\u2028- y",
          "|---|---|");

  @TempDir private Path folder;

  private Methodology page(String text, Language language) throws IOException, InvalidRuleset {
    copy("ruleset.yaml", text);
    try (Stream<Path> files = Files.list(Path.of("rules/interest"))) {
      for (Path file : files.toList()) {
        copy("interest/" + file.getFileName(), text);
      }
    }
    try (Ruleset ruleset = Ruleset.load(folder)) {
      return Methodology.of(ruleset, language);
    }
  }

  /** The shipped file, cut to the topic of interest, with a text in all places for texts. */
  private void copy(String name, String text) throws IOException {
    String yaml = Files.readString(Path.of("rules").resolve(name));
    String quoted = '"' + text + '"';
    if (name.equals("ruleset.yaml")) {
      yaml =
          """
          name: %1$s
          prior: {value: -4, unit: %1$s, meaning: {en: %1$s, fr: %1$s}, limits: [-10, 0]}
          caps:
            interest: {value: 12, unit: decibans, meaning: {en: %1$s, fr: %1$s}, limits: [0, 30]}
          grades:
            - grade: fair
              meaning: {en: %1$s, fr: %1$s}
              when:
                evidence-at-least: {value: 1, unit: %1$s, meaning: {en: %1$s, fr: %1$s}, limits: [0, 9]}
                any-finding: [interest.insider-against-own-side]
            - grade: weak
              meaning: {en: %1$s, fr: %1$s}
          credibility:
            - credibility: 6
              meaning: {en: %1$s, fr: %1$s}
          reliability: {resident: C}
          """
              .formatted(quoted);
    } else if (name.equals(CARD)) {
      yaml =
          """
          title: {en: %1$s, fr: %1$s}
          why: {en: %1$s, fr: %1$s}
          status: live
          weight: {value: 6, limits: [0, 12]}
          numbers:
            insiders: {value: 1, unit: %1$s, meaning: {en: %1$s, fr: %1$s}, limits: [1, 3]}
          sentence: {en: %2$s, fr: %2$s}
          reference: %3$s
          """
              .formatted(
                  quoted,
                  '"' + text + " {speakers}" + text + '"',
                  // At the end of the list, as one work.
                  "\"Zz " + text.replace(';', ',') + '"');
    }
    Path copy = folder.resolve(name);
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, yaml);
  }

  @Test
  void noTextBreaksOut() throws IOException, InvalidRuleset {
    for (Language language : Language.values()) {
      List<String> harmless = Html.of(page("harmless", language)).skeleton();
      for (String text : TEXTS) {
        Html html = Html.of(page(text, language));
        assertThat(html.skeleton()).as(text).isEqualTo(harmless);
        String shown =
            text.replace("\\n", " ")
                .replace("\\u2028", " ")
                .replace("\\u202e", "")
                .replace("\\\\", "\\")
                .replaceAll(" +", " ")
                .strip();
        // Name (twice), prior, cap, rungs, title, why, sentence, number, reference …
        assertThat(html.text().split(Pattern.quote(shown), -1).length).as(text).isGreaterThan(15);
        assertThat(html.all("title").get(0).getTextContent()).contains(shown);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "`", "``x`", "a`b", "a\n\n- b", " x "})
  void codeIsShownAsItIs(String text) {
    Html html = Html.of(new Methodology(Language.EN, "", "a " + Markdown.code(text) + " b\n"));
    assertThat(html.all("code"))
        .singleElement()
        .satisfies(
            code -> assertThat(code.getTextContent()).isEqualTo(text.strip().replace("\n\n", " ")));
    assertThat(Markdown.code(" ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-17 was a Sunday, 2024-03-17 was a Sunday",
    "1. item, 1\\. item",
    "-x, \\-x",
    "a*b, a\\*b"
  })
  void noMoreIsEscapedThanMustBe(String text, String markdown) {
    assertThat(Markdown.text(text)).isEqualTo(markdown);
  }
}
