package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Cap;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Proposition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What must always hold (design, section 3), for the shipped rules over dossiers made up from
 * seeds. A failure names its seed.
 */
class InvariantsTest {

  private static final int DOSSIERS = EverySeed.MANY;

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  // 1. Order and names are irrelevant.

  @Test
  void anyOrderOfTheListsGivesTheSameBytes() {
    forEachDossier(
        dossier -> {
          String expected = json(dossier);
          assertThat(json(dossier.shuffled())).isEqualTo(expected);
        });
  }

  @Test
  void anyRenamingOfIdsGivesTheSameBytesUpToTheNames() {
    forEachDossier(
        dossier -> {
          Map<String, String> newName = new HashMap<>();
          Map<String, String> oldName = new HashMap<>();
          GeneratedDossier renamed =
              dossier.renamed(
                  id ->
                      newName.computeIfAbsent(
                          id,
                          old -> {
                            String name = "zq" + Long.toString(dossier.random.nextLong() >>> 1, 36);
                            oldName.put(name, old);
                            return name;
                          }));
          String back =
              Pattern.compile("zq[0-9a-z]+")
                  .matcher(json(renamed.shuffled()))
                  .replaceAll(m -> Matcher.quoteReplacement(oldName.get(m.group())));
          assertThat(back).isEqualTo(json(dossier));
        });
  }

  @Test
  void anyOrderOfTheRulesGivesTheSameBytes() throws InvalidRuleset {
    try (Ruleset shuffled = withRulesShuffled(7)) {
      forEachDossier(
          dossier -> {
            Assessment other = shuffled.judge(dossier.read(), Language.EN);
            assertThat(new String(AssessmentJson.write(other), StandardCharsets.UTF_8))
                .isEqualTo(json(dossier));
          });
    }
  }

  @Test
  void manyThreadsGiveTheSameBytesAsOne() {
    List<Dossier> dossiers =
        LongStream.range(0, DOSSIERS).mapToObj(seed -> new GeneratedDossier(seed).read()).toList();
    List<String> serial = dossiers.stream().map(InvariantsTest::json).toList();
    List<String> parallel = dossiers.parallelStream().map(InvariantsTest::json).toList();
    assertThat(parallel).isEqualTo(serial);
  }

  // 2. An echo is not a witness.

  @Test
  void anEchoChangesNoScoreAndNoGrade() {
    Map<String, Integer> tried = new ConcurrentHashMap<>();
    forEachDossier(
        dossier -> {
          List<ObjectNode> speaking = new ArrayList<>();
          for (JsonNode report : dossier.list("reports")) {
            if (!report.path("stances").isEmpty()) {
              speaking.add((ObjectNode) report);
            }
          }
          if (speaking.isEmpty()) {
            return;
          }
          ObjectNode original = speaking.get(dossier.random.nextInt(speaking.size()));
          for (Echo echo : Echo.values()) {
            if (echo == Echo.SAME_OWNER
                && !dossier.byId("sources", original.get("source").textValue()).has("owner")) {
              continue;
            }
            if (echo == Echo.NEAR_COPY && !original.has("text")) {
              continue;
            }
            if (echo.republishes() && !ofOutlet(dossier, original)) {
              continue;
            }
            if (indistinguishable(dossier, original, echo)) {
              continue;
            }
            tried.merge(echo.name(), 1, Integer::sum);
            GeneratedDossier echoed = dossier.copy();
            addEcho(echoed, original, echo);
            assertThat(scoresAndGrades(echoed))
                .as("%s of %s\n%s", echo, original.get("id"), echoed.json)
                .isEqualTo(scoresAndGrades(dossier));
          }
        });
    assertThat(tried)
        .hasSize(Echo.values().length)
        .allSatisfy((e, n) -> assertThat(n).isGreaterThan(DOSSIERS / 20));
  }

  private enum Echo {
    RELAYS_AND_CITES,
    CITES_AS_ITS_OWN,
    RELAYS_NOBODY_NAMED,
    SAME_SOURCE,
    SAME_OWNER,
    NEAR_COPY,
    SAME_PAGE,
    SAME_AUTHOR;

