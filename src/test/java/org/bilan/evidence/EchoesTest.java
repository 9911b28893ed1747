package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shows that a report repeats another without naming it. */
class EchoesTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .claim("c", "killed")
          .source("a", "independent-media")
          .source("b", "independent-media");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private void assertOneOriginBy(String link) {
    assertThat(derived().origins()).containsExactly(List.of("a", "b"));
    assertThat(derived().links()).containsExactly(List.of(link));
  }

  private void assertTwoOrigins() {
    assertThat(derived().origins()).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example/toll, https://m.news.example/toll?utm_source=x, true",
    "https://news.example/toll, https://news.example/other, false"
  })
  void onePageIsOneOrigin(String one, String other, boolean same) {
    dossier
        .report("a", "a", "publishedAt: '2024-03-17', url: '" + one + "'", "c asserts")
        .report("b", "b", "publishedAt: '2024-03-18', url: '" + other + "'", "c asserts");

    if (same) {
      assertOneOriginBy("same-page");
    } else {
      assertTwoOrigins();
    }
  }

  @Test
  void whatOthersSayOnOnePageIsTheirs() {
    String url = "url: 'https://news.example/toll', via: 'outlet'";
    dossier
        .source("outlet", "independent-media")
        .source("x", "resident")
        .source("y", "medical")
        .report("x", "x", url, "c asserts")
        .report("y", "y", url, "c asserts");

    assertThat(derived().independent()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Awa Example, AWA  EXAMPLE, true",
    "Awa Example, Issa Example, false",
    "La rédaction, La Redaction, false",
    "staff writer, Staff Writer, false"
  })
  void oneAuthorIsOneOriginUnlessTheBylineNamesNobody(String one, String other, boolean same) {
    dossier
        .report("a", "a", "publishedAt: '2024-03-17', author: '" + one + "'", "c asserts")
        .report("b", "b", "publishedAt: '2024-03-18', author: '" + other + "'", "c asserts");

    if (same) {
      assertOneOriginBy("same-author");
    } else {
      assertTwoOrigins();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "perceptualHash: 'ffff0000ffff0000'", // the same
        "perceptualHash: 'ffff0000ffff03ff'" // 10 bits apart: a variation
      })
  void whoStandsOnOnePictureAloneIsOneOrigin(String hash) {
    twoPostings("ffff0000ffff0000", hash, "imagery");

    assertOneOriginBy("same-picture");
  }

  @Test
  void aPictureThatBearsOnNoClaimTellsNothing() {
    dossier
        .report("a", "a", "publishedAt: '2024-03-17'", "c asserts imagery")
        .report("b", "b", "publishedAt: '2024-03-18'", "c asserts imagery")
        .photo("p", "report: 'a', supports: ['c'], perceptualHash: 'ffff0000ffff0000'")
        .photo("q", "report: 'b', perceptualHash: 'ffff0000ffff0000'");

    assertTwoOrigins();
  }

  @Test
  void anotherPictureIsAnotherGround() {
    twoPostings("ffff0000ffff0000", "perceptualHash: 'ffff0000ffff07ff'", "imagery"); // 11 bits

    assertTwoOrigins();
  }

  @Test
  void whoWasThereAndPostsAPictureThatOthersPostedStaysAnOrigin() {
    twoPostings("ffff0000ffff0000", "perceptualHash: 'ffff0000ffff0000'", "witnessed");

    assertTwoOrigins();
  }

  private void twoPostings(String hash, String otherHash, String basis) {
    dossier
        .report("a", "a", "publishedAt: '2024-03-17'", "c asserts " + basis)
        .report("b", "b", "publishedAt: '2024-03-18'", "c asserts " + basis)
        .photo("p", "report: 'a', supports: ['c'], perceptualHash: '" + hash + "'")
        .photo("q", "report: 'b', supports: ['c']", otherHash);
  }

  @ParameterizedTest
  @CsvSource({"hearsay, 1", "none-given, 2", "interviews, 2"})
  void anOutletThatSaysOnNoGroundOfItsOwnWhatItHasCarriedRepeatsIt(String basis, int origins) {
    dossier
        .source("x", "resident")
        .report("x", "x", "via: 'a', publishedAt: '2024-03-17'", "c asserts")
        .report("a", "a", "publishedAt: '2024-03-18'", "c asserts " + basis);

    assertThat(derived().independent()).isEqualTo(origins);
  }

  @Test
  void aPartyThatAcceptsWhatAnInquiryFoundSpeaksForItself() {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army")
            .claim("blamed", "killed", "victims: 'civilian', responsible: 'army'")
            .says("inquiry", "international-organisation", "", "blamed asserts interviews")
            .source("staff", "military", "party: 'army'")
            .report("accepted", "staff", "cites: ['inquiry']", "blamed asserts");

    assertThat(Derived.of("blamed", dossier).independent()).isEqualTo(2);
    assertThat(Derived.of("blamed", dossier).fact(Accused.Admission.class, Proposition.HARM).made())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "d asserts, true", // something else
    "c denies, true",
    "c asserts, false",
    "c14 asserts, false" // a figure so near that it supports it
  })
  void whoRelaysAndNamesNobodyWhoSaysSoIsUnattributed(String said, boolean unattributed) {
    dossier
        .claim("c14", "killed", "count: {min: 14, max: 14}")
        .claim("d", "captured")
        .says("x", "resident", "", said)
        .report("a", "a", "cites: ['x']", "c relays");

    assertThat(derived().links().stream().anyMatch(links -> links.contains("unattributed")))
        .isEqualTo(unattributed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Unknown", "n/a", "N.A.", "inconnu"})
  void ownersAndAuthorsThatNameNobodyJoinNobody(String nobody) {
    dossier
        .source("x", "independent-media", "owner: '" + nobody + "'")
        .source("y", "independent-media", "owner: '" + nobody + "'")
        .report("r1", "x", "author: '" + nobody + "'", "c asserts")
        .report("r2", "y", "author: '" + nobody + "'", "c asserts");

    assertThat(derived().independent()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"interviews, 2", "none-given, 1"})
  void whoHasGroundsOfItsOwnMayNameTheSameReportAsOthers(String basis, int origins) {
    dossier
        .claim("d", "captured")
        .says("communique", "government", "", "d asserts")
        .report("a", "a", "cites: ['communique']", "c asserts " + basis)
        .report("b", "b", "cites: ['communique']", "c asserts " + basis);

    assertThat(derived().independent()).isEqualTo(origins);
  }

  @Test
  void whoExaminesAPictureKnowsMoreOfItThanWhoShowsIt() {
    dossier
        .source("m", "monitor")
        .report("a", "a", "publishedAt: '2024-03-17'", "c asserts imagery")
        .report("m", "m", "publishedAt: '2024-03-18'", "c asserts imagery")
        .photo("p", "report: 'a', supports: ['c'], sha256: '" + "0".repeat(64) + "'")
        .photo("q", "report: 'm', supports: ['c'], sha256: '" + "0".repeat(64) + "'");

    assertThat(derived().independent()).isEqualTo(2);
  }

  @Test
  void whatItsSourceHasSinceDeniedCountsForNothing() {
    dossier
        .report("a1", "a", "publishedAt: '2024-03-17'", "c asserts")
        .report("b", "b", "cites: ['a1']", "c asserts");
    assertThat(derived().independent()).isEqualTo(1);

    dossier.report("a2", "a", "publishedAt: '2024-03-18'", "c denies");
    assertThat(derived().links()).containsExactly(List.of("cites", "withdrawn"));
    assertThat(derived().find(Independence.Corroboration.class, Proposition.HARM)).isEmpty();

    dossier.report("a3", "a", "publishedAt: '2024-03-19'", "c asserts");
    assertThat(derived().independent()).isEqualTo(1);
    assertThat(derived().fact(Contradictions.Denial.class).independentOrigins()).isZero();
  }

  @Test
  void whoBoastsFirstAndAdmitsLaterHasAdmitted() {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army")
            .claim("c", "killed", "victims: 'civilian', responsible: 'army'")
            .claim("boast", "killed", "victims: 'combatant', responsible: 'army'")
            .source("staff", "military", "party: 'army'")
            .report("r1", "staff", "publishedAt: '2024-03-17'", "boast asserts")
            .report("r2", "staff", "publishedAt: '2024-04-18'", "c asserts");

    assertThat(Derived.of("c", dossier).fact(Accused.Admission.class, Proposition.HARM).made())
        .isTrue();
  }

  @Test
  void ownersOfOneNameAreOne() {
    dossier
        .source("one", "independent-media", "name: 'Group'")
        .source("two", "independent-media", "name: 'GROUP'")
        .source("channel", "independent-media", "owner: 'Group'")
        .report("r1", "one", "", "c asserts")
        .report("r2", "two", "", "c asserts")
        .report("r3", "channel", "", "c asserts");

    assertThat(derived().independent()).isEqualTo(1);
  }

  @Test
  void whoSaysNothingMakesNobodyKin() {
    String owner = "owner: 'Group'";
    dossier
        .source("group", "independent-media", "name: 'Group', " + owner)
        .source("x", "independent-media", "name: 'X', owner: 'Owner of X'")
        .source("owner", "independent-media", "name: 'Owner of X', " + owner)
        .report("g", "group", "publishedAt: '2024-03-17'", "c asserts")
        .report("x", "x", "publishedAt: '2024-03-17'", "c asserts")
        .report("silent", "owner", "publishedAt: '2024-03-17'");

    assertThat(derived().independent()).isEqualTo(2);
    dossier.report("o", "owner", "publishedAt: '2024-03-18'", "c asserts");
    assertThat(derived().independent()).isEqualTo(1);
  }

  @Test
  void whoOnlyRepeatsACircleDoesNotLeadIt() {
    dossier
        .report("a1", "a", "publishedAt: '2024-03-17', cites: ['b2']", "c asserts")
        .report("b2", "b", "publishedAt: '2024-03-18'", "c asserts")
        .report("b1", "b", "publishedAt: '2024-03-17', cites: ['a2']", "c asserts")
        .report("a2", "a", "publishedAt: '2024-03-18'", "c asserts")
        .source("x", "resident", "proximity: 'first-hand'")
        .source("y", "resident", "proximity: 'first-hand'")
        .report("y", "y", "publishedAt: '2024-03-16', cites: ['x']", "c asserts")
        .report("x", "x", "publishedAt: '2024-03-16', cites: ['a1']", "c asserts");

    assertThat(derived().origins()).hasSize(1);
    assertThat(derived().origins().get(0).get(0)).isIn("a1", "b1");
  }
}
