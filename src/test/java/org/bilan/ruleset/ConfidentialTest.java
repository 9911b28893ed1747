package org.bilan.ruleset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.assess.TwoMoments;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.confidential.Pseudonyms;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.Media;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.explain.Explainer;
import org.bilan.explain.ExplanationJson;
import org.bilan.people.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What others may see of confidential sources, over dossiers made up from seeds, in all that is
 * made of them. A failure names its seed.
 */
class ConfidentialTest {

  private static final int DOSSIERS = EverySeed.MANY;

  private static final JsonMapper JSON = new JsonMapper();

  private static final Pseudonyms KEY =
      Pseudonyms.of(Secret.of("0123456789abcdef0123456789abcdef"));

  /** Where words stand that count as figures do. */
  private static final Pattern CHOSEN =
      Pattern.compile("/(grade|rule|topic|proposition|missing/-)$");

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  /** A dossier with sources marked, and what must not be read. */
  private static final class Marked {
    private final GeneratedDossier dossier;
    private final Random random;
    private final Set<String> secrets = new TreeSet<>();

    Marked(long seed) {
      random = new Random(~seed);
      GeneratedDossier plain = new GeneratedDossier(seed);
      Set<String> sources = new TreeSet<>();
      plain.list("sources").forEach(s -> sources.add(s.get("id").textValue()));
      sources.removeIf(id -> random.nextInt(100) < 60);
      if (sources.isEmpty()) {
        sources.add(plain.any("sources").get("id").textValue());
      }
      Set<String> ids = new TreeSet<>(sources);
      for (JsonNode report : plain.list("reports")) {
        ObjectNode r = (ObjectNode) report;
        if (random.nextInt(100) < 15) {
          r.put("via", plain.any("sources").get("id").textValue());
        }
        if (sources.contains(r.get("source").textValue())
            || sources.contains(r.path("via").asText())) {
          ids.add(r.get("id").textValue());
          r.put("author", secret());
          r.put("url", "https://" + secret() + ".example/" + secret());
          r.put("archiveUrl", "https://archive.example/" + secret());
          r.put("text", "It was " + secret() + " who said so");
        }
      }
      for (JsonNode media : plain.json.path("media")) {
        ObjectNode m = (ObjectNode) media;
        if (ids.contains(m.path("report").asText())) {
          ids.add(m.get("id").textValue());
          String hash = "5ec4e7" + String.format("%058x", random.nextLong());
          secrets.add(hash);
          m.put("sha256", hash);
        }
      }
      for (JsonNode source : plain.list("sources")) {
        ObjectNode s = (ObjectNode) source;
        if (sources.contains(s.get("id").textValue())) {
          s.put("confidential", true);
          if (random.nextInt(100) < 70) {
            s.put("name", secret() + (random.nextBoolean() ? " " + secret() : ""));
          } else {
            s.remove("name");
          }
          if (random.nextBoolean()) {
            s.put("owner", secret());
          }
        }
      }
      Map<String, String> names = new HashMap<>();
      dossier =
          plain.renamed(id -> ids.contains(id) ? names.computeIfAbsent(id, i -> secret()) : id);
      ObjectNode incident = (ObjectNode) dossier.json.get("incident");
      mention(incident, "title");
      dossier.list("claims").forEach(claim -> mention((ObjectNode) claim, "text"));
      for (JsonNode report : dossier.list("reports")) {
        if (random.nextInt(100) < 30 && report.has("text")) {
          mention((ObjectNode) report, "text");
        }
      }
      if (incident.has("place")) {
        mention((ObjectNode) incident.get("place"), "name");
      }
    }

    private String secret() {
      String secret = "zq" + Long.toString(random.nextLong() >>> 1, 36) + "9";
      secrets.add(secret);
      return secret;
    }