    /** Whether it publishes again what an outlet has published. */
    boolean republishes() {
      return this == SAME_PAGE || this == SAME_AUTHOR;
    }
  }

  private static boolean ofOutlet(GeneratedDossier dossier, ObjectNode report) {
    ObjectNode source = dossier.byId("sources", report.get("source").textValue());
    return !report.has("via") && source.get("kind").textValue().matches(".*(media|account|agency)");
  }

  /**
   * Where nothing tells which of two reports repeats which: undated texts of two remote outlets,
   * and an undated copy of an undated report that repeats others itself. And where a source, or its
   * owner, comes back to what it has said otherwise since: that is its last word, and news.
   */
  private static boolean indistinguishable(
      GeneratedDossier dossier, ObjectNode original, Echo echo) {
    if ((echo == Echo.SAME_SOURCE || echo == Echo.SAME_OWNER) && saidOtherwise(dossier, original)) {
      return true;
    }
    if (original.has("publishedAt")) {
      return false;
    }
    ObjectNode source = dossier.byId("sources", original.get("source").textValue());
    boolean remoteOutlet =
        source.path("proximity").asText().equals("remote")
            && source.get("kind").textValue().matches(".*(media|account|agency)");
    return switch (echo) {
      case NEAR_COPY, SAME_PAGE, SAME_AUTHOR -> remoteOutlet;
      case SAME_OWNER -> remoteOutlet || original.has("cites");
      case SAME_SOURCE -> original.has("cites");
      default -> false;
    };
  }

