package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.ImageFlaws.ImageCredentials;
import org.bilan.evidence.ImageFlaws.ImagesAbroad;
import org.bilan.evidence.ImageFlaws.ImagesTakenBefore;
import org.bilan.evidence.ImageFlaws.MisplacedImages;
import org.bilan.evidence.Images.ImagePlace;
import org.bilan.evidence.Images.ImagesOfEvent;
import org.bilan.evidence.Images.RecycledImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFlawsTest {

  private static final String STRIKE = "supports: ['c'], shows: ['strike']";

  private final DossierBuilder dossier =
      new DossierBuilder().source("s", "resident").claim("c", "killed");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private int usable() {
    return derived().fact(ImagesOfEvent.class).images();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-14, true, 1",
    "2024-03-15T00:00:00Z, true, 1",
    "2024-03-15T00:00:01Z, true, 0",
    "2024-03-15, true, 0",
    "2024-03-16, true, 0",
    "2024-03-20, true, 0",
  })
  void whatWasTakenBeforeTheIncidentCannotShowIt(String captured, boolean verified, int before) {
    dossier.photo("m", STRIKE, "capturedAt: '" + captured + "', chronolocated: " + verified);

    assertThat(derived().fact(ImagesTakenBefore.class).images()).isEqualTo(before);
    assertThat(usable()).isEqualTo(1 - before);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-16T09:59:59Z, 1",
    "2024-03-16T10:00:00Z, 0",
    "2024-03-15, 0",
    "2024-03-14, 1"
  })
  void timesOfDayTellToTheSecond(String captured, int before) {
    dossier
        .incident("date: {from: '2024-03-16T10:00:00Z'}")
        .photo("m", STRIKE, "capturedAt: '" + captured + "', chronolocated: true");

    assertThat(derived().fact(ImagesTakenBefore.class).images()).isEqualTo(before);
  }

  @Test
  void aTimeThatNobodyVerifiedMakesNothingUseless() {
    dossier.photo("m", STRIKE, "capturedAt: '2019-01-01', chronolocated: false");

    assertThat(derived().missing(ImagesTakenBefore.class))
        .isEqualTo(Set.of("media.capturedAt", "media.chronolocated"));
    assertThat(usable()).isEqualTo(1);
  }

  @Test
  void aSatelliteImageFromBeforeIsUselessAndNoReproach() {
    dossier.photo("m", STRIKE, "kind: 'satellite', capturedAt: '2024-03-01', chronolocated: true");

    assertThat(derived().fact(ImagesTakenBefore.class).images()).isZero();
    assertThat(usable()).isZero();
  }

  @Test
  void onePictureThatHadAppearedBeforeIsOneFault() {
    dossier
        .incident("place: {lat: 16.0, lon: 0.0, precision: 'village'}")
        .photo(
            "m",
            STRIKE,
            "capturedAt: '2018-12-01', chronolocated: true, firstSeenAt: '2019-01-01'",
            "place: {lat: 50.0, lon: 0.0, precision: 'exact'}");

    assertThat(derived().fact(RecycledImages.class).images()).isEqualTo(1);
    assertThat(derived().fact(ImagesTakenBefore.class).images()).isZero();
    assertThat(derived().fact(MisplacedImages.class).images()).isZero();
  }

  @Test
  void whatAReportPublishedBeforeTheIncidentIsUseless() {
    dossier.report("r", "s", "publishedAt: '2024-03-14'").photo("m", STRIKE, "report: 'r'");

    assertThat(usable()).isZero();
    assertThat(derived().missing(RecycledImages.class)).isEqualTo(Set.of("media.firstSeenAt"));
  }

  @ParameterizedTest
  @CsvSource({
    // Degrees north of the incident's place: 0.9 are 100 km, 0.91 are 101.
    "strike, 0.9, village, exact, 0",
    "strike, 0.91, village, exact, 1",
    "damage, 0.91, exact, town, 1",
    "victims, 34, village, exact, 0",
    "injured, 34, village, exact, 0",
    "captured-materiel, 34, village, exact, 0",
    "strike, 0.91, unknown, exact, 0",
    "strike, 0.91, village, unknown, 0",
    "strike, 0.91, province, exact, 0",
    "strike, 0.91, village, district, 0",
  })
  void whatIsOutOfSightCannotShowTheStrike(
      String shows, double degrees, String here, String there, int misplaced) {
    dossier
        .incident("place: {lat: 16.0, lon: 0.0" + precision(here) + "}")
        .photo(
            "m",
            "supports: ['c'], shows: ['" + shows + "', 'weapons']",
            "place: {lat: " + (16 + degrees) + ", lon: 0.0" + precision(there) + "}");

    assertThat(derived().find(MisplacedImages.class, HARM).map(MisplacedImages::images).orElse(0))
        .isEqualTo(misplaced);
    assertThat(usable()).isEqualTo(1 - misplaced);
  }

  private static String precision(String word) {
    return word.equals("unknown") ? "" : ", precision: '" + word + "'";
  }

  @Test
  void theFarthestIsToldAndWhatDistanceWouldNeed() {
    String exact = ", lon: 0.0, precision: 'exact'}";
    dossier
        .incident("place: {lat: 16.0" + exact)
        .photo("near", STRIKE, "place: {lat: 16.0" + exact)
        .photo("far", STRIKE, "place: {lat: 18.0" + exact)
        .photo("farther", STRIKE, "place: {lat: 20.0" + exact);

    assertThat(derived().fact(MisplacedImages.class).kilometres()).isEqualTo(445);
    assertThat(derived().fact(MisplacedImages.class).images()).isEqualTo(2);
    assertThat(derived().fact(ImagePlace.class).facts()).containsExactly("near");
  }

  @Test
  void aPictureOfTwoPlacesIsNotCertainlyElsewhere() {
    String hash = "perceptualHash: '00000000000000ff'";
    dossier
        .incident("place: {lat: 16.0, lon: 0.0, precision: 'village'}")
        .photo("far", STRIKE, hash, "place: {lat: 18.0, lon: 0.0, precision: 'exact'}")
        .photo("near", STRIKE, hash, "place: {lat: 16.0, lon: 0.0}");

    assertThat(derived().fact(MisplacedImages.class).images()).isZero();
    assertThat(usable()).isEqualTo(1);
  }

  @Test
  void theMiddleOfAProvinceIsNoDistance() {
    dossier
        .incident("place: {lat: 16.0, lon: 0.0, precision: 'province'}")
        .photo("m", STRIKE, "place: {lat: 16.0, lon: 0.0, precision: 'exact'}");

    assertThat(derived().missing(ImagePlace.class)).isEqualTo(Set.of("incident.place.precision"));
    assertThat(derived().missing(MisplacedImages.class))
        .isEqualTo(Set.of("incident.place.precision"));
  }

  @ParameterizedTest
  @CsvSource({"'country: ML', 0", "'country: NE', 1", "'country: NE, admin1: Gao', 0"})
  void anotherCountryIsToldAndMakesNothingUseless(String place, int abroad) {
    dossier
        .incident("place: {country: 'ML', admin1: 'Gao'}")
        .photo("m", STRIKE, "place: {" + place.replaceAll(": (\\w+)", ": '$1'") + "}");

    assertThat(derived().fact(ImagesAbroad.class).images()).isEqualTo(abroad);
    assertThat(usable()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"valid, strike, 1, 0", "valid, other, 0, 0", "invalid, strike, 0, 1"})
  void credentialsTellOfTheFile(String credentials, String shows, int valid, int invalid) {
    dossier.photo(
        "m", "supports: ['c'], shows: ['" + shows + "'], credentials: '" + credentials + "'");

    assertThat(derived().fact(ImageCredentials.class).valid()).isEqualTo(valid);
    assertThat(derived().fact(ImageCredentials.class).invalid()).isEqualTo(invalid);
  }

  @Test
  void oneValidFileOutweighsOneThatWasSavedAnew() {
    String hash = "perceptualHash: '00000000000000ff'";
    dossier
        .photo("m", STRIKE, hash, "credentials: 'invalid'")
        .photo("n", STRIKE, hash, "credentials: 'valid'");

    assertThat(derived().fact(ImageCredentials.class).valid()).isEqualTo(1);
    assertThat(derived().fact(ImageCredentials.class).invalid()).isZero();
  }

  @Test
  void absentCredentialsAreNotKnown() {
    dossier.photo("m", STRIKE, "credentials: 'absent'");

    assertThat(derived().missing(ImageCredentials.class)).isEqualTo(Set.of("media.credentials"));
  }
}