    /** Somewhere in a text, as somebody might have written it. */
    private void mention(ObjectNode entry, String field) {
      List<String> all = new ArrayList<>(secrets);
      all.removeIf(secret -> secret.startsWith("5ec4e7"));
      String secret = all.get(random.nextInt(all.size()));
      boolean owner =
          dossier.list("sources").findValuesAsText("owner").contains(secret)
              || dossier.json.toString().contains("It was " + secret)
              || dossier.json.toString().contains("https://" + secret)
              || dossier.json.toString().contains("example/" + secret)
              || partOfName(secret);
      if (!owner) {
        String spelt = random.nextBoolean() ? secret.toUpperCase(Locale.ROOT) : secret;
        entry.put(field, entry.path(field).asText() + " as (" + spelt + ")'s friend has it");
      }
    }

    private boolean partOfName(String secret) {
      return dossier.list("sources").findValuesAsText("name").stream()
          .anyMatch(name -> name.contains(" ") && name.contains(secret));
    }

    byte[] bytes() {
      return dossier.json.toString().getBytes(UTF_8);
    }
  }

  private static Locale locale(Language language) {
    return Locale.forLanguageTag(language.word());
  }

  /** All that is made of a dossier, by what it is. */
  private static Map<String, byte[]> outputs(Dossier dossier, Language language, boolean explain) {
    Map<String, byte[]> outputs = new LinkedHashMap<>();
    Assessment assessment = ruleset.judge(dossier, language);
    outputs.put("assessment", AssessmentJson.write(assessment));
    if (explain) {
      outputs.put(
          "explanation",
          ExplanationJson.with(
              AssessmentJson.write(assessment),
              Explainer.explain(ruleset, dossier, Optional.empty(), assessment, language)));
    }
    outputs.put(
        "comparison",
        AssessmentJson.write(
            new TwoMoments(Instant.parse("2024-03-17T12:00:00Z"), Optional.empty())
                .compare(ruleset, dossier, OptionalLong.empty(), language)));
    return outputs;
  }

  /** But by the record and the copies of the source, which then count for nothing. */
  @Test
  void toMarkASourceChangesNoByteOfAnAssessment() {
    EverySeed.below(
        DOSSIERS,
        seed -> {
          GeneratedDossier plain = new GeneratedDossier(seed);
          plain.list("sources").forEach(s -> ((ObjectNode) s).remove(List.of("record", "copies")));
          GeneratedDossier marked = plain.copy();
          for (JsonNode source : marked.list("sources")) {
            if (marked.chance(60)) {
              ((ObjectNode) source).put("confidential", marked.chance(80));
            }
          }
          assertThat(
                  new String(
                      AssessmentJson.write(ruleset.judge(marked.read(), Language.EN)), UTF_8))
              .isEqualTo(
                  new String(
                      AssessmentJson.write(ruleset.judge(plain.read(), Language.EN)), UTF_8));
        });
  }

  @Test
  void noSecretIsInAnyByteAndScoresAreTheSame() {
    AtomicInteger shown = new AtomicInteger();
    AtomicInteger mentioned = new AtomicInteger();
    AtomicInteger pictures = new AtomicInteger();
    EverySeed.below(
        DOSSIERS,
        seed -> {
          Marked marked = new Marked(seed);
          Dossier dossier = marked.dossier.read();
          Redaction redaction = Redaction.of(dossier, KEY);
          for (Language language : Language.values()) {
            byte[] document = redaction.dossier(marked.bytes(), locale(language));
            assertNoSecret(marked, "dossier", document);
            assertThat(
                    redaction.title(dossier, locale(language)).orElse("").toLowerCase(Locale.ROOT))
                .doesNotContain(marked.secrets);
            mentioned.addAndGet(dossier.incident().title().isPresent() ? 1 : 0);
            // Explanations judge some twenty dossiers more for each claim.
            for (Map.Entry<String, byte[]> output :
                outputs(dossier, language, seed % 10 == 0).entrySet()) {
              byte[] redacted = redaction.output(output.getValue(), locale(language));
              assertNoSecret(marked, output.getKey(), redacted);
              JsonNode before = JSON.readTree(output.getValue());
              JsonNode after = JSON.readTree(redacted);
              pictures.addAndGet(assertOthersPictures(before, after, dossier));
              assertThat(figures(after)).as(output.getKey()).isEqualTo(figures(before));
              assertThat(redaction.output(redacted, locale(language))).isEqualTo(redacted);
              shown.addAndGet(new String(output.getValue(), UTF_8).contains("zq") ? 1 : 0);
            }
          }
        });
    // Else the test would test nothing.
    assertThat(shown.get()).isGreaterThan(DOSSIERS);
    assertThat(mentioned.get()).isGreaterThan(DOSSIERS / 10);
    assertThat(pictures.get()).as("pictures withheld").isGreaterThan(DOSSIERS / 10);
  }

