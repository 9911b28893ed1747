package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.ImagePosters.InterestedPosters;
import org.bilan.evidence.ImagePosters.PostersAgainstInterest;
import org.junit.jupiter.api.Test;

class ImagePostersTest {

  private static final String VICTIMS = "supports: ['c'], shows: ['victims']";
  private static final String HASH = "perceptualHash: '00000000000000ff'";

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "rebels")
          .party("rebels")
          .claim("c", "killed", "victims: 'civilian', responsible: 'army'")
          .source("rebels", "armed-group", "party: 'rebels', name: 'The rebels'")
          .source("army", "military", "party: 'army', name: 'The army'")
          .source("local", "resident");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private DossierBuilder posted(String picture, String source, String published) {
    String report = picture + "-report";
    return dossier
        .report(report, source, published.isEmpty() ? "" : "publishedAt: '" + published + "'")
        .photo(picture, VICTIMS, HASH, "report: '" + report + "'");
  }

  @Test
  void whoGainsIsNamedWherePicturesAreAllTheirs() {
    posted("m", "rebels", "");

    assertThat(derived().fact(InterestedPosters.class).only()).isTrue();
    assertThat(derived().fact(InterestedPosters.class).speakers()).containsExactly("The rebels");
    assertThat(derived().fact(PostersAgainstInterest.class).images()).isZero();
    assertThat(derived().find(InterestedPosters.class, RESPONSIBILITY)).isEmpty();
    assertThat(derived().find(InterestedPosters.class, STATUS)).isEmpty();
  }

  @Test
  void whoLosesIsNamed() {
    posted("m", "army", "");

    assertThat(derived().fact(InterestedPosters.class).only()).isFalse();
    assertThat(derived().fact(PostersAgainstInterest.class).images()).isEqualTo(1);
    assertThat(derived().fact(PostersAgainstInterest.class).speakers()).containsExactly("The army");
  }

  @Test
  void anotherPictureOfSomebodyElseIsEnough() {
    posted("m", "rebels", "");
    dossier.report("r", "local", "").photo("n", VICTIMS, "report: 'r'");

    assertThat(derived().fact(InterestedPosters.class).only()).isFalse();
  }

  @Test
  void whoPostsItLaterIsNotAsked() {
    posted("m", "rebels", "2024-03-17");
    posted("again", "local", "2024-03-18");
    posted("once-more", "army", "2024-03-19");

    assertThat(derived().fact(InterestedPosters.class).only()).isTrue();
    assertThat(derived().fact(PostersAgainstInterest.class).images()).isZero();
  }

  @Test
  void whoCitesThePostIsNotAsked() {
    posted("m", "local", "");
    dossier
        .report("r", "rebels", "cites: ['m-report']")
        .photo("again", VICTIMS, HASH, "report: 'r'");

    assertThat(derived().fact(InterestedPosters.class).only()).isFalse();
  }

  @Test
  void whereNothingTellsWhoWasFirstItIsNotJudged() {
    posted("m", "rebels", "");
    posted("again", "local", "2024-03-18");

    assertThat(derived().missing(InterestedPosters.class)).isEqualTo(Set.of("reports.publishedAt"));
    assertThat(derived().missing(PostersAgainstInterest.class))
        .isEqualTo(Set.of("reports.publishedAt"));
  }

  @Test
  void whereOneOfThePostersIsUnknownItIsNotJudged() {
    posted("m", "rebels", "2024-03-17");
    dossier.photo("from-nowhere", VICTIMS, HASH);

    assertThat(derived().missing(InterestedPosters.class)).isEqualTo(Set.of("media.report"));
  }

  @Test
  void whoseSideIsUnknownIsNotJudged() {
    dossier.source("some-army", "military");
    posted("m", "some-army", "");

    assertThat(derived().missing(InterestedPosters.class)).isEqualTo(Set.of("sources.party"));
  }

  @Test
  void whomASideFightsMayBeWhatIsMissing() {
    dossier.party("third").party("fourth").source("third", "armed-group", "party: 'third'");
    dossier.claim("d", "killed", "victims: 'civilian', responsible: 'fourth'");
    dossier.report("r", "third", "").photo("m", "supports: ['d'], shows: ['victims'], report: 'r'");

    assertThat(Derived.of("d", dossier).missing(PostersAgainstInterest.class))
        .isEqualTo(Set.of("incident.parties.adversaries"));
    assertThat(Derived.of("d", dossier).find(InterestedPosters.class, HARM)).isEmpty();
  }
}
