package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bilan.dossier.DossierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {

  private final DossierBuilder dossier = new DossierBuilder().claim("c", "killed");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @Test
  void twoPeopleAreTwoOrigins() {
    dossier.says("a", "resident", "", "c asserts").says("b", "medical", "", "c asserts");

    assertThat(derived().origins()).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
    assertThat(derived().links()).containsOnly(List.of());
    assertThat(derived().independent()).isEqualTo(2);
  }

  @Test
  void nobodyIsNoOriginAndNothingIsJudged() {
    dossier.says("a", "resident", "");

    assertThat(derived().origins()).isEmpty();
    assertThat(derived().missing(Independence.Corroboration.class))
        .isEqualTo(Set.of("reports.stances"));
    assertThat(derived().missing(Independence.Diversity.class))
        .isEqualTo(Set.of("reports.stances"));
  }

  @Test
  void twoReportsOfOneSourceAreOneOrigin() {
    dossier
        .source("a", "resident")
        .report("r1", "a", "publishedAt: '2024-03-17'", "c asserts")
        .report("r2", "a", "publishedAt: '2024-03-18'", "c asserts");

    assertThat(derived().origins()).containsExactly(List.of("r1", "r2"));
    assertThat(derived().links()).containsExactly(List.of("same-source"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "France Médias Monde",
        "  france médias MONDE ",
        "France  Médias\u00a0Monde",
        "France Me\u0301dias Monde"
      })
  void outletsOfOneOwnerAreOneOriginHoweverItIsSpelt(String owner) {
    dossier
        .says("a", "independent-media", "owner: 'France Médias Monde'", "c asserts")
        .says("b", "independent-media", "owner: '" + owner + "'", "c asserts");

    assertThat(derived().origins()).hasSize(1);
    assertThat(derived().links()).containsExactly(List.of("same-owner"));
  }

  @Test
  void outletsOfTwoOwnersAndOfOwnersNotNamedAreSeveralOrigins() {
    dossier
        .says("a", "independent-media", "owner: 'One'", "c asserts")
        .says("b", "independent-media", "owner: 'Other'", "c asserts")
        .says("d", "independent-media", "owner: ' '", "c asserts")
        .says("e", "independent-media", "owner: ''", "c asserts")
        .says("f", "independent-media", "", "c asserts");

    assertThat(derived().origins()).hasSize(5);
  }

  @Test
  void theVoicesOfOnePartyAreOneOrigin() {
    dossier
        .party("army")
        .says("staff", "military", "party: 'army'", "c asserts")
        .says("minister", "government", "party: 'army'", "c asserts");

    assertThat(derived().origins()).hasSize(1);
    assertThat(derived().links()).containsExactly(List.of("same-voice"));
  }

  @Test
  void stateMediaSpeakWithTheVoiceOfTheirState() {
    dossier
        .party("army")
        .says("staff", "military", "party: 'army'", "c asserts")
        .says("ortm", "state-media", "party: 'army'", "c asserts");

    assertThat(derived().origins()).hasSize(1);
    assertThat(derived().links()).containsExactly(List.of("state-media"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"armed-group", "social-account", "unknown"})
  void anArmedGroupAndItsChannelSpeakWithOneVoiceToo(String channel) {
    dossier
        .party("jnim")
        .says("spokesman", "armed-group", "party: 'jnim'", "c asserts")
        .says("channel", channel, "party: 'jnim'", "c asserts");

    assertThat(derived().origins()).hasSize(1);
  }

  @Test
  void aPersonWhoBelongsToAPartyIsNotItsVoice() {
    dossier
        .party("army")
        .says("staff", "military", "party: 'army'", "c asserts")
        .says("officer", "security-official", "party: 'army'", "c asserts");

    assertThat(derived().origins()).hasSize(2);
  }

  @Test
  void voicesOfTwoPartiesAreTwoOrigins() {
    dossier
        .party("army", "jnim")
        .party("jnim")
        .says("staff", "military", "party: 'army'", "c asserts")
        .says("spokesman", "armed-group", "party: 'jnim'", "c asserts");

    assertThat(derived().origins()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"relays, relays", "asserts, cites"})
  void whoNamesAnotherReportIsItsEcho(String stance, String link) {
    dossier
        .says("a", "resident", "", "c asserts")
        .source("b", "independent-media")
        .report("b", "b", "cites: ['a']", "c " + stance);

    assertThat(derived().origins()).containsExactly(List.of("a", "b"));
    assertThat(derived().links()).containsExactly(List.of(link));
    assertThat(derived().independent()).isEqualTo(1);
  }

  @Test
  void aChainOfEchoesGoesBackToItsFirst() {
    dossier.says("r0", "resident", "", "c asserts").source("m", "independent-media");
    for (int i = 1; i <= 300; i++) {
      dossier
          .source("s" + i, "independent-media")
          .report("r" + i, "s" + i, "cites: ['r" + (i - 1) + "']", "c relays");
    }

    assertThat(derived().origins()).hasSize(1);
    assertThat(derived().origins().get(0)).hasSize(301).startsWith("r0");
  }

  @Test
  void aReportThatCitesTwoOriginsJoinsNeither() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "medical", "", "c asserts")
        .source("m", "independent-media")
        .report("m", "m", "cites: ['a', 'b']", "c relays");

    assertThat(derived().origins()).containsExactlyInAnyOrder(List.of("a", "m"), List.of("b", "m"));
    assertThat(derived().independent()).isEqualTo(2);
  }

  @Test
  void whoRelaysNobodyNamedIsNoOrigin() {
    dossier.says("m", "independent-media", "", "c relays");

    assertThat(derived().origins()).containsExactly(List.of("m"));
    assertThat(derived().links()).containsExactly(List.of("unattributed"));
    assertThat(derived().missing(Independence.Corroboration.class))
        .isEqualTo(Set.of("reports.cites"));
  }

  @Test
  void whatWasPublishedBeforeTheIncidentIsNoOrigin() {
    dossier
        .source("a", "resident")
        .source("b", "medical")
        .report("early", "a", "publishedAt: '2024-03-14'", "c asserts")
        .report("eve", "b", "publishedAt: '2024-03-15T18:00:00Z'", "c asserts");

    assertThat(derived().origins()).containsExactly(List.of("eve"), List.of("early"));
    assertThat(derived().links())
        .as("the eve may be the day itself elsewhere on earth")
        .containsExactly(List.of(), List.of("published-before-the-incident"));
    assertThat(derived().independent()).isEqualTo(1);
  }

  private static final String TEXT =
      "text: 'Ten people were killed on Saturday when a drone struck the market of the village'";

  @Test
  void aCopyDatedBeforeTheIncidentTakesNothingFromTheAccount() {
    dossier
        .source("a", "resident")
        .source("b", "unknown")
        .report("account", "a", TEXT + ", publishedAt: '2024-03-17'", "c asserts")
        .report("copy", "b", TEXT + ", publishedAt: '2023-03-17'", "c asserts");

    assertThat(derived().independent()).isEqualTo(1);
    assertThat(derived().origins()).contains(List.of("account"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"publishedAt: '2024-03-19T08:00:00Z'", "language: 'en'"})
  void whoCitesIsTheCopyWhateverTheDates(String whenTold) {
    dossier
        .source("a", "ngo")
        .source("b", "social-account", "alignedWith: ['jnim']")
        .party("jnim", "army")
        .party("army")
        .report("account", "a", TEXT + ", " + whenTold, "c asserts")
        .report("copy", "b", TEXT + ", cites: ['account'], publishedAt: '2024-03-19'", "c relays");

    assertThat(derived().origins()).containsExactly(List.of("account", "copy"));
    assertThat(derived().independent()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ten killed by drone at the market",
        "周六晚上一架无人机袭击了村庄的市场造成十人死亡",
        "มีผู้เสียชีวิตสิบคนจากการโจมตีด้วยโดรนที่ตลาดของหมู่บ้าน",
      })
  void theSameTextIsOneOriginHoweverShortAndInWhateverScript(String text) {
    dossier
        .source("a", "resident")
        .source("b", "social-account")
        .report("account", "a", "text: '" + text + "'", "c asserts")
        .report("copy", "b", "text: '" + text + "'", "c asserts");

    assertThat(derived().independent()).isEqualTo(1);
  }

  /** A register's names, published by two who both hold records: perhaps one origin. */
  @ParameterizedTest
  @CsvSource({
    "ngo, records, 1, true",
    "medical, interviews, 1, true",
    "ngo, hearsay, 1, false",
    "independent-media, interviews, 1, false",
    "social-account, witnessed, 1, false",
  })
  void aSharedTextOfWhoGivesOwnGroundsIsAnUncertainOrigin(
      String kind, String basis, int independent, boolean uncertain) {
    String text =
        "Buried on Monday were Abc Def, Ghi Jkl, Mno Pqr, Stu Vwx and Yza Bcd of the camp";
    dossier
        .source("a", "community", "")
        .source("b", kind, "")
        .report("a", "a", "publishedAt: '2024-03-17', text: '" + text + "'", "c asserts records")
        .report("b", "b", "publishedAt: '2024-03-18', text: '" + text + "'", "c asserts " + basis);

    assertThat(derived().independent()).isEqualTo(independent);
    assertThat(derived().fact(Independence.Corroboration.class).uncertainOrigins())
        .isEqualTo(uncertain ? 1 : 0);
  }

  /** Of what both saw two may say the same few words, and none of them has copied. */
  @ParameterizedTest
  @CsvSource({
    "first-hand, witnessed, They killed my two sons., 2",
    "first-hand, witnessed, Fourteen people of my family were killed in our house by the drone, 2",
    "first-hand, hearsay, They killed my two sons., 1",
    "remote, witnessed, They killed my two sons., 1",
    "first-hand, witnessed, On Sunday evening at eight a drone came from the north and killed"
        + " fourteen people in the tent beside the well, 1",
  })
  void whoSawItMaySayTheSameInBrief(String proximity, String basis, String text, int origins) {
    dossier
        .source("a", "survivor", "proximity: 'first-hand'")
        .source("b", "survivor", "proximity: '" + proximity + "'")
        .report("a", "a", "publishedAt: '2024-03-17', text: '" + text + "'", "c asserts witnessed")
        .report("b", "b", "publishedAt: '2024-03-18', text: '" + text + "'", "c asserts " + basis);

    assertThat(derived().independent()).isEqualTo(origins);
  }

  @Test
  void aPressReviewMergesNoOrigins() {
    dossier
        .source("s", "unknown")
        .report("s1", "s", "")
        .source("t", "unknown")
        .report("s2", "t", "")
        .source("a", "resident")
        .report("a", "a", "cites: ['s1']", "c asserts")
        .source("b", "medical")
        .report("b", "b", "cites: ['s2']", "c asserts")
        .source("press", "independent-media")
        .report("press", "press", "cites: ['s1', 's2']", "c relays");

    assertThat(derived().independent()).isEqualTo(2);
  }

  @Test
  void whoLaterRelaysAnothersFigureKeepsHisOwnAccount() {
    dossier
        .claim("eleven", "killed", "count: {min: 11, max: 11}")
        .source("v", "resident")
        .source("n", "ngo")
        .report("own", "v", "publishedAt: '2024-03-17'", "eleven asserts")
        .report("other", "n", "publishedAt: '2024-03-17'", "c asserts")
        .report("update", "v", "publishedAt: '2024-03-18', cites: ['other']", "c relays");

    assertThat(Derived.of("c", dossier).independent()).isEqualTo(2);
  }

  @Test
  void allWhoRelayNobodyNamedAreOneUnknownOriginBesidesTheKnown() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("m", "independent-media", "", "c relays")
        .says("n", "wire-agency", "", "c relays");

    assertThat(derived().origins()).containsExactly(List.of("a"), List.of("m", "n"));
    assertThat(derived().links()).containsExactly(List.of(), List.of("unattributed"));
    assertThat(derived().fact(Independence.Corroboration.class).origins()).isEqualTo(1);
  }

  @Test
  void twoWhoDrawOnOneSilentReportAreOneOrigin() {
    dossier
        .source("s", "unknown")
        .report("silent", "s", "")
        .source("m", "independent-media")
        .source("n", "wire-agency")
        .report("m", "m", "cites: ['silent']", "c asserts")
        .report("n", "n", "cites: ['silent']", "c asserts");

    assertThat(derived().origins()).containsExactly(List.of("m", "n"));
    assertThat(derived().links()).containsExactly(List.of("common-source"));
  }

  @Test
  void kinThatRepeatEachOtherInACircleAreOneOrigin() {
    dossier
        .source("a", "independent-media")
        .source("b", "independent-media")
        .report("a1", "a", "publishedAt: '2024-03-17', cites: ['b2']", "c asserts")
        .report("b2", "b", "publishedAt: '2024-03-18'", "c asserts")
        .report("b1", "b", "publishedAt: '2024-03-17', cites: ['a2']", "c asserts")
        .report("a2", "a", "publishedAt: '2024-03-18'", "c asserts");

    assertThat(derived().origins()).hasSize(1);
    assertThat(derived().fact(Independence.Corroboration.class).origins()).isEqualTo(1);
  }

  @Test
  void nearCopiesAreOneOriginLedByTheEarlier() {
    String text =
        "Des drones ont frappé le village dans la nuit de samedi à dimanche, tuant treize civils.";
    dossier
        .source("a", "independent-media")
        .source("b", "independent-media")
        .report("a", "a", "publishedAt: '2024-03-18', text: '" + text + "'", "c asserts")
        .report("b", "b", "publishedAt: '2024-03-17', text: 'URGENT. " + text + "'", "c asserts");

    assertThat(derived().origins()).containsExactly(List.of("b", "a"));
    assertThat(derived().links()).containsExactly(List.of("near-copy"));
  }

  @Test
  void anEchoStaysOneWhateverItPublishesLater() {
    dossier
        .source("a", "resident")
        .source("m", "independent-media")
        .report("a", "a", "publishedAt: '2024-03-17'", "c asserts")
        .report("m1", "m", "publishedAt: '2024-03-17', cites: ['a']", "c relays")
        .report("m2", "m", "publishedAt: '2024-03-18'", "c asserts");

    assertThat(derived().origins()).containsExactly(List.of("a", "m1", "m2"));
  }

  @Test
  void whoSpokeFirstOnItsOwnAccountIsAnOriginWhateverItRepeatsLater() {
    dossier
        .source("a", "resident")
        .source("m", "independent-media")
        .report("a", "a", "publishedAt: '2024-03-17'", "c asserts")
        .report("m1", "m", "publishedAt: '2024-03-17'", "c asserts")
        .report("m2", "m", "publishedAt: '2024-03-18', cites: ['a']", "c relays");

    assertThat(derived().independent()).isEqualTo(2);
  }

  @Test
  void whoDeniesDoesNotJoinWhomItCites() {
    dossier
        .says("a", "resident", "", "c asserts")
        .source("b", "monitor")
        .report("b", "b", "cites: ['a']", "c denies");

    assertThat(derived().origins()).containsExactly(List.of("a"));
    assertThat(derived().fact(Contradictions.Denial.class).independentOrigins()).isEqualTo(1);
  }

  @Test
  void theEarliestOfAnOriginLeadsIt() {
    dossier
        .party("army")
        .source("staff", "military", "party: 'army'")
        .source("ortm", "state-media", "party: 'army'")
        .report("late", "staff", "publishedAt: '2024-03-18T10:00:00Z'", "c asserts")
        .report("early", "ortm", "publishedAt: '2024-03-18T09:00:00+01:00'", "c asserts")
        .report("undated", "staff", "", "c asserts");

    assertThat(derived().origins()).containsExactly(List.of("early", "late", "undated"));
  }

  @Test
  void kindsOfSourcesAreCountedByWhereTheyStand() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "survivor", "", "c asserts")
        .says("d", "medical", "", "c asserts")
        .says("e", "unknown", "", "c asserts");

    assertThat(derived().fact(Independence.Diversity.class).kinds()).isEqualTo(2);
    assertThat(derived().fact(Independence.Diversity.class).facts()).hasSize(4);
  }

  @Test
  void kindsOfSourcesAreUnknownWhereNoKindIsKnown() {
    dossier.says("e", "unknown", "", "c asserts");

    assertThat(derived().missing(Independence.Diversity.class)).isEqualTo(Set.of("sources.kind"));
  }

  @Test
  void anEchoOfManyIsListedWithTheFirstTenAndIsStillAnEcho() {
    DossierBuilder dossier = new DossierBuilder().claim("c", "killed");
    List<String> origins = IntStream.range(10, 22).mapToObj(i -> "'o" + i + "'").toList();
    for (int i = 10; i < 22; i++) {
      dossier.says("o" + i, "resident", "name: 'Origin " + i + "'", "c asserts");
    }
    dossier.source("review", "independent-media").source("reader", "social-account");
    dossier.report("r", "review", "cites: " + origins, "c relays");
    dossier.report("t", "reader", "cites: ['r']", "c relays");
    Derived derived = Derived.of("c", dossier);
    assertThat(derived.independent()).isEqualTo(12);
    assertThat(derived.origins()).hasSize(12);
    assertThat(derived.origins().subList(0, 10))
        .allSatisfy(reports -> assertThat(reports).hasSize(3).contains("r", "t"));
    assertThat(derived.origins().subList(10, 12)).containsExactly(List.of("o20"), List.of("o21"));
  }
}
