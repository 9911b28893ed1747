package org.bilan.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bilan.assessment.Grade;
import org.bilan.assessment.TollChange;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.movement.FindingMoved;
import org.bilan.movement.Mover;
import org.bilan.ruleset.RulesFolder;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted when dossiers are judged by two small rulesets. */
class MeasuringTest {

  private static final String ORIGIN = "independence.second-origin";
  private static final String OPEN = "toll.open-figure";
  private static final String OPEN_CARD = "toll/open-figure.yaml";
  private static final String THREE = "count: {min: 3, max: 3}";
  private static final String SEVERAL = "count: {words: 'several'}";

  @TempDir private Path folder;

  private RulesFolder rules(String name) throws IOException {
    return RulesFolder.in(Files.createDirectory(folder.resolve(name)));
  }

  /** Without the rule on open figures. */
  private RulesFolder withoutOpen(String name) throws IOException {
    return rules(name).replace(OPEN_CARD, "status: live", "status: draft");
  }

  /** Only so many origins count. */
  private static RulesFolder origins(RulesFolder rules, int many) {
    return rules.replace(RulesFolder.CARD, "    value: 2", "    value: " + many);
  }

  private static Impact impact(RulesFolder before, RulesFolder after, List<Dossier> dossiers)
      throws Exception {
    try (Ruleset one = Ruleset.load(before.root());
        Ruleset other = Ruleset.load(after.root())) {
      Measuring measuring = new Measuring(one, other);
      dossiers.forEach(dossier -> measuring.add(measuring.judge(dossier)));
      return measuring.impact(dossiers.size());
    }
  }

  /** Of one claim, c, that so many people assert, each on their own. */
  private static Dossier dossier(String incident, int people, String count) {
    return told(
            new DossierBuilder().incident("id: '" + incident + "'"), "c", "killed", people, count)
        .build();
  }

  private static DossierBuilder told(
      DossierBuilder dossier, String claim, String harm, int people, String count) {
    dossier.claim(claim, harm, count);
    for (int i = 0; i < people; i++) {
      dossier.says(claim + "-" + i, "resident", "", claim + " asserts");
    }
    return dossier;
  }

  private static Impact.RuleUse use(String rule, long before, long after) {
    return new Impact.RuleUse(rule, before, after);
  }

  @Test
  void neverIsOfTheLiveRulesOfTheOtherRuleset() throws Exception {
    List<Dossier> firm = List.of(dossier("i", 2, THREE), dossier("j", 1, THREE));

    // Where it is live and nothing is vague it is told; where only the former has it, it is not.
    Impact added = impact(withoutOpen("former"), rules("open"), firm);
    assertThat(added.never()).containsExactly(OPEN);
    assertThat(added.rules()).containsExactly(use(ORIGIN, 1, 1), use(OPEN, 0, 0));
    Impact removed = impact(rules("with"), withoutOpen("without"), firm);
    assertThat(removed.never()).isEmpty();
    assertThat(removed.rules()).containsExactly(use(ORIGIN, 1, 1), use(OPEN, 0, 0));
    // Neither has it.
    Impact neither = impact(withoutOpen("one"), withoutOpen("other"), firm);
    assertThat(neither.never()).isEmpty();
    assertThat(neither.rules()).containsExactly(use(ORIGIN, 1, 1));
  }

  @Test
  void whatFiredBeforeAloneNeverFires() throws Exception {
    List<Dossier> dossiers = List.of(dossier("i", 2, SEVERAL), dossier("j", 1, SEVERAL));
    Impact fewer = impact(rules("two"), origins(rules("four"), 4), dossiers);
    assertThat(fewer.never()).containsExactly(ORIGIN);
    assertThat(fewer.rules()).containsExactly(use(ORIGIN, 1, 0), use(OPEN, 2, 2));
    Impact more = impact(origins(rules("many"), 4), rules("few"), dossiers);
    assertThat(more.never()).isEmpty();
    assertThat(more.rules()).containsExactly(use(ORIGIN, 0, 1), use(OPEN, 2, 2));
    Impact nothing = impact(rules("before"), rules("after"), List.of(dossier("k", 1, THREE)));
    assertThat(nothing.never()).containsExactly(ORIGIN, OPEN);
  }

  @Test
  void alwaysIsOfEveryClaimUnderTheOtherRuleset() throws Exception {
    DossierBuilder two = new DossierBuilder().incident("id: 'i'");
    told(two, "c", "killed", 2, SEVERAL);
    told(two, "d", "injured", 3, THREE);
    List<Dossier> dossiers = List.of(two.build(), dossier("j", 2, SEVERAL));

    Impact more = impact(origins(rules("three"), 3), rules("two"), dossiers);
    assertThat(more.claims()).isEqualTo(3);
    assertThat(more.always()).containsExactly(ORIGIN);
    assertThat(more.rules()).containsExactly(use(ORIGIN, 1, 3), use(OPEN, 2, 2));
    // What fired on every claim before, and does not any more.
    Impact fewer = impact(rules("many"), origins(rules("few"), 3), dossiers);
    assertThat(fewer.always()).isEmpty();
    assertThat(fewer.never()).isEmpty();
    // As many dossiers as claims it fires on are not every claim.
    assertThat(fewer.rules()).containsExactly(use(ORIGIN, 3, 1), use(OPEN, 2, 2));
    assertThat(impact(rules("one"), rules("other"), List.of()).always()).isEmpty();
  }

