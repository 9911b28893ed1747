package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.ImageFiles.ContradictoryFiles;
import org.bilan.evidence.ImageFiles.EditedFiles;
import org.bilan.evidence.ImageFiles.FilesFromBefore;
import org.bilan.evidence.ImageFiles.FilesFromElsewhere;
import org.bilan.evidence.ImageFiles.SaidOtherwise;
import org.bilan.evidence.ImageFlaws.ImageCredentials;
import org.bilan.evidence.ImagePosters.ManyPosters;
import org.bilan.evidence.Images.ImagesOfEvent;
import org.bilan.evidence.Images.RecycledImages;
import org.bilan.evidence.Images.VisualOrigins;
import org.bilan.likeness.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFilesTest {

  private static final String STRIKE = "supports: ['c'], shows: ['strike']";

  private final DossierBuilder dossier =
      new DossierBuilder()
          .incident("place: {lat: 16.0, lon: 0.0, precision: 'village'}")
          .source("s", "resident")
          .source("t", "resident")
          .claim("c", "killed")
          .report("a", "s", "publishedAt: '2024-03-17'")
          .report("b", "t", "publishedAt: '2024-03-18'")
          .report("d", "t", "publishedAt: '2024-03-19'");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private static String examined(String facts) {
    return "examined: {" + facts + "}";
  }

  @ParameterizedTest
  @CsvSource({"2024-03-14, 1", "2024-03-15, 0", "2024-03-16, 0", "2024-03-20, 0"})
  void whatAFileSaysOfItsTimeIsALeadAndVoidsNothing(String captured, int before) {
    dossier.photo("m", STRIKE, examined("capturedAt: '" + captured + "'"));

    assertThat(derived().fact(FilesFromBefore.class).images()).isEqualTo(before);
    assertThat(derived().fact(ImagesOfEvent.class).images()).isEqualTo(1);
  }

  @Test
  void aTimeThatSomebodyVerifiedCountsInsteadOfTheFiles() {
    dossier.photo(
        "m",
        STRIKE,
        "capturedAt: '2024-03-16', chronolocated: true",
        examined("capturedAt: '2020-01-01'"));

    assertThat(derived().fact(FilesFromBefore.class).images()).isZero();
    assertThat(derived().fact(SaidOtherwise.class).images()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"16.5, 0", "16.89, 0", "16.92, 1", "18.0, 1"})
  void whatAFileSaysOfItsPlaceIsComparedWithTheIncidents(double latitude, int elsewhere) {
    dossier.photo("m", STRIKE, examined("place: {lat: " + latitude + ", lon: 0.0}"));

    assertThat(derived().fact(FilesFromElsewhere.class).images()).isEqualTo(elsewhere);
    assertThat(derived().fact(ImagesOfEvent.class).images()).isEqualTo(1);
  }

  @Test
  void whatOthersWriteIntoTheirCopiesChangesNothing() {
    String same = "perceptualHash: '00000000000000ff'";
    dossier.photo("m", STRIKE, same, "report: 'a'", examined("credentials: 'absent'"));
    Derived before = derived();
    dossier.photo(
        "n",
        STRIKE,
        same,
        "report: 'b'",
        examined(
            "capturedAt: '2012-01-01', place: {lat: 10.0, lon: 0.0}, software: ['An editor'],"
                + " contradictions: ['capture-times-differ']"));

    assertThat(before.fact(EditedFiles.class).images()).isZero();
    assertThat(derived().fact(EditedFiles.class).images()).isZero();
    assertThat(derived().fact(ContradictoryFiles.class).images()).isZero();
    assertThat(derived().missing(FilesFromBefore.class))
        .isEqualTo(before.missing(FilesFromBefore.class));
    assertThat(derived().missing(FilesFromElsewhere.class))
        .isEqualTo(before.missing(FilesFromElsewhere.class));
  }

  @Test
  void ofFilesThatMayBothHaveBeenFirstBothMustSayIt() {
    String same = "perceptualHash: '00000000000000ff'";
    dossier
        .photo("m", STRIKE, same, examined("software: ['An editor']"))
        .photo("n", STRIKE, same, examined("contradictions: ['preview-differs']"));
    assertThat(derived().fact(EditedFiles.class).facts()).containsExactly("m", "n");

    dossier.photo("o", STRIKE, same, examined("credentials: 'absent'"));
    assertThat(derived().fact(EditedFiles.class).images()).isZero();
  }

  @Test
  void anUneditedFileOfThePictureIsEnough() {
    String same = "perceptualHash: '00000000000000ff'";
    dossier
        .photo("m", STRIKE, same, examined("device: 'A camera', editedAt: '2024-03-18'"))
        .photo("n", STRIKE, same, examined("device: 'A camera'"));

    assertThat(derived().fact(EditedFiles.class).images()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capturedAt: '2024-03-17' | capturedAt: '2024-03-16' |",
        "capturedAt: '2024-03-18' | capturedAt: '2024-03-15' | capturedAt",
        "place: {lat: 16.0, lon: 0.0} | place: {lat: 16.5, lon: 0.0} |",
        "place: {lat: 16.0, lon: 0.0} | place: {lat: 17.0, lon: 0.0} | place",
        "place: {lat: 16.0, lon: 0.0, precision: 'province'} | place: {lat: 19.0, lon: 0.0} |",
        "credentials: 'valid' | credentials: 'absent' | credentials",
        "credentials: 'invalid' | credentials: 'valid' | credentials",
        "credentials: 'valid' | credentials: 'unverified' |",
        "credentials: 'absent' | credentials: 'valid' |",
        "firstSeenAt: '2024-03-25' | firstSeen: {at: '2024-03-18', ground: 'known'} | firstSeenAt",
        "firstSeenAt: '2024-03-25' | firstSeen: {at: '2024-03-18', ground: 'received'} |",
        "firstSeenAt: '2019-01-01' | firstSeen: {at: '2024-03-18', ground: 'known'} |",
      })
  void theDossierAndTheExaminationAreCompared(String said, String established, String field) {
    dossier.photo("m", STRIKE, said, examined(established));

    List<String> differing = ImageFiles.differing(dossier.build().media().get(0));
    assertThat(differing).isEqualTo(field == null ? List.of() : List.of(field));
    assertThat(derived().fact(SaidOtherwise.class).images()).isEqualTo(differing.size());
  }

  @Test
  void whatIsRememberedFromBeforeIsRecycledWhateverTheDossierSays() {
    dossier.photo(
        "m",
        STRIKE,
        "firstSeenAt: '2024-03-17'",
        examined("firstSeen: {at: '2019-01-01', ground: 'posted', incident: 'other', bits: 3}"));

    assertThat(derived().fact(RecycledImages.class).images()).isEqualTo(1);
    assertThat(derived().fact(ImagesOfEvent.class).images()).isZero();
  }

  @Test
  void whatMerelyLooksTheSameDoesNotCountOfSatelliteImagesNorAgainstAVerifiedTime() {
    String near = examined("firstSeen: {at: '2019-01-01', ground: 'known', bits: 30}");
    dossier
        .photo("orbit", STRIKE, "kind: 'satellite'", near)
        .photo("dated", STRIKE, "capturedAt: '2024-03-17', chronolocated: true", near);
    assertThat(derived().fact(ImagesOfEvent.class).images()).isEqualTo(2);

    dossier.photo("photo", STRIKE, near);
    assertThat(derived().fact(RecycledImages.class).facts()).containsExactly("photo");
  }

  @Test
  void filesThatBilanRecognisedAreOnePictureWhoeverPostedThem() {
    String one = "0".repeat(63) + "1";
    String two = "0".repeat(63) + "2";
    dossier
        .photo("m", STRIKE, "report: 'a', sha256: '" + one + "', fingerprint: '" + one + "'")
        .photo(
            "n", STRIKE, "report: 'b', sha256: '" + two + "'", examined("picture: '" + one + "'"))
        .photo("o", STRIKE, "report: 'd', perceptualHash: 'ffffffffffffffff'");

    assertThat(derived().fact(VisualOrigins.class).origins()).isEqualTo(2);
    assertThat(derived().fact(ManyPosters.class).posters()).isEqualTo(2);
    assertThat(derived().fact(ManyPosters.class).facts()).containsExactlyInAnyOrder("m", "n");
  }

  @Test
  void filesOfNearFingerprintsAreOnePicture() {
    String near = "f".repeat(SamePicture.FINGERPRINT_BITS / 4) + "0".repeat(64);
    dossier
        .photo("m", STRIKE, "report: 'a', fingerprint: '" + "0".repeat(64) + "'")
        .photo("n", STRIKE, "report: 'b', fingerprint: '" + near.substring(0, 64) + "'")
        .photo("o", STRIKE, "report: 'd', fingerprint: '" + "f".repeat(64) + "'");

    assertThat(derived().fact(VisualOrigins.class).origins()).isEqualTo(2);
  }

  @Test
  void aDossierTakesFingerprintsForOnePictureAsTheMemoryDoes() {
    assertThat(SamePicture.FINGERPRINT_BITS).isEqualTo(Likeness.NEAR_IDENTICAL_BITS);
  }

  @Test
  void whatNobodyHasExaminedIsUnknown() {
    dossier.photo("m", STRIKE);

    for (var type : List.of(EditedFiles.class, ContradictoryFiles.class, SaidOtherwise.class)) {
      assertThat(derived().missing(type)).isEqualTo(Set.of("media.examined"));
    }
    assertThat(derived().missing(FilesFromBefore.class)).isEqualTo(Set.of("media.examined"));
  }

  @Test
  void credentialsThatNobodyVerifiedAreUnknown() {
    dossier.photo("m", STRIKE, examined("credentials: 'unverified'"));

    assertThat(derived().missing(ImageCredentials.class)).isEqualTo(Set.of("media.credentials"));
  }
}
