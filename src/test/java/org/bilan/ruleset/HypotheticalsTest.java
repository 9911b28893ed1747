package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Moment;
import org.bilan.explain.Explainer;
import org.bilan.explain.Explanation;
import org.bilan.explain.ExplanationJson;
import org.bilan.explain.WhatIf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would change a grade, and what would not: as judged, for generated dossiers and small. */
class HypotheticalsTest {

  private static final int DOSSIERS = 30;

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void eachStandsAsTheReallyChangedDossierIsJudged() {
    Set<String> supposed = new ConcurrentSkipListSet<>();
    Set<Boolean> changes = new ConcurrentSkipListSet<>();
    EverySeed.below(
        DOSSIERS,
        seed -> {
          GeneratedDossier dossier = new GeneratedDossier(seed);
          for (Explanation explanation : explain(dossier.read())) {
            assertThat(explanation.whatIf()).hasSizeBetween(1, Explainer.MOST);
            for (WhatIf whatIf : explanation.whatIf()) {
              GeneratedDossier really = dossier.copy();
              add(whatIf.adds(), really.json);
              ClaimAssessment judged =
                  ruleset.judge(DossierReader.read(really.json), Language.EN).claims().stream()
                      .filter(claim -> claim.claim().equals(explanation.claim()))
                      .findFirst()
                      .orElseThrow();
              assertThat(whatIf.after())
                  .as(whatIf.sentence())
                  .isEqualTo(
                      new WhatIf.Standing(judged.grade(), judged.score(), judged.evidence()));
              assertThat(whatIf.changes())
                  .isEqualTo(whatIf.before().grade() != whatIf.after().grade());
              if (whatIf.supposed().equals(List.of("relayed"))) { // An echo is not a witness.
                assertThat(whatIf.after()).isEqualTo(whatIf.before());
              }
              supposed.addAll(whatIf.supposed());
              changes.add(whatIf.changes());
            }
            List<Boolean> order = explanation.whatIf().stream().map(WhatIf::changes).toList();
            assertThat(order.lastIndexOf(true)).isLessThan(firstOr(order.indexOf(false)));
          }
        });
    assertThat(changes).containsExactlyInAnyOrder(true, false);
    // Each kind is met, but a photo's variants: dossiers with and without places have them.
    assertThat(supposed)
        .contains(
            "witness",
            "second-witness",
            "action",
            "admission",
            "geolocated",
            "named",
            "denial",
            "said-fighters",
            "said-civilians",
            "blamed-another",
            "insider",
            "investigation",
            "records",
            "own-losses",
            "chronolocated",
            "relayed",
            "retracted",
            "identified");
  }

