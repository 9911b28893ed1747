package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.bilan.dossier.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code score --since}: what changed, without a server and without a database. */
class SinceTest {

  private static final String SEED = "seeds/amasrakad.json";

  @TempDir private Path folder;

  @Test
  void aPersonIsToldWhatHasChangedSince() {
    Cli run = Cli.run("score", "--since", "2024-03-17", SEED);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    String table = Cli.run("score", SEED).text();
    assertThat(run.text()).startsWith(table);
    assertThat(run.text().substring(table.length()))
        .contains("What changed from what was known by 2024-03-17 23:59 UTC")
        .containsPattern("civilians-14: – → \\d+/100 .* \\(nobody had spoken of it yet\\)")
        .containsPattern("terrorists-several: \\d+/100 .* → \\d+/100")
        .containsPattern("came +−\\d ·S· Somebody from the same side says the contrary")
        .containsPattern("moved +\\+4 .* Before:\\s+Independent origins")
        .contains("origin came: r-residents", "Toll: killed, civilians: – → low 13");
  }

  @Test
  void reasonsAreInTheLanguageAskedFor() {
    String text = Cli.run("score", "--lang", "fr", "--since", "2024-03-17", SEED).text();
    assertThat(text.substring(text.indexOf("Ce qui a changé")))
        .contains("nul n'en avait encore parlé", "Avant : Origines indépendantes")
        .doesNotContain("Independent", "came", "Before");
  }

  @Test
  void nothingIsAnAnswerToo() {
    assertThat(Cli.run("score", "--since", "2024-03-20", SEED).text()).contains("\n  Nothing.\n");
    assertThat(Cli.run("score", "--since", "2024-03-17", "--as-of", "2024-03-17", SEED).text())
        .contains("\n  Nothing.\n");
  }

  @Test
  void sinceAfterAllThatIsKnownNothingHasChangedAndNoSideIsLaterThanTheOther() throws IOException {
    Cli run = Cli.run("score", "--format", "jsonl", "--since", "2999-01-01", SEED);
    assertThat(run.code()).isZero();
    JsonNode comparison = new JsonMapper().readTree(run.text());
    assertThat(comparison.get("changed").booleanValue()).isFalse();
    JsonNode known =
        new JsonMapper().readTree(Cli.run("score", "--format", "jsonl", SEED).text()).get("asOf");
    assertThat(comparison.at("/before/asOf")).isEqualTo(known);
    assertThat(comparison.at("/after/asOf")).isEqualTo(known);
    assertThat(Cli.run("score", "--since", "2999-01-01", SEED).text()).doesNotContain("2999");
  }

  @Test
  void whatCanBeJudgedNowIsTold() throws IOException {
    ObjectNode document = Documents.small();
    Documents.set(document, "/media/0/firstSeenAt", "\"2024-03-20\"");
    Path file = Files.writeString(folder.resolve("d.json"), document.toString());
    String text = Cli.run("score", "--since", "2024-03-19", file.toString()).text();
    assertThat(text.substring(text.indexOf("What changed")))
        .contains("can be judged now: imagery.");
  }

  @Test
  void aMachineGetsOneComparisonALine() throws IOException {
    Cli run =
        Cli.run(
            "score",
            "--format",
            "jsonl",
            "--since",
            "2024-03-17",
            "--as-of",
            "2024-03-18",
            SEED,
            "seeds/mahou.json");
    assertThat(run.code()).isZero();
    String[] lines = run.text().split("\n");
    assertThat(lines).hasSize(2);
    JsonNode comparison = new JsonMapper().readTree(lines[0]);
    assertThat(comparison.at("/before/asOf").textValue()).isEqualTo("2024-03-17T23:59:59.999999Z");
    assertThat(comparison.at("/after/asOf").textValue()).isEqualTo("2024-03-18T23:59:59.999999Z");
    assertThat(comparison.at("/before").has("version")).isFalse();
    assertThat(comparison.at("/claims/0").has("findings")).isTrue();
  }

  @Test
  void aMomentThatIsNoneOrLaterIsWrongUse() {
    Cli none = Cli.run("score", "--since", "yesterday", SEED);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("--since", "yesterday", "a date or a date-time with offset");
    Cli later = Cli.run("score", "--since", "2024-03-19", "--as-of", "2024-03-18", SEED);
    assertThat(later.code()).isEqualTo(2);
    assertThat(later.err()).contains("--since", "not after --as-of, which is 2024-03-18");
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    for (String bundle : new String[] {"org.bilan.cli.changes", "org.bilan.assess.timeline"}) {
      ResourceBundle.Control control =
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
      ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH, control);
      ResourceBundle french = ResourceBundle.getBundle(bundle, Locale.FRENCH, control);
      assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
      for (String key : english.keySet()) {
        assertThat(french.getString(key)).as(key).isNotEqualTo(english.getString(key));
      }
    }
  }

  @Test
  void withAnExplanationItIsTwoDocumentsAndOneTable() {
    String[] both = {"score", "--since", "2024-03-17", "--explain", "seeds/gao-rockets.json"};
    assertThat(Cli.run(both).code()).isZero();

    Cli run =
        Cli.run(
            Stream.concat(Stream.of(both), Stream.of("--format", "jsonl")).toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("--explain and --since make two documents");
  }
}