  /**
   * Of pictures those are told that no confidential source published, and no others. Takes them out
   * of both, and returns how many were withheld.
   */
  private static int assertOthersPictures(JsonNode before, JsonNode after, Dossier dossier) {
    Set<String> confidential =
        dossier.sources().stream()
            .filter(Source::marked)
            .map(Source::id)
            .collect(Collectors.toSet());
    Set<String> theirs =
        dossier.reports().stream()
            .filter(
                report ->
                    confidential.contains(report.source())
                        || report.via().filter(confidential::contains).isPresent())
            .map(Report::id)
            .collect(Collectors.toSet());
    Set<String> withheld =
        dossier.media().stream()
            .filter(media -> media.report().filter(theirs::contains).isPresent())
            .map(Media::id)
            .collect(Collectors.toSet());
    List<String> all = before.path("pictures").findValuesAsText("media");
    List<String> others = all.stream().filter(id -> !withheld.contains(id)).toList();
    assertThat(after.path("pictures").findValuesAsText("media"))
        .hasSameSizeAs(others)
        .noneMatch(withheld::contains);
    ((ObjectNode) before).remove("pictures");
    ((ObjectNode) after).remove("pictures");
    return all.size() - others.size();
  }

  @Test
  void aRedactedDossierIsOneAndRedactedAgainItIsTheSame() {
    EverySeed.below(
        DOSSIERS,
        seed -> {
          Marked marked = new Marked(seed);
          Dossier dossier = marked.dossier.read();
          byte[] redacted = Redaction.of(dossier, KEY).dossier(marked.bytes(), Locale.ENGLISH);
          assertThat(Redaction.of(dossier, KEY).dossier(marked.bytes(), Locale.ENGLISH))
              .isEqualTo(redacted);
          Dossier read = DossierReader.read(redacted);
          assertThat(read.sources()).hasSameSizeAs(dossier.sources());
          assertThat(read.reports()).hasSameSizeAs(dossier.reports());
          assertThat(read.media()).hasSameSizeAs(dossier.media());
          assertThat(Redaction.of(read, KEY).dossier(redacted, Locale.ENGLISH)).isEqualTo(redacted);
        });
  }

  @Test
  void anAssessmentMadeUnderPseudonymsIsTheRedactedOneUpToItsOrder() {
    EverySeed.below(
        DOSSIERS,
        seed -> {
          Marked marked = new Marked(seed);
          Dossier dossier = marked.dossier.read();
          Redaction redaction = Redaction.of(dossier, KEY);
          ObjectNode redacted =
              (ObjectNode) JSON.readTree(redaction.dossier(marked.bytes(), Locale.ENGLISH));
          // What origins are found by, as it was; where nothing else tells which of two reports is
          // the original, their sources' names do. Records and copies stay away.
          restore(redacted, marked.dossier.json, "reports", "text", "url", "archiveUrl", "author");
          restore(redacted, marked.dossier.json, "media", "sha256", "perceptualHash", "examined");
          restore(redacted, marked.dossier.json, "sources", "owner", "name");
          byte[] assessment = AssessmentJson.write(ruleset.judge(dossier, Language.EN));
          // Pictures are withheld, and come back here with what was restored.
          byte[] under =
              redaction.output(
                  AssessmentJson.write(ruleset.judge(DossierReader.read(redacted), Language.EN)),
                  Locale.ENGLISH);
          ObjectNode one = (ObjectNode) JSON.readTree(under);
          ObjectNode other =
              (ObjectNode) JSON.readTree(redaction.output(assessment, Locale.ENGLISH));
          assertThat(unordered(one.without("pictures")))
              .isEqualTo(unordered(other.without("pictures")));
        });
  }

