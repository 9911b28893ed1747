package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.ImageFlaws.ImageCredentials;
import org.bilan.evidence.ImageFlaws.ImagesAbroad;
import org.bilan.evidence.ImageFlaws.ImagesTakenBefore;
import org.bilan.evidence.ImageFlaws.MisplacedImages;
import org.bilan.evidence.ImagePosters.InterestedPosters;
import org.bilan.evidence.ImagePosters.PostersAgainstInterest;
import org.bilan.evidence.Images.ImagePlace;
import org.bilan.evidence.Images.ImageTime;
import org.bilan.evidence.Images.ImagesOfEvent;
import org.bilan.evidence.Images.ImagesOfHarm;
import org.bilan.evidence.Images.ImagesOfOtherStatus;
import org.bilan.evidence.Images.ImagesOfStatus;
import org.bilan.evidence.Images.ManipulatedImages;
import org.bilan.evidence.Images.RecycledImages;
import org.bilan.evidence.Images.SatelliteImages;
import org.bilan.evidence.Images.VisualOrigins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

  private static final String FOR_C = "supports: ['c']";
  private static final String SHOWN = "supports: ['c'], shows: ['damage']";

  private final DossierBuilder dossier = new DossierBuilder().party("army").source("s", "resident");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private DossierBuilder claim() {
    return dossier.claim("c", "killed", "victims: 'civilian', responsible: 'army'");
  }

  /** The accused denies and posts an old picture, or a forgery of what residents have posted. */
  @Test
  void whoDeniesAndPostsFalsePicturesTakesNothingFromTheClaim() {
    claim()
        .source("staff", "military", "party: 'army'")
        .report("r", "s", "publishedAt: '2024-03-17'", "c asserts")
        .report("d", "staff", "publishedAt: '2024-03-18'", "c denies")
        .photo("true", "report: 'r', perceptualHash: 'ffff0000ffff0000'", SHOWN)
        .photo(
            "forged",
            "report: 'd', perceptualHash: 'ffff0000ffff0001', manipulation: 'established'",
            SHOWN)
        .photo("old", "report: 'd', firstSeenAt: '2020-01-01'", SHOWN);

    assertThat(derived().fact(ImagesOfEvent.class).images()).isEqualTo(1);
    assertThat(derived().find(ManipulatedImages.class, HARM)).isEmpty();
    assertThat(derived().find(RecycledImages.class, HARM)).isEmpty();
  }

  @Test
  void withoutPicturesNothingIsJudged() {
    claim().claim("d", "injured").photo("m", "supports: ['d'], shows: ['victims']");

    for (var type :
        Set.of(
            ImagesOfHarm.class,
            ImagesOfEvent.class,
            ImagesOfStatus.class,
            ImagePlace.class,
            ImageTime.class,
            RecycledImages.class,
            ManipulatedImages.class,
            VisualOrigins.class,
            ImagesOfOtherStatus.class,
            SatelliteImages.class,
            ImagesTakenBefore.class,
            MisplacedImages.class,
            ImagesAbroad.class,
            ImageCredentials.class,
            InterestedPosters.class,
            PostersAgainstInterest.class)) {
      assertThat(derived().missing(type)).as(type.getSimpleName()).isEqualTo(Set.of("media"));
    }
  }

  @Test
  void aPictureOfWhichNothingIsKnownIsNeutral() {
    claim().photo("m", FOR_C);

    assertThat(derived().missing(ImagesOfHarm.class)).isEqualTo(Set.of("media.shows"));
    assertThat(derived().missing(ImagesOfEvent.class)).isEqualTo(Set.of("media.shows"));
    assertThat(derived().missing(ImagesOfStatus.class)).isEqualTo(Set.of("media.shows"));
    assertThat(derived().missing(ImagePlace.class)).isEqualTo(Set.of("media.shows"));
    assertThat(derived().missing(ImageTime.class)).isEqualTo(Set.of("media.shows"));
    assertThat(derived().missing(RecycledImages.class)).isEqualTo(Set.of("media.firstSeenAt"));
    assertThat(derived().missing(ManipulatedImages.class)).isEqualTo(Set.of("media.manipulation"));
    assertThat(derived().missing(VisualOrigins.class)).isEqualTo(Set.of("media.shows"));
  }

  @ParameterizedTest
  @CsvSource({
    "victims, 1, 0, 0",
    "injured, 1, 0, 0",
    "burial, 1, 0, 0",
    "strike, 0, 1, 0",
    "damage, 0, 1, 0",
    "weapons, 0, 1, 0",
    "captured-materiel, 0, 1, 0",
    "civilians, 0, 0, 1",
    "combatants, 0, 0, 0",
    "other, 0, 0, 0",
  })
  void aPictureSupportsOnlyWhatItShows(String shows, int harm, int event, int civilians) {
    claim().photo("m", FOR_C, "shows: ['" + shows + "']");

    assertThat(derived().fact(ImagesOfHarm.class).images()).isEqualTo(harm);
    assertThat(derived().fact(ImagesOfEvent.class).images()).isEqualTo(event);
    assertThat(derived().fact(ImagesOfEvent.class, RESPONSIBILITY).images()).isEqualTo(event);
    assertThat(derived().fact(ImagesOfStatus.class, STATUS).images()).isEqualTo(civilians);
    assertThat(derived().find(ImagesOfHarm.class, STATUS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "combatant, combatants, 1",
    "combatant, weapons, 1",
    "combatant, captured-materiel, 1",
    "combatant, civilians, 0",
    "civilian, weapons, 0",
    "mixed, civilians, 0",
  })
  void aPictureSupportsTheStatusThatItShows(String victims, String shows, int images) {
    dossier
        .claim("c", "killed", "victims: '" + victims + "'")
        .photo("m", FOR_C, "shows: ['" + shows + "']");

    assertThat(derived().fact(ImagesOfStatus.class, STATUS).images()).isEqualTo(images);
  }

  @Test
  void statusIsUnknownWhereTheClaimLeavesItOpen() {
    dossier.claim("c", "killed", "victims: 'unknown'").photo("m", FOR_C, "shows: ['civilians']");

    assertThat(derived().missing(ImagesOfStatus.class)).isEqualTo(Set.of("claims.victims"));
    assertThat(derived().find(ImagesOfEvent.class, RESPONSIBILITY)).isEmpty();
  }

  @Test
  void noPictureShowsThatNobodyWasHurt() {
    dossier
        .claim("c", "killed", "count: {min: 0, max: 0}, victims: 'civilian', responsible: 'army'")
        .photo("m", FOR_C, "shows: ['victims', 'damage', 'civilians']");

    assertThat(derived().fact(ImagesOfHarm.class).images()).isZero();
    assertThat(derived().fact(ImagesOfEvent.class).images()).isZero();
    assertThat(derived().fact(ImagesOfEvent.class, RESPONSIBILITY).images()).isZero();
    assertThat(derived().fact(ImagesOfStatus.class, STATUS).images()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-01-01, 1",
    "2024-03-14, 1",
    "2024-03-15T00:00:00Z, 1",
    "2024-03-15T00:00:01Z, 0",
    "2024-03-15, 0",
    "2024-03-16T00:30:00+01:00, 0",
    "2024-03-16, 0",
    "2024-03-16T00:00:00Z, 0",
    "2024-03-17, 0"
  })
  void aPictureSeenBeforeTheIncidentIsRecycledAndSupportsNothing(String seen, int recycled) {
    claim()
        .incident("place: {lat: 16.0, lon: 0.0}")
        .photo(
            "m",
            FOR_C,
            "shows: ['victims', 'strike', 'civilians'], firstSeenAt: '" + seen + "'",
            "place: {lat: 16.0, lon: 0.0}, capturedAt: '2024-03-16', chronolocated: true",
            "perceptualHash: '00000000000000ff'");

    assertThat(derived().fact(RecycledImages.class).images()).isEqualTo(recycled);
    assertThat(derived().fact(ImagesOfHarm.class).images()).isEqualTo(1 - recycled);
    assertThat(derived().fact(ImagesOfEvent.class).images()).isEqualTo(1 - recycled);
    assertThat(derived().fact(ImagesOfStatus.class, STATUS).images()).isEqualTo(1 - recycled);
    assertThat(derived().find(ImagePlace.class, HARM).isEmpty()).isEqualTo(recycled == 1);
    assertThat(derived().find(ImageTime.class, HARM).isEmpty()).isEqualTo(recycled == 1);
    assertThat(derived().find(VisualOrigins.class, HARM).isEmpty()).isEqualTo(recycled == 1);
  }

  @ParameterizedTest
  @CsvSource({"none-found, 0, 0, 1", "suspected, 0, 1, 1", "established, 1, 0, 0"})
  void onlyEstablishedManipulationMakesAPictureUseless(
      String manipulation, int established, int suspected, int usable) {
    claim().photo("m", FOR_C, "shows: ['victims'], manipulation: '" + manipulation + "'");

    ManipulatedImages fact = derived().fact(ManipulatedImages.class);
    assertThat(fact.established()).isEqualTo(established);
    assertThat(fact.suspected()).isEqualTo(suspected);
    assertThat(derived().fact(ImagesOfHarm.class).images()).isEqualTo(usable);
  }

  @Test
  void absentContentCredentialsChangeNothing() {
    claim().photo("m", FOR_C, "shows: ['victims']");
    var without = derived().evidence().facts();

    dossier.claim("d", "injured").photo("n", "supports: ['d'], credentials: 'invalid'");

    assertThat(derived().evidence().facts()).isEqualTo(without);
  }

  @Test
  void theNearestGeolocatedPictureCounts() {
    claim()
        .incident("place: {lat: 16.0, lon: 0.0}")
        .photo("far", SHOWN, "place: {lat: 18.0, lon: 0.0}")
        .photo("near", SHOWN, "place: {lat: 16.1, lon: 0.0}")
        .photo("somewhere", SHOWN, "place: {name: 'Gao'}");

    assertThat(derived().fact(ImagePlace.class).kilometres()).isEqualTo(11);
    assertThat(derived().fact(ImagePlace.class).facts()).containsExactly("near");
  }

  @Test
  void theIncidentsPlaceMayBeWhatIsMissing() {
    claim().photo("m", SHOWN, "place: {lat: 16.0, lon: 0.0}");

    assertThat(derived().missing(ImagePlace.class)).isEqualTo(Set.of("incident.place"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-16, 0",
    "2024-03-16T23:59:00Z, 0",
    "2024-03-17, 0",
    "2024-03-18, 1",
    "2024-03-18T12:00:00Z, 1",
    "2024-03-19T00:00:01Z, 2",
    "2024-03-15, 1",
    "2024-03-15T23:00:00Z, 1",
    "2024-03-15T00:00:01Z, 1",
    "2024-03-17T02:00:00+05:00, 0",
  })
  void daysOutsideTheIncidentAreCountedFromVerifiedTimes(String captured, int days) {
    claim()
        .incident("date: {from: '2024-03-16', to: '2024-03-17'}")
        .photo("m", SHOWN, "capturedAt: '" + captured + "', chronolocated: true");

    assertThat(derived().fact(ImageTime.class).days()).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chronolocated: false"})
  void aTimeThatNobodyVerifiedIsNotKnown(String verified) {
    claim().photo("m", SHOWN, "capturedAt: '2024-03-16'", verified);

    assertThat(derived().missing(ImageTime.class))
        .isEqualTo(Set.of("media.capturedAt", "media.chronolocated"));
  }

  @Test
  void filesOfOtherContentMayShowOnePicture() {
    claim()
        .photo("m1", SHOWN, "sha256: '" + "a".repeat(64) + "'")
        .photo("m2", SHOWN, "sha256: '" + "b".repeat(64) + "'");

    assertThat(derived().missing(VisualOrigins.class)).isEqualTo(Set.of("media.perceptualHash"));
  }

  @Test
  void onePicturePostedTwiceIsOneVisualOrigin() {
    String hash = "perceptualHash: '00000000000000ff'";
    String sha = "sha256: '" + "a".repeat(64) + "'";
    claim()
        .photo("m1", SHOWN, hash)
        .photo("m2", SHOWN, hash, sha)
        .photo("m3", SHOWN, sha)
        .photo("m4", SHOWN, "perceptualHash: '00000000000fffff'")
        .photo("m5", SHOWN);

    assertThat(derived().fact(VisualOrigins.class).origins()).isEqualTo(2);
    assertThat(derived().fact(VisualOrigins.class).facts())
        .containsExactlyInAnyOrder("m1", "m2", "m3", "m4");
  }

  @ParameterizedTest
  @CsvSource({
    "audio, 0",
    "document, 0",
    "photo, 1",
    "video, 1",
    "satellite, 1",
  })
  void aSoundOrATextShowsNothing(String kind, int images) {
    claim()
        .photo("m", FOR_C, "kind: '" + kind + "', shows: ['victims'], firstSeenAt: '2019-01-01'");
    dossier.photo("n", FOR_C, "kind: '" + kind + "', shows: ['victims']");

    assertThat(derived().find(ImagesOfHarm.class, HARM).map(ImagesOfHarm::images).orElse(0))
        .isEqualTo(images);
    assertThat(derived().find(RecycledImages.class, HARM).isPresent()).isEqualTo(images == 1);
  }

  @Test
  void aForgedRecordingOrDocumentIsToldAsAForgedPictureIs() {
    claim().photo("m", FOR_C, "kind: 'document', manipulation: 'established'");

    assertThat(derived().fact(ManipulatedImages.class).established()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "civilian, 'victims,combatants', 1",
    "civilian, 'injured,combatants', 1",
    "civilian, 'burial,combatants', 0",
    "civilian, 'victims,weapons', 0",
    "civilian, 'strike,weapons,captured-materiel', 0",
    "civilian, 'victims,combatants,civilians', 0",
    "civilian, 'combatants', 0",
    "combatant, 'victims,civilians', 1",
    "combatant, 'victims,civilians,weapons', 0",
    "combatant, 'burial,civilians', 0",
    "mixed, 'victims,civilians', 0",
  })
  void onlyThePeopleBesideTheVictimsTellAgainstTheirStatus(String victims, String shows, int n) {
    dossier
        .claim("c", "killed", "victims: '" + victims + "'")
        .photo("m", FOR_C, "shows: ['" + shows.replace(",", "', '") + "']");

    assertThat(derived().fact(ImagesOfOtherStatus.class, STATUS).images()).isEqualTo(n);
  }

  @ParameterizedTest
  @CsvSource({"satellite, damage, 1", "satellite, victims, 0", "photo, damage, 0"})
  void damageFromOrbitIsSeenBySatellites(String kind, String shows, int images) {
    claim().photo("m", FOR_C, "kind: '" + kind + "', shows: ['" + shows + "']");

    assertThat(derived().fact(SatelliteImages.class).images()).isEqualTo(images);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000000003ff, 1",
    "00000000000007ff, 2",
    "ffffffffffffffff, 2",
    "0000000000000000, 1"
  })
  void picturesThatDifferByTenOfTheirBitsAreOne(String hash, int pictures) {
    claim()
        .photo("m1", FOR_C, "shows: ['victims'], perceptualHash: '0000000000000000'")
        .photo("m2", FOR_C, "shows: ['victims'], perceptualHash: '" + hash + "'");

    assertThat(derived().fact(ImagesOfHarm.class).images()).isEqualTo(pictures);
    assertThat(derived().fact(VisualOrigins.class).origins()).isEqualTo(pictures);
    assertThat(derived().fact(ImagesOfHarm.class).facts()).containsExactlyInAnyOrder("m1", "m2");
  }

  @Test
  void whatIsKnownOfOneFileIsKnownOfThePicture() {
    claim()
        .claim("d", "injured")
        .photo(
            "known",
            "supports: ['d'], firstSeenAt: '2019-01-01', perceptualHash: '00000000000000ff'")
        .photo("m", FOR_C, "shows: ['victims'], perceptualHash: '00000000000000fe'");

    assertThat(derived().fact(ImagesOfHarm.class).images()).isZero();
    assertThat(derived().fact(RecycledImages.class).images()).isEqualTo(1);
  }

  @Test
  void aFileThatBearsOnNoClaimTellsNothingOfOthers() {
    claim()
        .photo("idle", "firstSeenAt: '2019-01-01', perceptualHash: '00000000000000ff'")
        .photo("m", FOR_C, "shows: ['victims'], perceptualHash: '00000000000000ff'");

    assertThat(derived().fact(ImagesOfHarm.class).images()).isEqualTo(1);
  }

  @Test
  void aSoundFileOfAPictureStandsBesideAForgedOne() {
    String hash = "perceptualHash: '00000000000000ff', shows: ['victims']";
    claim().photo("forged", FOR_C, hash, "manipulation: 'established'").photo("again", FOR_C, hash);
    assertThat(derived().fact(ImagesOfHarm.class).images()).isZero();

    dossier.photo("sound", FOR_C, hash, "manipulation: 'none-found'");

    assertThat(derived().fact(ImagesOfHarm.class).images()).isEqualTo(1);
    assertThat(derived().fact(ManipulatedImages.class).established()).isEqualTo(1);
  }
}