  private static int firstOr(int index) {
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  private static void add(JsonNode adds, ObjectNode dossier) {
    adds.at("/incident/actions")
        .forEach(action -> dossier.withObject("/incident").withArray("actions").add(action));
    for (String list : List.of("sources", "claims", "reports", "media")) {
      for (JsonNode added : adds.path(list)) {
        ArrayNode known = dossier.withArray(list);
        ObjectNode same = null;
        for (JsonNode entry : known) {
          same = entry.get("id").equals(added.get("id")) ? (ObjectNode) entry : same;
        }
        if (same == null) {
          known.add(added);
        } else {
          same.setAll((ObjectNode) added);
        }
      }
    }
  }

  /** Whoever adds what is supposed and asks by the same moment is told the same. */
  @Test
  void byAMomentTooEachStandsAsTheReallyChangedDossierIsJudged() {
    Set<String> supposed = new ConcurrentSkipListSet<>();
    EverySeed.below(
        DOSSIERS,
        seed -> {
          GeneratedDossier dossier = new GeneratedDossier(seed);
          for (String moment : List.of("2024-03-17", "2024-03-21T09:30:00Z")) {
            Instant asOf = Moment.parse(moment).orElseThrow().latest();
            for (Explanation explanation : explain(dossier.read(), asOf)) {
              for (WhatIf whatIf : explanation.whatIf()) {
                GeneratedDossier really = dossier.copy();
                add(whatIf.adds(), really.json);
                ClaimAssessment judged =
                    ruleset
                        .judge(DossierReader.read(really.json), asOf, Language.EN)
                        .claims()
                        .stream()
                        .filter(claim -> claim.claim().equals(explanation.claim()))
                        .findFirst()
                        .orElseThrow();
                assertThat(whatIf.after())
                    .as("%s, %s", moment, whatIf.sentence())
                    .isEqualTo(
                        new WhatIf.Standing(judged.grade(), judged.score(), judged.evidence()));
                supposed.addAll(whatIf.supposed());
              }
            }
          }
        });
    assertThat(supposed).contains("witness", "denial", "chronolocated", "retracted");
  }

  @ParameterizedTest
  @CsvSource({
    // Two days on; where that is too late, at the moment itself; where no time is left, not at all.
    "2024-03-17, 2024-03-25, 2024-03-19T00:00:00Z",
    "2024-03-17, 2024-03-18, 2024-03-18T23:59:59.999999Z",
    "2024-03-17, 2024-03-18T06:00:00Z, 2024-03-18T06:00:00Z",
    "2024-03-17, 2024-03-17,",
    "2024-03-17, 2024-03-17T12:00:00Z,",
    "9999-12-29, 9999-12-31T23:59:59-18:00, 9999-12-31T00:00:00Z",
    "9999-12-30, 9999-12-31T23:59:59-18:00, 9999-12-31T23:59:59.999999Z",
    "9999-12-31, 9999-12-31T23:59:59-18:00,",
  })
  void aRetractionIsSupposedAfterAllAndByTheMoment(String published, String moment, String when)
      throws InvalidDossier {
    ObjectNode dossier = dated("2024-03-16", published);
    Instant asOf = Moment.parse(moment).orElseThrow().latest();
    List<WhatIf> found = find(explain(DossierReader.read(dossier), asOf).get(0), "retracted");
    assertThat(found)
        .extracting(whatIf -> whatIf.adds().at("/reports/0/publishedAt").textValue())
        .isEqualTo(when == null ? List.of() : List.of(when));
    for (WhatIf whatIf : found) {
      assertThat(whatIf.after().evidence()).isLessThan(whatIf.before().evidence());
    }
  }

  /** The contract spells years with four digits: what it refuses cannot be added. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-16, 9999-12-31, false, true",
    "2024-03-16, 9999-12-30, true, true",
    "2024-03-16, 9999-12-31T23:59:59-18:00, false, true",
    "9999-12-31T23:59:59-18:00, 9999-12-31T23:59:59-18:00, false, false",
    "0000-01-01T00:00:00+18:00, 0000-01-01T00:00:00+18:00, true, false",
  })
  void whatIsSupposedCanBeAdded(
      String begun, String published, boolean retracted, boolean chronolocated)
      throws InvalidDossier {
    ObjectNode dossier = dated(begun, published);
    Explanation explanation = explain(DossierReader.read(dossier)).get(0);
    assertThat(find(explanation, "retracted")).hasSize(retracted ? 1 : 0);
    assertThat(find(explanation, "chronolocated")).hasSize(chronolocated ? 1 : 0);
    for (WhatIf whatIf : explanation.whatIf()) {
      ObjectNode really = dossier.deepCopy();
      add(whatIf.adds(), really);
      assertThat(ruleset.judge(DossierReader.read(really), Language.EN).claims())
          .as(whatIf.sentence())
          .anySatisfy(claim -> assertThat(claim.score()).isEqualTo(whatIf.after().score()));
    }
  }

  /** One who said so on a day, and a picture, of an incident on another. */
  private static ObjectNode dated(String begun, String published) {
    return new DossierBuilder()
        .incident("date: {from: '" + begun + "'}")
        .claim("c", "killed", "victims: 'civilian'")
        .source("s", "resident")
        .report("r", "s", "publishedAt: '" + published + "'", "c asserts")
        .photo("m", "shows: ['victims'], supports: ['c']")
        .tree();
  }

  @Test
  void anyOrderOfTheListsGivesTheSameExplanation() {
    EverySeed.below(
        DOSSIERS / 3,
        seed -> {
          GeneratedDossier dossier = new GeneratedDossier(seed);
          assertThat(json(dossier.shuffled().read())).isEqualTo(json(dossier.read()));
        });
  }

  private static String json(Dossier dossier) {
    Assessment assessment = ruleset.judge(dossier, Language.EN);
    return new String(
        ExplanationJson.with(
            AssessmentJson.write(assessment),
            Explainer.explain(ruleset, dossier, Optional.empty(), assessment, Language.EN)),
        StandardCharsets.UTF_8);
  }

  @Test
  void oneMoreWitnessMakesASingleSourceFair() {
    WhatIf witness = only(find(explain(one()).get(0), "witness"));
    assertThat(witness.before().grade()).isEqualTo(Grade.WEAK);
    assertThat(witness.after().grade()).isEqualTo(Grade.FAIR);
    assertThat(witness.sentence())
        .isEqualTo(
            "If one more resident, named and with no stake in it, who was there, said so firmly, from what they saw");
    WhatIf geolocated = only(find(explain(one()).get(0), "geolocated"));
    assertThat(geolocated.changes()).isFalse();
    assertThat(geolocated.sentence()).contains("(m2)", "at the place that is given");
    assertThat(geolocated.adds().toString())
        .isEqualTo("{\"media\":[{\"id\":\"m2\",\"place\":{\"lat\":16.0,\"lon\":1.0}}]}");
    WhatIf admission = only(find(explain(one()).get(0), "admission"));
    assertThat(admission.after().grade()).isEqualTo(Grade.CONFIRMED);
    assertThat(admission.sentence()).contains("(ARMY)");
    WhatIf denial = only(find(explain(one()).get(0), "denial"));
    assertThat(denial.after().grade()).isEqualTo(Grade.CONTESTED);
  }

  private static Dossier one() {
    return new DossierBuilder()
        .incident("place: {lat: 16.0, lon: 1.0}")
        .party("army", "rebels")
        .party("rebels", "army")
        .action("party: 'army', status: 'likely'")
        .claim("c", "killed", "victims: 'civilian', responsible: 'army', count: {min: 3, max: 3}")
        .says("r", "resident", "anonymous: true", "c asserts")
        .photo("m2", "shows: ['victims'], supports: ['c'], report: 'r'")
        .build();
  }

  @Test
  void twoAtOnceAreTriedOnlyWhereNoneSuffices() {
    assertThat(explain(one()).get(0).whatIf()).allMatch(whatIf -> whatIf.supposed().size() == 1);
    Dossier nothing =
        new DossierBuilder()
            .party("army")
            .claim("c", "killed", "responsible: 'army'")
            .source("silent", "resident")
            .build();
    List<WhatIf> all = explain(nothing).get(0).whatIf();
    assertThat(all)
        .filteredOn(w -> w.after().grade() == Grade.FAIR)
        .extracting(WhatIf::supposed)
        .containsExactly(List.of("witness", "second-witness", "action"));
    assertThat(all).anyMatch(w -> w.supposed().size() == 2);
  }

  @Test
  void idsThatTheDossierUsesAreLeftAlone() {
    Dossier dossier =
        new DossierBuilder()
            .claim("supposed-claim", "killed", "victims: 'civilian'")
            .says("supposed-resident", "resident", "", "supposed-claim asserts")
            .build();
    for (WhatIf whatIf : explain(dossier).get(0).whatIf()) {
      whatIf
          .adds()
          .path("sources")
          .forEach(s -> assertThat(s.get("id").textValue()).isNotEqualTo("supposed-resident"));
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void aDossierAtTheBoundIsExplainedAndALargerOneIsToldToBeTooLarge() {
    long start = System.nanoTime();
    assertThat(explain(large(20, 25))).allMatch(e -> e.whatIf().size() > 7 && e.note().isEmpty());
    System.out.printf("The largest took %d ms%n", (System.nanoTime() - start) / 1_000_000);
    for (Explanation explanation : explain(large(20, 26))) {
      assertThat(explanation.whatIf()).isEmpty();
      assertThat(explanation.note().orElseThrow())
          .contains("at most 20 claims, 500 reports and media");
      assertThat(explanation.rules()).hasSameSizeAs(ruleset.cards());
    }
  }

  private static Dossier large(int claims, int entries) {
    DossierBuilder dossier = new DossierBuilder().party("army").source("s", "witness");
    List<String> stances = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      dossier.claim("c" + i, "killed", "count: {min: %d, max: %d}".formatted(i, i + 3));
      stances.add("c" + i + " asserts");
    }
    for (int i = 0; i < entries; i++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; text.length() < 3_840; word++) {
        text.append(Integer.toString((i + 7) * (word + 13) * 7919, 36)).append(' ');
      }
      text.setLength(3_840);
      dossier.source("s" + i, "resident");
      dossier.report("r" + i, "s" + i, "text: '" + text + "'", stances.toArray(String[]::new));
    }
    return dossier.build();
  }

  @Test
  void whatIsLeftOutIsTold() {
    DossierBuilder dossier = new DossierBuilder().incident("place: {lat: 16.0, lon: 1.0}");
    dossier.party("a", "b").party("b", "a").party("c").party("d");
    dossier.claim(
        "x",
        "killed",
        "victims: 'combatant', victimsParty: 'b', responsible: 'a', count: {min: 3}");
    for (int i = 0; i < 3; i++) {
      dossier.says("r" + i, "resident", "anonymous: true", "x asserts");
      dossier.photo("m" + i, "supports: ['x']");
    }
    Explanation explanation = explain(dossier.build()).get(0);
    assertThat(explanation.whatIf()).hasSize(Explainer.MOST);
    assertThat(explanation.note().orElseThrow()).contains("more suppositions were not judged");
  }

  private static List<Explanation> explain(Dossier dossier) {
    return Explainer.explain(
        ruleset, dossier, Optional.empty(), ruleset.judge(dossier, Language.EN), Language.EN);
  }

  private static List<Explanation> explain(Dossier dossier, Instant asOf) {
    return Explainer.explain(
        ruleset,
        dossier,
        Optional.of(asOf),
        ruleset.judge(dossier, asOf, Language.EN),
        Language.EN);
  }

  private static List<WhatIf> find(Explanation explanation, String supposed) {
    return explanation.whatIf().stream()
        .filter(whatIf -> whatIf.supposed().equals(List.of(supposed)))
        .toList();
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