  private static boolean saidOtherwise(GeneratedDossier dossier, ObjectNode report) {
    for (JsonNode stance : report.path("stances")) {
      for (JsonNode other : dossier.list("reports")) {
        for (JsonNode then : other.path("stances")) {
          boolean otherwise =
              then.get("claim").equals(stance.get("claim"))
                  ? !then.get("stance").equals(stance.get("stance"))
                  : nobody(dossier, then) != nobody(dossier, stance);
          if (other.get("source").equals(report.get("source")) && otherwise) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether it is about a claim that nobody was harmed: who says both has changed his mind. */
  private static boolean nobody(GeneratedDossier dossier, JsonNode stance) {
    ObjectNode claim = dossier.byId("claims", stance.get("claim").textValue());
    return claim.at("/count/max").asInt(-1) == 0;
  }

  private static void addEcho(GeneratedDossier dossier, ObjectNode original, Echo echo) {
    ObjectNode report = dossier.list("reports").addObject();
    report.put("id", "echo");
    if (original.has("publishedAt") && dossier.chance(70)) {
      report.put("publishedAt", "2024-03-" + (21 + dossier.random.nextInt(5)));
    }
    ArrayNode stances = (ArrayNode) original.get("stances").deepCopy();
    if (echo == Echo.SAME_SOURCE) {
      report.set("source", original.get("source"));
    } else {
      ObjectNode source = dossier.source("echo-source", 0);
      source.remove("owner");
      dossier.fared(source, dossier.random);
      if (dossier.chance(50)) {
        String other = dossier.any("sources").get("id").textValue();
        ObjectNode copying = source.putArray("copies").addObject().put("source", other);
        copying.put("percent", 99).put("shared", 3).put("asOf", "2024-03-15");
      }
      if (echo == Echo.SAME_OWNER) {
        source.set(
            "owner", dossier.byId("sources", original.get("source").textValue()).get("owner"));
      }
      if (echo == Echo.NEAR_COPY || echo == Echo.SAME_OWNER || echo.republishes()) {
        // Where dates do not tell, nothing but distance tells the original from the echo.
        source.put("kind", dossier.one("independent-media", "social-account"));
        source.put("proximity", "remote");
      }
      dossier.list("sources").add(source);
      report.put("source", "echo-source");
    }
    switch (echo) {
      case RELAYS_AND_CITES, CITES_AS_ITS_OWN -> {
        report.putArray("cites").add(original.get("id"));
        stances.forEach(s -> reword(dossier, (ObjectNode) s, echo == Echo.RELAYS_AND_CITES));
      }
      case RELAYS_NOBODY_NAMED -> {
        // Who denies without naming anybody speaks for himself.
        stances.removeIf(s -> s.get("stance").textValue().matches("denies|doubts"));
        stances.forEach(s -> reword(dossier, (ObjectNode) s, true));
      }
      case SAME_PAGE -> {
        report.put("url", original.get("url").textValue() + "/amp?utm_source=echo");
        stances.forEach(s -> reword(dossier, (ObjectNode) s, false));
      }
      case SAME_AUTHOR -> {
        report.set("author", original.get("author"));
        stances.forEach(s -> reword(dossier, (ObjectNode) s, false));
      }
      case NEAR_COPY -> {
        String text = original.get("text").textValue();
        report.put("text", "As told here, " + text.replaceFirst("\\S+ (?=\\S+ $)", "indeed "));
        stances.forEach(s -> reword(dossier, (ObjectNode) s, false));
      }
      default -> {}
    }
    report.set("stances", stances);
  }

  /** An echo may hedge otherwise and give other grounds than what it repeats. */
  private static void reword(GeneratedDossier dossier, ObjectNode stance, boolean relay) {
    String kind = stance.get("stance").textValue();
    boolean carries = kind.equals("asserts") || kind.equals("relays");
    ObjectNode other =
        dossier.stance(stance.get("claim").textValue(), carries && relay ? "relays" : kind);
    stance.removeAll();
    stance.setAll(other);
  }

  @Test
  void aPicturePostedAgainChangesNoScoreAndNoGrade() {
    AtomicInteger same = new AtomicInteger();
    AtomicInteger variations = new AtomicInteger();
    forEachDossier(
        dossier -> {
          List<ObjectNode> offered = new ArrayList<>();
          for (JsonNode picture : dossier.list("media")) {
            if (!picture.path("supports").isEmpty()) {
              offered.add((ObjectNode) picture);
            }
          }
          if (offered.isEmpty()) {
            return;
          }
          ObjectNode original = offered.get(dossier.random.nextInt(offered.size()));
          boolean varied = original.has("perceptualHash") && dossier.chance(50);
          (varied ? variations : same).incrementAndGet();
          GeneratedDossier reposted = dossier.copy();
          addRepost(reposted, original, varied);
          assertThat(scoresAndGrades(reposted))
              .as("%s posted again\n%s", original.get("id"), reposted.json)
              .isEqualTo(scoresAndGrades(dossier));
        });
    assertThat(same.get()).as("the same file").isGreaterThan(DOSSIERS / 10);
    assertThat(variations.get()).as("variations").isGreaterThan(DOSSIERS / 20);
  }

  /**
   * The same file, or a variation of the picture, posted by anybody, with no more said about it
   * than was known. That it came later is told by its date or by what it cites: otherwise nothing
   * tells which of the two was the first.
   */
  private static void addRepost(GeneratedDossier dossier, ObjectNode original, boolean varied) {
    ObjectNode report = dossier.list("reports").addObject();
    report.put("id", "repost");
    if (dossier.chance(50)) {
      int parties = dossier.json.at("/incident/parties").size();
      dossier.list("sources").add(dossier.source("reposter", parties));
      report.put("source", "reposter");
    } else {
      report.put("source", dossier.any("sources").get("id").textValue());
    }
    JsonNode first = original.get("report");
    boolean dated = first != null && dossier.byId("reports", first.textValue()).has("publishedAt");
    boolean cites = first != null && (!dated || dossier.chance(50));
    if (cites) {
      report.putArray("cites").add(first);
    }
    if (dated && !cites || dossier.chance(50)) {
      report.put("publishedAt", "2024-03-" + (21 + dossier.random.nextInt(5)));
    }
    ObjectNode repost = original.deepCopy();
    repost.put("id", "again").put("report", "repost");
    for (String field :
        List.of(
            "shows",
            "place",
            "capturedAt",
            "chronolocated",
            "firstSeenAt",
            "manipulation",
            "credentials")) {
      if (dossier.chance(50)) {
        repost.remove(field);
      }
    }
    // Else nobody knows that it is the same picture, or that it came later.
    boolean recognised = varied || original.has("sha256");
    if (recognised && first != null && dossier.chance(30)) {
      GeneratedDossier.examine(repost.putObject("examined"), dossier.random);
      ((ObjectNode) repost.get("examined")).remove(List.of("firstSeen", "picture"));
    }
    if (varied) {
      long hash = Long.parseUnsignedLong(original.get("perceptualHash").textValue(), 16);
      for (int i = dossier.random.nextInt(7); i > 0; i--) {
        hash ^= 1L << dossier.random.nextInt(64);
      }
      repost.put("perceptualHash", String.format("%016x", hash)).remove("sha256");
    } else if (dossier.chance(50)) {
      repost.remove("perceptualHash");
    }
    dossier.list("media").add(repost);
  }

  // 3. A witness never hurts.

  @Test
  void aWitnessWhoAssertsAClaimNeverLowersIt() {
    forEachDossier(
        dossier -> {
          String claim = dossier.any("claims").get("id").textValue();
          crowd(dossier, claim, "asserts");
          GeneratedDossier more = withWitness(dossier, "last", claim, "asserts");
          ClaimAssessment before = assessed(dossier, claim);
          ClaimAssessment after = assessed(more, claim);
          assertThat(after.evidence())
              .as("%s\n%s", claim, more.json)
              .isGreaterThanOrEqualTo(before.evidence());
          assertThat(after.grade())
              .as("%s\n%s", claim, more.json)
              .isLessThanOrEqualTo(before.grade());
        });
  }

  @Test
  void aWitnessWhoDeniesAClaimNeverRaisesIt() {
    forEachDossier(
        dossier -> {
          String claim = dossier.any("claims").get("id").textValue();
          crowd(dossier, claim, "denies");
          GeneratedDossier more = withWitness(dossier, "last", claim, "denies");
          ClaimAssessment before = assessed(dossier, claim);
          ClaimAssessment after = assessed(more, claim);
          assertThat(after.evidence()).isLessThanOrEqualTo(before.evidence());
          assertThat(after.grade()).isGreaterThanOrEqualTo(before.grade());
        });
  }

  /** Where many say so already, one more gains nothing, and what it might lose shows. */
  private static void crowd(GeneratedDossier dossier, String claim, String kind) {
    int witnesses = dossier.chance(50) ? 0 : 1 + dossier.random.nextInt(5);
    for (int i = 0; i < witnesses; i++) {
      addWitness(dossier, "crowd-" + i, claim, kind);
    }
  }

  private static GeneratedDossier withWitness(
      GeneratedDossier dossier, String id, String claim, String kind) {
    GeneratedDossier more = dossier.copy();
    addWitness(more, id, claim, kind);
    return more;
  }

  private static void addWitness(GeneratedDossier more, String id, String claim, String kind) {
    ObjectNode source = more.list("sources").addObject();
    source.put("id", "witness-" + id).put("proximity", "first-hand");
    source.put(
        "kind",
        more.one(
            "witness",
            "survivor",
            "resident",
            "relative",
            "medical",
            "community",
            "ngo",
            "monitor",
            "independent-media",
            "social-account",
            "unknown",
            "international-organisation"));
    more.howReliable(source);
    more.fared(source, more.random);
    ObjectNode report = more.list("reports").addObject();
    report.put("id", "testimony-" + id).put("source", "witness-" + id);
    if (more.chance(60)) {
      report.put("publishedAt", "2024-03-" + (16 + more.random.nextInt(9)));
    }
    if (more.chance(30)) {
      report.set("via", more.any("sources").get("id"));
    }
    report.putArray("stances").add(more.stance(claim, kind));
    if (kind.equals("asserts") && more.json.path("media").size() > 0 && more.chance(20)) {
      // A picture that is there already, posted again.
      ObjectNode again = more.any("media").deepCopy();
      again.put("id", "shown-by-" + id).put("report", "testimony-" + id);
      more.list("media").add(again);
    }
  }

  // 4. No favourites.

  @Test
  void exchangingTwoPartiesExchangesTheirAssessmentsAndNothingElse() {
    AtomicInteger exchanged = new AtomicInteger();
    forEachDossier(
        dossier -> {
          int parties = dossier.json.at("/incident/parties").size();
          if (parties < 2) {
            return;
          }
          exchanged.incrementAndGet();
          GeneratedDossier other = dossier.partiesExchanged("p0", "p1");
          assertThat(withoutWords(other)).isEqualTo(withoutWords(dossier));
        });
    assertThat(exchanged.get()).isGreaterThan(DOSSIERS / 3);
  }

  @Test
  void aStatesVoiceWeighsWhatAnArmedGroupsVoiceWeighs() {
    Map<String, String> exchange =
        Map.of(
            "military", "armed-group",
            "armed-group", "military",
            "state-forces", "non-state-armed-group",
            "non-state-armed-group", "state-forces");
    forEachDossier(
        dossier -> {
          GeneratedDossier other = dossier.copy();
          exchangeKinds(other.list("sources"), exchange);
          exchangeKinds(other.json.at("/incident/parties"), exchange);
          assertThat(withoutWords(other)).isEqualTo(withoutWords(dossier));
        });
  }

  private static void exchangeKinds(JsonNode entries, Map<String, String> exchange) {
    for (JsonNode entry : entries) {
      if (entry.has("kind")) {
        String kind = entry.get("kind").textValue();
        ((ObjectNode) entry).put("kind", exchange.getOrDefault(kind, kind));
      }
    }
  }

  // 5. Unknown is not no.

  private static final Map<String, List<String>> NEEDS = new LinkedHashMap<>();

  static {
    NEEDS.put("reports/stances.hedged", List.of("wording.all-hedged", "wording.firm"));
    NEEDS.put(
        "reports/stances.basis",
        List.of("wording.hearsay-only", "proximity.grounds-given", "proximity.investigation"));
    NEEDS.put(
        "sources/proximity",
        List.of(
            "proximity.first-hand", "proximity.second-first-hand", "proximity.second-hand-only"));
    NEEDS.put("sources/reliability", List.of("reliability.well-rated", "reliability.poorly-rated"));
    NEEDS.put("sources/record", List.of("reliability.good-record", "reliability.poor-record"));
    NEEDS.put("sources/anonymous", List.of("reliability.all-anonymous"));
    NEEDS.put(
        "claims/count",
        List.of(
            "toll.open-figure",
            "toll.precise-figure",
            "toll.wide-range",
            "toll.all-named",
            "toll.more-named",
            "toll.figures-agree",
            "toll.figures-disperse",
            "toll.deaths-of-wounds"));
    NEEDS.put(
        "claims/namedVictims",
        List.of("toll.named-victims", "toll.several-named", "toll.all-named", "toll.more-named"));
    NEEDS.put("claims/supersedes", List.of("toll.superseded"));
    NEEDS.put(
        "claims/victims",
        List.of(
            "status.civilian-presumed",
            "status.undisputed",
            "status.perpetrator-only",
            "status.claimed-as-member",
            "contradiction.of-status",
            "contradiction.more-say-another-status",
            "interest.partial-losses",
            "imagery.shows-status",
            "imagery.shows-other-status"));
    NEEDS.put(
        "claims/responsible",
        List.of(
            "interest.admission",
            "responsibility.acknowledged",
            "responsibility.undisputed",
            "responsibility.several-parties-acted",
            "interest.partial-admission",
            "interest.enemy-accusation",
            "contradiction.of-responsibility",
            "contradiction.competing-responsibility",
            "contradiction.mutual-blame",
            "contradiction.another-party-admits",
            "contradiction.more-blame-another",
            "contradiction.by-accused",
            "contradiction.by-accused-side",
            "contradiction.denied-by-accused"));
    NEEDS.put("incident/access", List.of("access.denied", "access.restricted"));
    NEEDS.put("incident/communications", List.of("access.blackout", "access.disrupted"));
    NEEDS.put("incident/actions", List.of("responsibility.several-parties-acted"));
    NEEDS.put(
        "media/shows",
        List.of(
            "imagery.shows-harm",
            "imagery.shows-event",
            "imagery.shows-status",
            "imagery.shows-other-status",
            "imagery.satellite",
            "imagery.taken-before",
            "imagery.misplaced",
            "imagery.file-from-before",
            "imagery.file-from-elsewhere",
            "imagery.interested-poster",
            "imagery.poster-against-interest"));
    NEEDS.put(
        "media/place", List.of("imagery.geolocated", "imagery.misplaced", "imagery.other-country"));
    NEEDS.put("media/capturedAt", List.of("imagery.chronolocated", "imagery.taken-before"));
    NEEDS.put("media/chronolocated", List.of("imagery.chronolocated", "imagery.taken-before"));
    NEEDS.put("media/firstSeenAt+examined", List.of("imagery.recycled"));
    NEEDS.put(
        "media/credentials+examined",
        List.of("imagery.credentials-valid", "imagery.credentials-invalid"));
    NEEDS.put(
        "media/report",
        List.of(
            "imagery.interested-poster",
            "imagery.poster-against-interest",
            "imagery.many-posters",
            "imagery.several-show-pictures"));
    NEEDS.put(
        "media/examined",
        List.of(
            "imagery.file-from-before",
            "imagery.file-from-elsewhere",
            "imagery.file-contradictory",
            "imagery.edited",
            "imagery.said-otherwise"));
    NEEDS.put(
        "media/manipulation", List.of("imagery.manipulated", "imagery.manipulation-suspected"));
    NEEDS.put("media/perceptualHash", List.of("imagery.second-picture"));
  }

  @Test
  void aFieldThatIsAbsentMakesItsRulesUnjudgedAndNeverAFinding() {
    Set<String> fired = new ConcurrentSkipListSet<>();
    forEachDossier(
        dossier -> {
          judge(dossier).claims().forEach(c -> c.findings().forEach(f -> fired.add(f.rule())));
          NEEDS.forEach(
              (field, rules) -> {
                String[] path = field.split("/");
                for (ClaimAssessment claim : judge(dossier.without(path[0], path[1])).claims()) {
                  Set<String> unjudged =
                      claim.unjudged().stream().map(u -> u.rule()).collect(Collectors.toSet());
                  assertThat(unjudged).as("without %s", field).containsAll(rules);
                  assertThat(claim.findings())
                      .as("without %s", field)
                      .noneMatch(f -> rules.contains(f.rule()));
                }
              });
        });
    Set<String> live = ruleset.cards().stream().map(RuleCard::id).collect(Collectors.toSet());
    assertThat(fired).as("every rule fires somewhere in these dossiers").isEqualTo(live);
  }

  @Test
  void whatIsCalledUnknownIsAsGoodAsAbsent() {
    forEachDossier(
        dossier -> {
          GeneratedDossier silent = dossier.copy();
          dropIf(silent.list("sources"), "proximity", "unknown");
          dropIf(silent.list("sources"), "reliability", "F");
          dropIf(silent.list("claims"), "victims", "unknown");
          dropIf(silent.list("media"), "credentials", "absent");
          assertThat(scoresAndGrades(silent)).isEqualTo(scoresAndGrades(dossier));
        });
  }

  private static void dropIf(ArrayNode entries, String field, String value) {
    for (JsonNode entry : entries) {
      if (entry.path(field).asText().equals(value)) {
        ((ObjectNode) entry).remove(field);
      }
    }
  }

  // 6. No stance, no effect.

  @Test
  void whatBearsOnNoClaimChangesNothing() {
    forEachDossier(
        dossier -> {
          GeneratedDossier more = dossier.copy();
          more.list("sources").add(more.source("idle", 0));
          ObjectNode report = more.list("reports").addObject();
          report.put("id", "idle-report").put("publishedAt", "2024-05-01").put("text", more.text());
          report.put(
              "source", more.chance(50) ? "idle" : more.any("sources").get("id").textValue());
          if (dossier.list("reports").size() > 0 && more.chance(50)) {
            report.putArray("cites").add(dossier.any("reports").get("id").textValue());
          }
          ObjectNode picture = more.list("media").addObject();
          picture.put("id", "idle-picture").put("kind", "photo").put("report", "idle-report");
          picture.putArray("shows").add("victims");
          assertThat(json(more)).isEqualTo(json(dossier));
        });
  }

  // 7. The sum is the score.

  @Test
  void evidenceIsPriorPlusTheCappedSumsOfTheFindingsShown() {
    forEachDossier(
        dossier -> {
          Assessment assessment = judge(dossier);
          for (ClaimAssessment claim : assessment.claims()) {
            checkSum(assessment.prior(), claim);
          }
        });
  }

  private static void checkSum(int prior, ClaimAssessment claim) {
    // The sum of a topic is taken of findings that stand together.
    assertThat(claim.findings()).isSortedAccordingTo(Finding.ORDER);
    Map<String, Cap> caps = new HashMap<>();
    claim.caps().forEach(cap -> caps.put(cap.topic() + cap.proposition(), cap));
    Map<Proposition, Integer> sums = new TreeMap<>();
    for (Proposition proposition : claim.propositions().keySet()) {
      Map<String, Integer> topics =
          claim.findings().stream()
              .filter(f -> f.proposition() == proposition)
              .collect(
                  Collectors.groupingBy(Finding::topic, Collectors.summingInt(Finding::weight)));
      int sum = prior;
      for (Map.Entry<String, Integer> topic : topics.entrySet()) {
        Cap cap = caps.remove(topic.getKey() + proposition);
        if (cap != null) {
          assertThat(cap.sum()).isEqualTo(topic.getValue());
          assertThat(Math.abs(cap.capped())).isLessThan(Math.abs(cap.sum()));
        }
        sum += cap == null ? topic.getValue() : cap.capped();
      }
      sums.put(proposition, sum);
      assertThat(claim.propositions().get(proposition).evidence()).isEqualTo(sum);
    }
    assertThat(caps).isEmpty();
    assertThat(claim.evidence()).isEqualTo(Collections.min(sums.values()));
    double odds = Math.pow(10, claim.evidence() / 10.0);
    assertThat(claim.score())
        .isEqualTo((int) Math.round(100 * odds / (1 + odds)))
        .isBetween(0, 100);
    assertThat(claim.findings()).allMatch(f -> claim.propositions().containsKey(f.proposition()));
  }

  // What the tests above share.

  private static void forEachDossier(Consumer<GeneratedDossier> check) {
    EverySeed.below(DOSSIERS, seed -> check.accept(new GeneratedDossier(seed)));
  }

  private static Assessment judge(GeneratedDossier dossier) {
    return ruleset.judge(dossier.read(), Language.EN);
  }

  private static String json(GeneratedDossier dossier) {
    return json(dossier.read());
  }

  private static String json(Dossier dossier) {
    byte[] bytes = AssessmentJson.write(ruleset.judge(dossier, Language.EN));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ClaimAssessment assessed(GeneratedDossier dossier, String claim) {
    return judge(dossier).claims().stream()
        .filter(c -> c.claim().equals(claim))
        .findFirst()
        .orElseThrow();
  }

  private record Result(Map<Proposition, ?> propositions, Grade grade) {}

  private static Map<String, Result> scoresAndGrades(GeneratedDossier dossier) {
    Map<String, Result> results = new TreeMap<>();
    judge(dossier)
        .claims()
        .forEach(c -> results.put(c.claim(), new Result(c.propositions(), c.grade())));
    return results;
  }

  /** Everything but the wording, which names the parties. */
  private static Map<String, List<Object>> withoutWords(GeneratedDossier dossier) {
    Map<String, List<Object>> results = new TreeMap<>();
    for (ClaimAssessment c : judge(dossier).claims()) {
      List<String> findings =
          c.findings().stream()
              .map(f -> f.rule() + f.proposition() + f.weight() + new TreeSet<>(f.facts()))
              .toList();
      results.put(
          c.claim(),
          List.of(c.propositions(), c.grade(), c.admiralty(), c.caps(), findings, c.unjudged()));
    }
    return results;
  }

  private static Ruleset withRulesShuffled(long seed) throws InvalidRuleset {
    ShippedRules shipped = ShippedRules.read();
    List<Question> questions = new ArrayList<>(shipped.rules().values());
    Collections.shuffle(questions, new Random(seed));
    return new Ruleset(
        shipped.files(), shipped.settings(), shipped.rules(), Engine.compile(questions), Map.of());
  }
}
