package org.bilan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.STATUS;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bilan.assessment.ClaimChange.Present;
import org.bilan.assessment.FindingChanges.Difference;
import org.bilan.assessment.PropositionChange.TopicChange;
import org.bilan.assessment.PropositionChange.TopicSum;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Victims;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Toll FOURTEEN =
      new Toll(Harm.KILLED, Victims.CIVILIAN, 13, 14, OptionalInt.of(14), List.of("a", "b"));

  private static Finding finding(String rule, Proposition on, int weight, Object value) {
    return new Finding(
        "topic." + rule,
        "topic",
        on,
        weight,
        new Because("Seen: " + value + ".", Map.of("seen", value)),
        List.of("r1", "r2"));
  }

  private static ClaimAssessment claim(String id, List<Finding> findings, Origin... origins) {
    int evidence = -3 + findings.stream().mapToInt(Finding::weight).sum();
    return new ClaimAssessment(
        id,
        Score.of(evidence).score(),
        evidence,
        Grade.WEAK,
        new Admiralty(Reliability.C, 3),
        Map.of(HARM, Score.of(evidence)),
        List.of(),
        findings,
        List.of(),
        List.of(origins));
  }

  private static Assessment assessment(List<Toll> toll, ClaimAssessment... claims) {
    return new Assessment("i", "rev", Instant.EPOCH, -3, List.of(claims), toll, List.of());
  }

  private static ClaimChange change(ClaimAssessment before, ClaimAssessment after) {
    return Comparison.of(assessment(List.of(), before), assessment(List.of(), after))
        .claims()
        .get(0);
  }

  private static Origin origin(String... reports) {
    return new Origin(List.of(reports), List.of());
  }

  @Test
  void anAssessmentDoesNotDifferFromItself() {
    Assessment same =
        assessment(
            List.of(FOURTEEN), claim("c", List.of(finding("x", HARM, 4, 2)), origin("r1", "r2")));
    Comparison comparison = Comparison.of(same, same);
    assertThat(comparison.changed()).isFalse();
    ClaimChange claim = comparison.claims().get(0);
    assertThat(claim.changed()).isFalse();
    assertThat(claim.findings().none()).isTrue();
    assertThat(claim.origins().none()).isTrue();
    assertThat(claim.propositions().get(HARM).topics()).isEmpty();
    assertThat(comparison.toll()).extracting(TollChange::changed).containsExactly(false);
  }

  @Test
  void findingsComeGoAndMove() {
    ClaimChange change =
        change(
            claim(
                "c",
                List.of(
                    finding("gone", HARM, 2, 1),
                    finding("heavier", HARM, 2, 1),
                    finding("reason", HARM, 2, 1),
                    finding("same", HARM, 2, 1))),
            claim(
                "c",
                List.of(
                    finding("heavier", HARM, 5, 1),
                    finding("new", HARM, 2, 1),
                    finding("reason", HARM, 2, 3),
                    finding("same", HARM, 2, 1))));
    assertThat(change.changed()).isTrue();
    assertThat(change.findings().came()).extracting(Finding::rule).containsExactly("topic.new");
    assertThat(change.findings().went()).extracting(Finding::rule).containsExactly("topic.gone");
    assertThat(change.findings().moved())
        .extracting(m -> m.after().rule(), FindingChanges.MovedFinding::changed)
        .containsExactly(
            tuple("topic.heavier", List.of(Difference.WEIGHT)),
            tuple("topic.reason", List.of(Difference.REASON)));
    assertThat(change.findings().moved().get(0).before().weight()).isEqualTo(2);
  }

  @Test
  void aFindingOnAnotherPropositionIsAnotherOne() {
    ClaimChange change =
        change(
            claim("c", List.of(finding("x", HARM, 2, 1))),
            claim("c", List.of(finding("x", STATUS, 2, 1))));
    assertThat(change.findings().came()).hasSize(1);
    assertThat(change.findings().went()).hasSize(1);
    assertThat(change.findings().moved()).isEmpty();
  }

  @Test
  void namesAndReportsInAnotherOrderAreTheSame() {
    Finding one = finding("x", HARM, 2, List.of("A", "B"));
    Finding other =
        new Finding(
            one.rule(),
            one.topic(),
            HARM,
            2,
            new Because("Seen: B and A.", Map.of("seen", List.of("B", "A"))),
            List.of("r2", "r1"));
    ClaimChange change =
        change(
            claim("c", List.of(one), origin("r1", "r2")),
            claim("c", List.of(other), origin("r2", "r1")));
    assertThat(change.changed()).isFalse();
  }

  @Test
  void anotherWordingOfTheSameValuesIsAnotherReason() {
    Finding one = finding("x", HARM, 2, 7);
    Finding other =
        new Finding(
            one.rule(),
            one.topic(),
            HARM,
            2,
            new Because("Now: 7.", Map.of("seen", 7)),
            one.facts());
    assertThat(change(claim("c", List.of(one)), claim("c", List.of(other))).findings().moved())
        .extracting(FindingChanges.MovedFinding::changed)
        .containsExactly(List.of(Difference.REASON));
  }

  @Test
  void otherFactsBehindAFindingAreTold() {
    Finding one = finding("x", HARM, 2, 7);
    Finding other =
        new Finding(one.rule(), one.topic(), HARM, 2, one.because(), List.of("r1", "r3"));
    assertThat(change(claim("c", List.of(one)), claim("c", List.of(other))).findings().moved())
        .extracting(FindingChanges.MovedFinding::changed)
        .containsExactly(List.of(Difference.FACTS));
  }

  @Test
  void aCapTellsWhyAFindingThatCameAddsNothing() {
    List<Finding> one = List.of(finding("x", HARM, 9, 1));
    List<Finding> two = List.of(finding("x", HARM, 9, 1), finding("y", HARM, 4, 1));
    ClaimAssessment capped =
        new ClaimAssessment(
            "c",
            Score.of(6).score(),
            6,
            Grade.WEAK,
            new Admiralty(Reliability.C, 3),
            Map.of(HARM, Score.of(6)),
            List.of(new Cap("topic", HARM, 13, 9)),
            two,
            List.of(),
            List.of());
    PropositionChange harm = change(claim("c", one), capped).propositions().get(HARM);
    assertThat(harm.before()).isEqualTo(harm.after());
    assertThat(harm.topics())
        .containsExactly(new TopicChange("topic", new TopicSum(9, 9), new TopicSum(13, 9)));
  }

  @Test
  void claimsOfOneSideAloneAreToldSo() {
    Comparison comparison =
        Comparison.of(
            assessment(List.of(), claim("old", List.of(finding("x", HARM, 2, 1)), origin("r1"))),
            assessment(List.of(), claim("new", List.of(finding("x", HARM, 2, 1)), origin("r1"))));
    assertThat(comparison.claims())
        .extracting(ClaimChange::claim, ClaimChange::present, ClaimChange::changed)
        .containsExactly(tuple("new", Present.AFTER, true), tuple("old", Present.BEFORE, true));
    ClaimChange came = comparison.claims().get(0);
    assertThat(came.before()).isEmpty();
    assertThat(came.propositions().get(HARM).before()).isEmpty();
    assertThat(came.findings().came()).hasSize(1);
    assertThat(came.origins().came()).containsExactly(origin("r1"));
    ClaimChange went = comparison.claims().get(1);
    assertThat(went.after()).isEmpty();
    assertThat(went.findings().went()).hasSize(1);
    assertThat(went.origins().went()).containsExactly(origin("r1"));
  }

  @Test
  void originsAreFollowedByTheReportsThatTheyShare() {
    OriginChanges changes =
        OriginChanges.between(
            List.of(origin("a"), origin("b", "c"), origin("d"), origin("e")),
            List.of(origin("f"), origin("d"), origin("c", "b", "a", "g")));
    assertThat(changes.came()).containsExactly(origin("f"));
    assertThat(changes.went()).containsExactly(origin("a"), origin("e"));
    assertThat(changes.moved())
        .containsExactly(
            new OriginChanges.MovedOrigin(origin("b", "c"), origin("c", "b", "a", "g")));
  }

  @Test
  void anOriginJoinedForAnotherReasonMoved() {
    Origin cites = new Origin(List.of("a", "b"), List.of("cites"));
    Origin copies = new Origin(List.of("a", "b"), List.of("near-copy"));
    assertThat(OriginChanges.between(List.of(cites), List.of(copies)).moved())
        .containsExactly(new OriginChanges.MovedOrigin(cites, copies));
  }

  @Test
  void tollsAreComparedByHarmAndVictims() {
    Toll fifteen =
        new Toll(Harm.KILLED, Victims.CIVILIAN, 13, 15, OptionalInt.empty(), List.of("a", "b"));
    Toll injured = new Toll(Harm.INJURED, Victims.CIVILIAN, 1, 1, OptionalInt.of(1), List.of("c"));
    Toll fighters = new Toll(Harm.KILLED, Victims.COMBATANT, 2, 2, OptionalInt.of(2), List.of("d"));
    Toll reordered =
        new Toll(Harm.KILLED, Victims.COMBATANT, 2, 2, OptionalInt.of(2), List.of("d"));
    Comparison comparison =
        Comparison.of(
            assessment(List.of(FOURTEEN, fighters)),
            assessment(List.of(fifteen, injured, reordered)));
    assertThat(comparison.toll())
        .extracting(TollChange::harm, TollChange::victims, TollChange::changed)
        .containsExactly(
            tuple(Harm.KILLED, Victims.CIVILIAN, true),
            tuple(Harm.INJURED, Victims.CIVILIAN, true),
            tuple(Harm.KILLED, Victims.COMBATANT, false));
    assertThat(comparison.toll().get(0).before()).contains(FOURTEEN);
    assertThat(comparison.toll().get(1).before()).isEmpty();
    assertThat(comparison.changed()).isTrue();
  }

  @Test
  void whatCanBeJudgedNowIsTold() {
    ClaimAssessment plain = claim("c", List.of());
    ClaimAssessment lacking =
        new ClaimAssessment(
            "c",
            plain.score(),
            plain.evidence(),
            plain.grade(),
            plain.admiralty(),
            plain.propositions(),
            List.of(),
            List.of(),
            List.of(new Unjudged("imagery.geolocated", List.of("media"))),
            List.of());
    ClaimChange change = change(lacking, plain);
    assertThat(change.changed()).isTrue();
    assertThat(change.unjudged().went())
        .extracting(Unjudged::rule)
        .containsExactly("imagery.geolocated");
    assertThat(change.unjudged().came()).isEmpty();
  }

  @Test
  void twoIncidentsCannotBeCompared() {
    Assessment other =
        new Assessment("j", "rev", Instant.EPOCH, -3, List.of(), List.of(), List.of());
    assertThatThrownBy(() -> Comparison.of(assessment(List.of()), other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("i, j");
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    Assessment written =
        assessment(
            List.of(FOURTEEN),
            claim("c", List.of(finding("x", HARM, 4, List.of("A", "B"))), origin("r1", "r2")));
    byte[] json = AssessmentJson.write(written);
    assertThat(new String(json, StandardCharsets.UTF_8)).doesNotContain("\"caps\"");
    assertThat(AssessmentJson.read(json)).isEqualTo(written);
  }

  @Test
  void whatAssessmentsDoNotKnowIsPassedOver() {
    String json =
        "{\"incident\":\"i\",\"ruleset\":\"rev\",\"asOf\":\"1970-01-01T00:00:00Z\",\"prior\":-3,\"later\":1}";
    assertThat(AssessmentJson.read(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(assessment(List.of()));
    assertThatThrownBy(() -> AssessmentJson.read(new byte[] {'['}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
