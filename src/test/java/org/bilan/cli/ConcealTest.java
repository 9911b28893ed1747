package org.bilan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bilan.assess.TwoMoments;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.confidential.Pseudonyms;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.explain.Explainer;
import org.bilan.people.Secret;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code score --conceal}: what may be published. */
class ConcealTest {

  private static final String SEED = "seeds/amasrakad.json";

  @TempDir private Path folder;

  private final List<String> secrets = new ArrayList<>();
  private Path marked;
  private JsonNode document;

  @BeforeEach
  void mark() throws IOException {
    document = new JsonMapper().readTree(Path.of(SEED).toFile());
    for (JsonNode source : document.get("sources")) {
      ObjectNode s = (ObjectNode) source;
      if (!s.get("id").textValue().equals("s-army")) {
        s.put("confidential", true);
        secrets.add(s.get("name").textValue());
        secrets.add(s.get("id").textValue());
        for (JsonNode report : document.get("reports")) {
          if (report.get("source").equals(s.get("id"))) {
            secrets.add(report.get("id").textValue());
          }
        }
      }
    }
    marked = Files.writeString(folder.resolve("marked.json"), document.toString());
  }

  private String run(String... more) {
    String[] arguments =
        Stream.concat(Stream.of("score", marked.toString()), Stream.of(more))
            .toArray(String[]::new);
    Cli run = Cli.run(arguments);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    // As the table breaks its lines.
    return run.text().replaceAll("\\s+", " ");
  }

  @Test
  void nothingThatIsPrintedNamesAConfidentialSource() {
    for (String language : List.of("en", "fr")) {
      for (List<String> way :
          List.of(
              List.<String>of(),
              List.of("--explain", "--since", "2024-03-17"),
              List.of("--format", "jsonl", "--explain"),
              List.of("--format", "jsonl", "--since", "2024-03-17"))) {
        List<String> options = new ArrayList<>(way);
        options.addAll(List.of("--lang", language));
        assertThat(run(options.toArray(String[]::new))).contains("r-residents");
        options.add("--conceal");
        assertThat(run(options.toArray(String[]::new)))
            .doesNotContain(secrets)
            .contains(language.equals("en") ? "Confidential source " : "Source confidentielle ");
      }
    }
  }

  @Test
  void whatIsNotMarkedIsPrintedAsItIs() {
    assertThat(Cli.run("score", "--conceal", "--explain", SEED).out())
        .isEqualTo(Cli.run("score", "--explain", SEED).out());
  }

  @Test
  void linesAreTheBytesThatOtherDoorsGive() throws Exception {
    Pseudonyms key = Pseudonyms.of(Secret.random());
    Dossier dossier = Documents.read(document);
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      for (Language language : Language.values()) {
        Assessment assessment = ruleset.judge(dossier, language);
        TwoMoments moments =
            new TwoMoments(Moment.parse("2024-03-17").orElseThrow().latest(), Optional.empty());
        for (boolean compared : new boolean[] {true, false}) {
          Judged judged =
              new Judged(
                  dossier,
                  assessment,
                  Optional.of(
                      Explainer.explain(ruleset, dossier, Optional.empty(), assessment, language)),
                  compared
                      ? Optional.of(
                          moments.compare(ruleset, dossier, OptionalLong.empty(), language))
                      : Optional.empty());
          byte[] json = document.toString().getBytes(UTF_8);
          byte[] concealed = Concealing.with(key, language).conceal(judged, json).json();
          byte[] redacted =
              Redaction.of(dossier, key)
                  .output(judged.json(), Locale.forLanguageTag(language.word()));
          assertThat(new String(concealed, UTF_8)).isEqualTo(new String(redacted, UTF_8));
        }
      }
    }
  }

  @Test
  void theHelpSaysWhatPseudonymsDependOn() {
    assertThat(Cli.run("score", "--help").text()).contains("--conceal", "BILAN_SECRET");
  }
}
