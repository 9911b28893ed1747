package org.bilan.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Credentials;
import org.bilan.dossier.Examined;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Proposition;

/**
 * Facts about what stands in the files of pictures, by Bilan's own examination. A file can be
 * forged, a clock be wrong, a device be elsewhere: what it says is a lead, and voids no picture. Of
 * a picture that several posted only the files of those count who may have been the first, and all
 * of these must say it: what others write into their copies changes nothing.
 */
public final class ImageFiles {

  private ImageFiles() {}

  /**
   * How many pictures show harm or the event, but for satellite images, and were taken before it
   * began as each file says that may have been the first. Not those whose time was verified, nor
   * those that had appeared before the incident: of these more is known.
   */
  public record FilesFromBefore(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * How many pictures show a strike or damage and were taken out of sight of the incident's place,
   * as their files say. Not those whose place was established, nor those that are from before. How
   * far is not told: of a file that somebody sent in confidence that would be too much.
   */
  public record FilesFromElsewhere(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /** How many pictures were edited after they were taken, as their files say or show. */
  public record EditedFiles(String claim, Proposition proposition, int images, List<String> facts)
      implements Aspect {}

  /** How many pictures' files contradict themselves. */
  public record ContradictoryFiles(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * Of how many pictures the dossier says what their files or Bilan's memory do not: of when or
   * where they were taken, of their credentials, or of when they first appeared. Not of those that
   * had appeared before, nor of a time that somebody verified.
   */
  public record SaidOtherwise(String claim, Proposition proposition, int images, List<String> facts)
      implements Aspect {}

  private static final List<Class<? extends Aspect>> ALL =
      List.of(
          FilesFromBefore.class,
          FilesFromElsewhere.class,
          EditedFiles.class,
          ContradictoryFiles.class,
          SaidOtherwise.class);

  /**
   * How far two notes of a time may lie apart that are of one: a file without a time zone, and a
   * dossier with a date alone, may each mean another day.
   */
  private static final Duration ONE_TIME = Duration.ofDays(1);

  private static final String TIME = "capturedAt";

  /**
   * Derives them.
   *
   * @param pictures those in which something can be seen, without those that speak against it
   */
  static void derive(Claim claim, Scene scene, List<Picture> pictures, FactSink sink) {
    List<Picture> examined =
        Picture.where(pictures, p -> p.first().stream().anyMatch(f -> f.examined().isPresent()));
    if (examined.isEmpty()) {
      String field = pictures.isEmpty() ? "media" : "media.examined";
      ALL.forEach(type -> sink.missing(type, field));
      return;
    }
    before(claim, scene, examined, sink);
    elsewhere(claim, scene, examined, sink);
    String id = claim.id();
    List<Picture> edited = Picture.where(examined, all(e -> e.tells() && e.edited()));
    sink.add(new EditedFiles(id, Proposition.HARM, edited.size(), Picture.ids(edited)));
    List<Picture> contradictory = Picture.where(examined, all(Examined::contradictory));
    sink.add(
        new ContradictoryFiles(
            id, Proposition.HARM, contradictory.size(), Picture.ids(contradictory)));
    List<Picture> other = Picture.where(examined, ImageFiles::saidOtherwise);
    sink.add(new SaidOtherwise(id, Proposition.HARM, other.size(), Picture.ids(other)));
  }

  private static void before(Claim claim, Scene scene, List<Picture> examined, FactSink sink) {
    List<Picture> dated = Picture.where(examined, all(e -> e.capturedAt().isPresent()));
    if (dated.isEmpty()) {
      sink.missing(FilesFromBefore.class, "media.examined.capturedAt");
      return;
    }
    if (dated.stream().allMatch(picture -> picture.shows().isEmpty())) {
      sink.missing(FilesFromBefore.class, "media.shows");
      return;
    }
    Predicate<Picture> open =
        picture ->
            picture.takenBefore().isEmpty()
                && !picture.isRecycled()
                && !picture.satellite()
                && picture.showsAny(ImageFlaws.OF_THE_INCIDENT);
    List<Picture> before =
        Picture.where(dated, open.and(all(e -> scene.after(e.capturedAt().orElseThrow()))));
    sink.add(new FilesFromBefore(claim.id(), Proposition.HARM, before.size(), Picture.ids(before)));
  }

  private static void elsewhere(Claim claim, Scene scene, List<Picture> examined, FactSink sink) {
    List<Picture> placed =
        Picture.where(examined, all(e -> e.place().filter(Scene::located).isPresent()));
    if (placed.isEmpty()) {
      sink.missing(FilesFromElsewhere.class, "media.examined.place");
      return;
    }
    if (placed.stream().allMatch(picture -> picture.shows().isEmpty())) {
      sink.missing(FilesFromElsewhere.class, "media.shows");
      return;
    }
    List<Picture> known = Picture.where(placed, all(e -> outOfSight(e, scene).isPresent()));
    if (known.isEmpty()) {
      sink.missing(FilesFromElsewhere.class, scene.missingForSightOfExact());
      return;
    }
    Predicate<Picture> open =
        picture ->
            picture.places().findAny().isEmpty()
                && !picture.isRecycled()
                && !picture.isTakenBefore()
                && picture.showsAny(Picture.OF_THE_PLACE);
    List<Picture> away =
        Picture.where(known, open.and(all(e -> outOfSight(e, scene).orElseThrow())));
    sink.add(new FilesFromElsewhere(claim.id(), Proposition.HARM, away.size(), Picture.ids(away)));
  }

  private static Optional<Boolean> outOfSight(Examined examined, Scene scene) {
    return scene.outOfSightOfExact(examined.place().orElseThrow());
  }

  /** Whether it holds of each file that may have been the first. */
  private static Predicate<Picture> all(Predicate<Examined> holds) {
    return picture ->
        picture.first().stream().allMatch(file -> file.examined().filter(holds).isPresent());
  }

  /** What is told as a fault of its own is not told once more; what was verified stands. */
  private static boolean saidOtherwise(Picture picture) {
    return !picture.isRecycled()
        && picture.first().stream()
            .anyMatch(
                file ->
                    differing(file).stream()
                        .anyMatch(field -> !field.equals(TIME) || !Picture.verified(file)));
  }

  /**
   * In which of its fields a dossier says something else of a picture than its file says, or than
   * Bilan remembers.
   */
  public static List<String> differing(Media file) {
    if (file.examined().isEmpty()) {
      return List.of();
    }
    Examined examined = file.examined().get();
    List<String> fields = new ArrayList<>();
    if (apart(file.capturedAt(), examined.capturedAt())) {
      fields.add(TIME);
    }
    if (file.place()
        .filter(said -> !Scene.coarse(Optional.of(said)))
        .flatMap(said -> examined.place().flatMap(said::kilometresTo))
        .filter(kilometres -> kilometres > Scene.OUT_OF_SIGHT_KM)
        .isPresent()) {
      fields.add("place");
    }
    Optional<Moment> remembered =
        examined
            .firstSeen()
            .filter(seen -> seen.ground() != FirstSeen.Ground.RECEIVED)
            .map(FirstSeen::at);
    if (file.firstSeenAt().isPresent()
        && remembered.filter(at -> farBefore(at, file.firstSeenAt().get())).isPresent()) {
      fields.add("firstSeenAt");
    }
    if (otherCredentials(file, examined)) {
      fields.add("credentials");
    }
    return fields;
  }

  private static boolean apart(Optional<Moment> one, Optional<Moment> other) {
    return one.isPresent()
        && other.isPresent()
        && (farBefore(one.get(), other.get()) || farBefore(other.get(), one.get()));
  }

  private static boolean farBefore(Moment one, Moment other) {
    return one.latest().plus(ONE_TIME).isBefore(other.earliest());
  }

  /** What nobody has verified here may be as the dossier says. */
  private static boolean otherCredentials(Media file, Examined examined) {
    Optional<Examined.Provenance> found =
        examined.credentials().filter(c -> c != Examined.Provenance.UNVERIFIED);
    Set<Credentials> signed = Set.of(Credentials.VALID, Credentials.INVALID);
    return found.isPresent()
        && file.credentials().filter(signed::contains).isPresent()
        && !file.credentials().get().word().equals(found.get().word());
  }
}