  /** It makes a finding for the harm and one for the status. */
  @Test
  void aRuleIsCountedOnceForAClaim() throws Exception {
    Dossier dossier = dossier("i", 2, "victims: 'civilian', " + THREE);
    RulesFolder before = rules("before");
    RulesFolder after = rules("after").replace(RulesFolder.CARD, "{value: 5", "{value: 10");
    Impact impact = impact(before, after, List.of(dossier));
    assertThat(impact.movers().get(0).findings())
        .extracting(FindingMoved::proposition)
        .containsExactlyInAnyOrder(Proposition.HARM, Proposition.STATUS);
    assertThat(impact.rules()).contains(use(ORIGIN, 1, 1));
    assertThat(impact.always()).containsExactly(ORIGIN);
  }

  @Test
  void whatCannotBeJudgedIsCountedAsThat() throws Exception {
    Ruleset closed = Ruleset.load(rules("closed").root());
    closed.close();
    try (Ruleset before = Ruleset.load(rules("before").root())) {
      Measuring measuring = new Measuring(before, closed);
      Dossier dossier = dossier("i", 2, SEVERAL);
      assertThatThrownBy(() -> measuring.add(measuring.judge(dossier)))
          .isInstanceOf(RuntimeException.class);
      measuring.fail(1);
      measuring.fail(3);
      Impact impact = measuring.impact(7);
      assertThat(impact.failed()).isEqualTo(4);
      assertThat(impact.of()).isEqualTo(7);
      assertThat(impact.dossiers()).isZero();
      assertThat(impact.claims()).isZero();
      assertThat(impact.rules()).containsExactly(use(ORIGIN, 0, 0), use(OPEN, 0, 0));
      assertThat(impact.always()).isEmpty();
      assertThat(impact.movers()).isEmpty();
    }
  }

  /**
   * In decibans, with both weights made 0: with two origins 1 to -4, with these and an open figure
   * -1 to -4, with an open figure alone it rises, -6 to -4, with neither -4 as before.
   */
  @Test
  void moversAreTheTwentyFarthest() throws Exception {
    RulesFolder after =
        rules("after")
            .replace(RulesFolder.CARD, "{value: 5", "{value: 0")
            .replace(OPEN_CARD, "{value: -2", "{value: 0");
    List<Dossier> dossiers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      dossiers.add(dossier("c-near-" + i, 1, SEVERAL));
      dossiers.add(dossier("b-middle-" + i, 2, SEVERAL));
      // By name alone these would be the last.
      dossiers.add(dossier("d-far-" + i, 2, THREE));
      dossiers.add(dossier("a-still-" + i, 1, THREE));
    }
    List<String> farthest =
        Stream.of(named("d-far-", 8), named("b-middle-", 8), named("c-near-", 4))
            .flatMap(List::stream)
            .toList();
    RulesFolder before = rules("before");
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(dossiers, new Random(seed));
      Impact impact = impact(before, after, dossiers);
      assertThat(impact.movers()).extracting(Mover::incident).isEqualTo(farthest);
      assertThat(impact.movers().get(0).before().evidence()).isEqualTo(1);
      assertThat(impact.movers().get(0).after().evidence()).isEqualTo(-4);
      assertThat(impact.movers().get(19).before().evidence()).isEqualTo(-6);
      assertThat(impact.changed()).isEqualTo(24);
      assertThat(impact.claims()).isEqualTo(32);
      assertThat(impact.grades())
          .isEqualTo(
              Map.of(
                  Grade.FAIR, Map.of(Grade.WEAK, 8L),
                  Grade.WEAK, Map.of(Grade.WEAK, 24L)));
    }
  }

  @Test
  void tollsAreTheFirstFiftyByTheirIncidentsAndAllAreCounted() throws Exception {
    List<Dossier> dossiers = new ArrayList<>();
    for (int i = 0; i < 55; i++) {
      DossierBuilder one = new DossierBuilder().incident("id: '%s'".formatted(toll(i)));
      told(one, "c", "killed", 2, THREE);
      dossiers.add(told(one, "d", "injured", 3, THREE).build());
    }
    // Its toll stays as it is.
    dossiers.add(dossier("a", 3, THREE));
    RulesFolder before = rules("before");
    RulesFolder after = origins(rules("after"), 3);
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(dossiers, new Random(seed));
      Impact impact = impact(before, after, dossiers);
      assertThat(impact.tolls())
          .extracting(Impact.TollMoved::incident)
          .isEqualTo(IntStream.range(0, 50).mapToObj(MeasuringTest::toll).toList());
      assertThat(impact.tollsChanged()).isEqualTo(55);
      List<TollChange> moved = impact.tolls().get(0).tolls();
      assertThat(moved).extracting(TollChange::harm).containsExactly(Harm.KILLED);
      assertThat(moved.get(0).before().orElseThrow().best()).isEqualTo(3);
      assertThat(moved.get(0).after()).isEmpty();
    }
  }

  private static String toll(int i) {
    return "t-%02d".formatted(i);
  }

  private static List<String> named(String prefix, int many) {
    return IntStream.range(0, many).mapToObj(i -> prefix + i).toList();
  }
}