  @Test
  void pseudonymsStayWhenTheDossierGrowsAndDifferBetweenIncidents() {
    EverySeed.below(
        300,
        seed -> {
          Marked marked = new Marked(seed);
          Set<String> before = pseudonyms(marked);
          ObjectNode source = marked.dossier.source("another", 0).put("confidential", false);
          marked.dossier.list("sources").insert(0, source);
          marked.dossier.list("reports").insertObject(0).put("id", "new").put("source", "another");
          assertThat(pseudonyms(marked)).isEqualTo(before).isNotEmpty();
          ((ObjectNode) marked.dossier.json.get("incident")).put("id", "elsewhere");
          assertThat(pseudonyms(marked)).doesNotContainAnyElementsOf(before);
        });
  }

  private static Set<String> pseudonyms(Marked marked) throws IOException {
    byte[] redacted =
        Redaction.of(marked.dossier.read(), KEY).dossier(marked.bytes(), Locale.ENGLISH);
    Set<String> pseudonyms = new TreeSet<>();
    for (String list : List.of("sources", "reports", "media")) {
      for (JsonNode entry : JSON.readTree(redacted).path(list)) {
        if (entry.get("id").textValue().startsWith("confidential-")) {
          pseudonyms.add(entry.get("id").textValue());
        }
      }
    }
    return pseudonyms;
  }

  private static void restore(ObjectNode to, ObjectNode from, String list, String... fields) {
    for (int i = 0; i < to.path(list).size(); i++) {
      ObjectNode entry = (ObjectNode) to.path(list).get(i);
      for (String field : fields) {
        if (from.path(list).get(i).has(field)) {
          entry.set(field, from.path(list).get(i).get(field));
        }
      }
    }
  }

  /** Without the order of lists, the sentences, which have one, and why reports are joined. */
  private static Object unordered(JsonNode node) {
    if (node.isArray()) {
      List<String> all = new ArrayList<>();
      node.forEach(entry -> all.add(String.valueOf(unordered(entry))));
      all.sort(null);
      return all;
    } else if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.properties()
          .forEach(
              f -> {
                if (!f.getKey().equals("text") && !f.getValue().isArray()
                    || !f.getKey().equals("text") && !f.getKey().equals("because")) {
                  fields.put(f.getKey(), unordered(f.getValue()));
                }
              });
      return fields;
    }
    return node;
  }

  /** All numbers and grades, where they stand. */
  private static List<String> figures(JsonNode node) {
    List<String> figures = new ArrayList<>();
    figures("", node, figures);
    return figures;
  }

  private static void figures(String at, JsonNode node, List<String> figures) {
    if (node.isContainerNode()) {
      node.properties().forEach(f -> figures(at + "/" + f.getKey(), f.getValue(), figures));
      if (node.isArray()) {
        node.forEach(entry -> figures(at + "/-", entry, figures));
      }
    } else if (!node.isTextual() || CHOSEN.matcher(at).find()) {
      figures.add(at + "=" + node);
    }
  }

  private static void assertNoSecret(Marked marked, String what, byte[] document) {
    String text = new String(document, UTF_8).toLowerCase(Locale.ROOT);
    for (String secret : marked.secrets) {
      if (text.contains(secret)) {
        int at = text.indexOf(secret);
        throw new AssertionError(
            "%s tells %s: …%s…\n%s"
                .formatted(
                    what,
                    secret,
                    text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60)),
                    marked.dossier.json));
      }
    }
  }
}
