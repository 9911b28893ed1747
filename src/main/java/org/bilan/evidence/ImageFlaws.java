package org.bilan.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Credentials;
import org.bilan.dossier.Manipulation;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Shows;
import org.bilan.evidence.Images.ManipulatedImages;
import org.bilan.evidence.Images.RecycledImages;

/**
 * Facts about pictures that cannot show the incident, and about the integrity of their files. A
 * picture that had appeared before the incident is told as such alone, and not once more for when
 * or where it was taken: it is one fault.
 */
public final class ImageFlaws {

  private ImageFlaws() {}

  /**
   * How many pictures show harm or the event, and were taken before it began, as was verified. Not
   * satellite images: one from before is customary beside one from after.
   */
  public record ImagesTakenBefore(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * How many pictures show a strike or damage, and were taken where the incident's cannot be seen
   * from: farther than {@value Scene#OUT_OF_SIGHT_KM} km, where both places are known to a town or
   * better.
   *
   * @param kilometres to the farthest of them; 0 when there is none
   */
  public record MisplacedImages(
      String claim, Proposition proposition, int images, int kilometres, List<String> facts)
      implements Aspect {}

  /**
   * How many pictures were taken in another country. They are not thereby useless: a strike may be
   * filmed, and the injured be treated, across a border.
   */
  public record ImagesAbroad(String claim, Proposition proposition, int images, List<String> facts)
      implements Aspect {}

  /**
   * How many usable pictures that show something have a file with valid content credentials, and on
   * how many pictures credentials are invalid and on no file valid. Valid ones prove that the file
   * is as its signer left it, and nothing of what it shows.
   */
  public record ImageCredentials(
      String claim, Proposition proposition, int valid, int invalid, List<String> facts)
      implements Aspect {}

  static final Set<Shows> OF_THE_INCIDENT =
      EnumSet.of(
          Shows.VICTIMS,
          Shows.INJURED,
          Shows.BURIAL,
          Shows.STRIKE,
          Shows.DAMAGE,
          Shows.WEAPONS,
          Shows.CAPTURED_MATERIEL);

  private static final Set<Shows> SOMETHING = EnumSet.complementOf(EnumSet.of(Shows.OTHER));

  /**
   * @param offered all that is offered for the claim: a forged recording or document tells against
   *     it as a forged picture does
   * @param pictures those in which something can be seen
   */
  static void derive(
      Claim claim, Scene scene, List<Picture> offered, List<Picture> pictures, FactSink sink) {
    manipulated(claim, offered, sink);
    if (pictures.isEmpty()) {
      sink.missing(RecycledImages.class, "media");
      sink.missing(ImagesTakenBefore.class, "media");
      sink.missing(MisplacedImages.class, "media");
      sink.missing(ImagesAbroad.class, "media");
      sink.missing(ImageCredentials.class, "media");
      return;
    }
    recycled(claim, pictures, sink);
    credentials(claim, pictures, sink);
    abroad(claim, scene, pictures, sink);
    if (pictures.stream().allMatch(picture -> picture.shows().isEmpty())) {
      sink.missing(ImagesTakenBefore.class, "media.shows");
      sink.missing(MisplacedImages.class, "media.shows");
      return;
    }
    takenBefore(claim, pictures, sink);
    misplaced(claim, scene, pictures, sink);
  }

  private static void manipulated(Claim claim, List<Picture> offered, FactSink sink) {
    if (unknown(offered, Picture::manipulation)) {
      sink.missing(ManipulatedImages.class, offered.isEmpty() ? "media" : "media.manipulation");
      return;
    }
    List<Picture> established = found(offered, Manipulation.ESTABLISHED);
    List<Picture> suspected = found(offered, Manipulation.SUSPECTED);
    sink.add(
        new ManipulatedImages(
            claim.id(),
            Proposition.HARM,
            established.size(),
            suspected.size(),
            both(established, suspected)));
  }

  private static List<Picture> found(List<Picture> offered, Manipulation finding) {
    return Picture.where(offered, p -> p.manipulation().filter(finding::equals).isPresent());
  }

  private static void recycled(Claim claim, List<Picture> pictures, FactSink sink) {
    if (unknown(pictures, Picture::recycled)) {
      sink.missing(RecycledImages.class, "media.firstSeenAt");
      return;
    }
    List<Picture> old = Picture.where(pictures, Picture::isRecycled);
    sink.add(new RecycledImages(claim.id(), Proposition.HARM, old.size(), Picture.ids(old)));
  }

  private static void takenBefore(Claim claim, List<Picture> pictures, FactSink sink) {
    if (unknown(pictures, Picture::takenBefore)) {
      sink.missing(ImagesTakenBefore.class, "media.capturedAt");
      sink.missing(ImagesTakenBefore.class, "media.chronolocated");
      return;
    }
    Predicate<Picture> before =
        p -> p.isTakenBefore() && !p.isRecycled() && !p.satellite() && p.showsAny(OF_THE_INCIDENT);
    List<Picture> old = Picture.where(pictures, before);
    sink.add(new ImagesTakenBefore(claim.id(), Proposition.HARM, old.size(), Picture.ids(old)));
  }

  private static void misplaced(Claim claim, Scene scene, List<Picture> pictures, FactSink sink) {
    if (unknown(pictures, Picture::misplaced)) {
      sink.missing(MisplacedImages.class, scene.missingForSight(pictures));
      return;
    }
    List<Picture> elsewhere =
        Picture.where(pictures, p -> p.isMisplaced() && !p.isRecycled() && !p.isTakenBefore());
    int farthest = elsewhere.stream().mapToInt(p -> p.kilometres().orElseThrow()).max().orElse(0);
    sink.add(
        new MisplacedImages(
            claim.id(), Proposition.HARM, elsewhere.size(), farthest, Picture.ids(elsewhere)));
  }

  private static void abroad(Claim claim, Scene scene, List<Picture> pictures, FactSink sink) {
    if (unknown(pictures, Picture::abroad)) {
      sink.missing(ImagesAbroad.class, scene.missingForCountry(pictures));
      return;
    }
    List<Picture> abroad = Picture.where(pictures, p -> p.abroad().orElse(false));
    sink.add(new ImagesAbroad(claim.id(), Proposition.HARM, abroad.size(), Picture.ids(abroad)));
  }

  private static void credentials(Claim claim, List<Picture> pictures, FactSink sink) {
    if (unknown(pictures, Picture::credentials)) {
      sink.missing(ImageCredentials.class, "media.credentials");
      return;
    }
    Predicate<Picture> telling =
        picture -> !claim.nobody() && picture.usable() && picture.showsAny(SOMETHING);
    List<Picture> valid = Picture.where(signed(pictures, Credentials.VALID), telling);
    List<Picture> invalid = signed(pictures, Credentials.INVALID);
    sink.add(
        new ImageCredentials(
            claim.id(), Proposition.HARM, valid.size(), invalid.size(), both(valid, invalid)));
  }

  private static List<Picture> signed(List<Picture> pictures, Credentials credentials) {
    return Picture.where(pictures, p -> p.credentials().filter(credentials::equals).isPresent());
  }

  private static boolean unknown(List<Picture> pictures, Function<Picture, Optional<?>> known) {
    return pictures.stream().allMatch(picture -> known.apply(picture).isEmpty());
  }

  private static List<String> both(List<Picture> some, List<Picture> others) {
    return Picture.ids(Stream.concat(some.stream(), others.stream()).toList());
  }
}
