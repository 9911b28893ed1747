package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.OwnPictures.PicturingOrigins;
import org.junit.jupiter.api.Test;

class OwnPicturesTest {

  private static final String[] HASHES = {
    "perceptualHash: '00000000000000ff'",
    "perceptualHash: '0000ffff00000000'",
    "perceptualHash: 'ffff00000000ffff'"
  };

  private final DossierBuilder dossier = new DossierBuilder().claim("c", "killed", "");
  private int files;

  private void says(String... sources) {
    for (String source : sources) {
      dossier.says(source, "resident", "", "c asserts");
    }
  }

  private void shows(String source, int picture) {
    String file = "m" + ++files;
    dossier.photo(file, "supports: ['c']", HASHES[picture], "report: '" + source + "'");
  }

  private int origins() {
    return Derived.of("c", dossier).fact(PicturingOrigins.class).origins();
  }

  @Test
  void eachWhoShowsAnotherPictureCounts() {
    says("a", "b", "d");
    shows("a", 0);
    shows("b", 1);
    shows("d", 2);

    assertThat(origins()).isEqualTo(3);
  }

  @Test
  void onePictureCountsOnceWhoeverPostsIt() {
    says("a", "b", "d");
    shows("a", 0);
    shows("b", 0);
    shows("d", 0);

    assertThat(origins()).isEqualTo(1);
  }

  @Test
  void whoPostsAPictureAgainTakesItFromNobody() {
    says("a", "b", "d");
    shows("a", 0);
    shows("b", 1);
    shows("b", 0); // so a picture is found for each only if b gives way to a

    assertThat(origins()).isEqualTo(2);

    shows("d", 1);

    assertThat(origins()).isEqualTo(2);
  }

  @Test
  void whosePicturesTheyAreMustBeKnown() {
    dossier.says("a", "resident", "", "c asserts").photo("m", "supports: ['c']", HASHES[0], "");

    assertThat(Derived.of("c", dossier).missing(PicturingOrigins.class))
        .containsExactly("media.report");
  }

  @Test
  void nobodysHarmCannotBeShown() {
    DossierBuilder nobody = new DossierBuilder().claim("c", "killed", "count: {min: 0, max: 0}");
    nobody
        .says("a", "resident", "", "c asserts")
        .photo("m", "supports: ['c']", HASHES[0], "report: 'a'");

    assertThat(Derived.of("c", nobody).missing(PicturingOrigins.class)).containsExactly("media");
  }
}
