package org.bilan.disguise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Language;
import org.bilan.disguise.Telling.Tongue;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Proposition;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Echoes in disguise, added to the seeds, in which each report was given a text: those whose origin
 * is certain change no score; those whose origin is uncertain raise a claim by no more than an
 * uncertain origin may; and a truly independent account does raise it.
 */
class DisguisesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ECHOES = 20;

  /** Decibans: the weight of independence.uncertain-origin, on each proposition. */
  private static final int UNCERTAIN = 1;

  private static Ruleset ruleset;

  /** How an echo hides where it comes from. */
  private enum Disguise {
    RELAY,
    CITED_AS_ITS_OWN,
    OTHER_OUTLET_OF_THE_OWNER,
    AMP_LINK,
    SAME_AUTHOR,
    CUT_TEXT,
    REORDERED_SENTENCES,
    WORDS_EDITED,
    TRANSLATED,
    TRANSLATED_TO_ARABIC;

    private boolean certain() {
      return this != TRANSLATED && this != TRANSLATED_TO_ARABIC;
    }

    /** Whether only what an outlet has published itself can be repeated so. */
    private boolean ofOutlet() {
      return this == OTHER_OUTLET_OF_THE_OWNER || this == AMP_LINK || this == SAME_AUTHOR;
    }
  }

  @BeforeAll
  static void load() throws InvalidRuleset, IOException {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  static List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.find(Path.of("seeds"), 2, DisguisesTest::dossier)) {
      return files.sorted().toList();
    }
  }

  private static boolean dossier(Path file, BasicFileAttributes attributes) {
    return file.toString().endsWith(".json") && !file.getParent().endsWith("expected");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void echoesInDisguiseRaiseNothing(Path seed) throws IOException, InvalidDossier {
    Random random = new Random(seed.getFileName().toString().hashCode());
    Map<String, Telling> texts = new HashMap<>();
    ObjectNode base = withTexts(seed, texts, random);
    Assessment before = judge(base);
    ObjectNode all = base.deepCopy();
    Map<Disguise, Integer> tried = new EnumMap<>(Disguise.class);
    for (int i = 0; i < ECHOES; i++) {
      Disguise disguise = Disguise.values()[i % Disguise.values().length];
      ObjectNode original = original(base, disguise, random);
      if (original == null) {
        disguise = Disguise.WORDS_EDITED;
        original = original(base, disguise, random);
      }
      tried.merge(disguise, 1, Integer::sum);
      ObjectNode echoed = base.deepCopy();
      long state = random.nextLong();
      add(echoed, "echo-" + i, original, disguise, texts, new Random(state));
      assertUnraised(before, judge(echoed), disguise.certain(), disguise + "\n" + echoed);
      add(all, "echo-" + i, original, disguise, texts, new Random(state));
    }
    assertThat(tried.get(Disguise.TRANSLATED)).isPositive();
    assertUnraised(before, judge(all), false, "all echoes at once\n" + all);
  }

  /**
   * Other words, other facts, other people asked. Beyond the third origin the rules count in steps:
   * where one more reaches none, five more do.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void anIndependentAccountDoesRaiseAClaim(Path seed) throws IOException, InvalidDossier {
    Random random = new Random(1);
    ObjectNode base = withTexts(seed, new HashMap<>(), random);
    Assessment before = judge(base);
    for (JsonNode each : base.get("claims")) {
      String id = each.get("id").textValue();
      ClaimAssessment claim = claim(before, id);
      ClaimAssessment one = claim(judge(withAccounts(1, id, base, random)), id);
      ClaimAssessment five = claim(judge(withAccounts(5, id, base, random)), id);
      assertThat(one.origins()).as(id).hasSize(claim.origins().size() + 1);
      claim
          .propositions()
          .forEach(
              (proposition, score) -> {
                int then = one.propositions().get(proposition).evidence();
                assertThat(then).as(id).isGreaterThanOrEqualTo(score.evidence());
                if (then == score.evidence() && !capped(claim, proposition)) {
                  assertThat(five.propositions().get(proposition).evidence())
                      .as(id)
                      .isGreaterThan(then);
                  assertThat(origins(claim, proposition)).as(id).isGreaterThanOrEqualTo(3);
                }
              });
    }
  }

  private static ObjectNode withAccounts(int accounts, String claim, ObjectNode base, Random random)
      throws IOException {
    ObjectNode more = base.deepCopy();
    for (int i = 0; i < accounts; i++) {
      source(more, "independent-" + i).put("kind", "monitor");
      ObjectNode report = report(more, "account-" + i, "independent-" + i);
      report.put("text", Telling.of(1, random).in(Tongue.ENGLISH));
      stance(report, claim, "asserts").put("basis", "interviews");
    }
    return more;
  }

  /** Independent origins that the third one's rule tells of; 0 where there is no third. */
  private static int origins(ClaimAssessment claim, Proposition proposition) {
    return claim.findings().stream()
        .filter(finding -> finding.proposition() == proposition)
        .filter(finding -> finding.rule().equals("independence.third-origin"))
        .mapToInt(finding -> (int) finding.because().values().get("origins"))
        .findFirst()
        .orElse(0);
  }

  /** Where the cap has been reached, one more origin adds nothing. */
  private static boolean capped(ClaimAssessment claim, Proposition proposition) {
    return claim.caps().stream()
        .anyMatch(c -> c.topic().equals("independence") && c.proposition() == proposition);
  }

  private static void assertUnraised(
      Assessment before, Assessment after, boolean certain, String what) {
    for (ClaimAssessment claim : before.claims()) {
      ClaimAssessment then = claim(after, claim.claim());
      if (certain) {
        assertThat(then.evidence()).as(what).isEqualTo(claim.evidence());
        assertThat(then.propositions()).as(what).isEqualTo(claim.propositions());
      } else {
        assertThat(then.evidence()).as(what).isLessThanOrEqualTo(claim.evidence() + UNCERTAIN);
        // The worse the greater: an unknown origin makes no information better than it was.
        assertThat(then.admiralty().credibility())
            .as(what)
            .isGreaterThanOrEqualTo(Math.min(2, claim.admiralty().credibility()));
      }
      assertThat(then.grade()).as(what).isEqualTo(claim.grade());
    }
  }

  private static ClaimAssessment claim(Assessment assessment, String id) {
    return assessment.claims().stream().filter(c -> c.claim().equals(id)).findFirst().orElseThrow();
  }

  private static Assessment judge(ObjectNode dossier) throws InvalidDossier {
    return ruleset.judge(DossierReader.read(dossier), Language.EN);
  }

  private static ObjectNode withTexts(Path seed, Map<String, Telling> texts, Random random)
      throws IOException {
    ObjectNode dossier = (ObjectNode) JSON.readTree(Files.readAllBytes(seed));
    for (JsonNode report : dossier.get("reports")) {
      Telling telling = Telling.of(1, random);
      texts.put(report.get("id").textValue(), telling);
      ((ObjectNode) report).put("text", telling.in(Tongue.ENGLISH));
      ((ObjectNode) report).put("author", "Author of " + report.get("id").textValue());
      ((ObjectNode) report).put("url", "https://news.example/" + report.get("id").textValue());
    }
    return dossier;
  }

  /** A report that can be repeated so; null where there is none. */
  private static ObjectNode original(ObjectNode dossier, Disguise disguise, Random random) {
    List<JsonNode> reports = new ArrayList<>();
    for (JsonNode report : dossier.get("reports")) {
      boolean says = !report.path("stances").isEmpty() && report.has("publishedAt");
      if (says && (!disguise.ofOutlet() || ofOutlet(dossier, report))) {
        reports.add(report);
      }
    }
    Collections.shuffle(reports, random);
    return reports.isEmpty() ? null : (ObjectNode) reports.get(0);
  }

  private static boolean ofOutlet(ObjectNode dossier, JsonNode report) {
    return !report.has("via")
        && sourceOf(dossier, report).get("kind").textValue().matches(".*(media|agency|account)");
  }

  private static ObjectNode sourceOf(ObjectNode dossier, JsonNode report) {
    for (JsonNode source : dossier.get("sources")) {
      if (source.get("id").equals(report.get("source"))) {
        return (ObjectNode) source;
      }
    }
    throw new IllegalStateException("No source of " + report);
  }

  private static void add(
      ObjectNode dossier,
      String id,
      ObjectNode original,
      Disguise disguise,
      Map<String, Telling> texts,
      Random random) {
    ObjectNode source = source(dossier, "source-" + id);
    source.put("kind", "independent-media").put("proximity", "remote");
    ObjectNode report = report(dossier, id, "source-" + id);
    for (JsonNode said : original.get("stances")) {
      boolean carries = said.get("stance").textValue().matches("asserts|relays");
      String kind = carries ? "asserts" : said.get("stance").textValue();
      stance(
          report,
          said.get("claim").textValue(),
          carries && disguise == Disguise.RELAY ? "relays" : kind);
    }
    Telling text = texts.get(original.get("id").textValue());
    switch (disguise) {
      case RELAY, CITED_AS_ITS_OWN -> report.putArray("cites").add(original.get("id"));
      case OTHER_OUTLET_OF_THE_OWNER -> {
        ObjectNode owned = sourceOf(dossier, original);
        owned.put("owner", owned.path("owner").asText("Owner of " + owned.get("id").textValue()));
        source.set("owner", owned.get("owner"));
      }
      case AMP_LINK -> report.put("url", original.get("url").textValue() + "/amp?utm_source=" + id);
      case SAME_AUTHOR -> report.set("author", original.get("author"));
      case CUT_TEXT -> report.put("text", text.cut().in(Tongue.ENGLISH));
      case REORDERED_SENTENCES -> report.put("text", text.reordered(random).in(Tongue.ENGLISH));
      case WORDS_EDITED ->
          report.put("text", text.edited(10 + random.nextInt(21), random).in(Tongue.ENGLISH));
      case TRANSLATED -> report.put("text", text.retold(random).in(Tongue.FRENCH));
      case TRANSLATED_TO_ARABIC -> report.put("text", text.retold(random).in(Tongue.ARABIC));
    }
  }

  private static ObjectNode source(ObjectNode dossier, String id) {
    return dossier.withArray("sources").addObject().put("id", id).put("name", "Name of " + id);
  }

  private static ObjectNode report(ObjectNode dossier, String id, String source) {
    ObjectNode report = dossier.withArray("reports").addObject();
    return report.put("id", id).put("source", source).put("publishedAt", "2024-03-25");
  }

  private static ObjectNode stance(ObjectNode report, String claim, String stance) {
    ArrayNode stances = report.withArray("stances");
    return stances.addObject().put("claim", claim).put("stance", stance);
  }
}
