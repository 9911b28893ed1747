package org.bilan.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * forged, a clock be wrong, a device be elsewhere: what it says is a lead, and voids no picture.
 * Files that say nothing are neutral, and take nothing from those that do.
 */
public final class ImageFiles {

  private ImageFiles() {}

  /**
   * How many pictures show harm or the event, but for satellite images, and were taken before it
   * began as all of their files say that say when. Not those whose time was verified, nor those
   * that had appeared before the incident: of these more is known.
   */
  public record FilesFromBefore(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * How many pictures show a strike or damage and were taken out of sight of the incident's place,
   * as all of their files say that say where. Not those whose place was established, nor those that
   * are from before. How far is not told: of a file that somebody sent in confidence that would be
   * too much.
   */
  public record FilesFromElsewhere(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /** How many pictures were edited after they were taken, as all of their files say that tell. */
  public record EditedFiles(String claim, Proposition proposition, int images, List<String> facts)
      implements Aspect {}

  /** How many pictures' files contradict themselves, all that tell anything. */
  public record ContradictoryFiles(
      String claim, Proposition proposition, int images, List<String> facts) implements Aspect {}

  /**
   * Of how many pictures the dossier says what their files or Bilan's memory do not: of when or
   * where they were taken, of their credentials, or of when they first appeared.
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

  /**
   * Derives them.
   *
   * @param pictures those in which something can be seen, without those that speak against it
   */
  static void derive(Claim claim, Scene scene, List<Picture> pictures, FactSink sink) {
    List<Picture> examined = Picture.where(pictures, picture -> picture.examinations().count() > 0);
    if (examined.isEmpty()) {
      String field = pictures.isEmpty() ? "media" : "media.examined";
      ALL.forEach(type -> sink.missing(type, field));
      return;
    }
    before(claim, scene, examined, sink);
    elsewhere(claim, scene, examined, sink);
    String id = claim.id();
    List<Picture> edited = Picture.where(examined, all(Examined::tells, Examined::edited));
    sink.add(new EditedFiles(id, Proposition.HARM, edited.size(), Picture.ids(edited)));
    List<Picture> contradictory =
        Picture.where(examined, all(Examined::tells, e -> !e.contradictions().isEmpty()));
    sink.add(
        new ContradictoryFiles(
            id, Proposition.HARM, contradictory.size(), Picture.ids(contradictory)));
    List<Picture> other = Picture.where(examined, ImageFiles::saidOtherwise);
    sink.add(new SaidOtherwise(id, Proposition.HARM, other.size(), Picture.ids(other)));
  }

  private static void before(Claim claim, Scene scene, List<Picture> examined, FactSink sink) {
    List<Picture> dated = knowing(examined, Examined::capturedAt);
    if (dated.isEmpty()) {
      sink.missing(FilesFromBefore.class, "media.examined.capturedAt");
      return;
    }
    if (dated.stream().allMatch(picture -> picture.shows().isEmpty())) {
      sink.missing(FilesFromBefore.class, "media.shows");
      return;
    }
    Predicate<Picture> old =
        picture ->
            picture.takenBefore().isEmpty()
                && !picture.isRecycled()
                && !picture.satellite()
                && picture.showsAny(ImageFlaws.OF_THE_INCIDENT);
    List<Picture> before =
        Picture.where(
            dated,
            old.and(
                all(
                    e -> e.capturedAt().isPresent(),
                    e -> scene.after(e.capturedAt().orElseThrow()))));
    sink.add(new FilesFromBefore(claim.id(), Proposition.HARM, before.size(), Picture.ids(before)));
  }

  private static void elsewhere(Claim claim, Scene scene, List<Picture> examined, FactSink sink) {
    List<Picture> placed = knowing(examined, e -> e.place().filter(Scene::located));
    if (placed.isEmpty()) {
      sink.missing(FilesFromElsewhere.class, "media.examined.place");
      return;
    }
    if (placed.stream().allMatch(picture -> picture.shows().isEmpty())) {
      sink.missing(FilesFromElsewhere.class, "media.shows");
      return;
    }
    List<Picture> known = Picture.where(placed, p -> outOfSight(p, scene).isPresent());
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
    List<Picture> away = Picture.where(known, open.and(p -> outOfSight(p, scene).orElseThrow()));
    sink.add(new FilesFromElsewhere(claim.id(), Proposition.HARM, away.size(), Picture.ids(away)));
  }

  /** Whether by all files that say where it was taken it was out of sight. */
  private static Optional<Boolean> outOfSight(Picture picture, Scene scene) {
    return picture
        .examinations()
        .flatMap(e -> e.place().stream())
        .flatMap(place -> scene.outOfSightOfExact(place).stream())
        .reduce(Boolean::logicalAnd);
  }

  private static List<Picture> knowing(
      List<Picture> examined, Function<Examined, Optional<?>> field) {
    return Picture.where(
        examined, picture -> picture.examinations().anyMatch(e -> field.apply(e).isPresent()));
  }

  /** Whether one file at least tells, and of all that tell it holds. */
  private static Predicate<Picture> all(Predicate<Examined> tells, Predicate<Examined> holds) {
    return picture ->
        picture.examinations().anyMatch(tells)
            && picture.examinations().filter(tells).allMatch(holds);
  }

  private static boolean saidOtherwise(Picture picture) {
    return picture.asked().stream().anyMatch(file -> !differing(file).isEmpty());
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
      fields.add("capturedAt");
    }
    if (file.place()
        .filter(said -> !Scene.coarse(Optional.of(said)))
        .flatMap(said -> examined.place().flatMap(said::kilometresTo))
        .filter(kilometres -> kilometres > Scene.OUT_OF_SIGHT_KM)
        .isPresent()) {
      fields.add("place");
    }
    Optional<Moment> remembered = examined.firstSeen().map(FirstSeen::at);
    if (file.earliestSeen().equals(remembered) && apart(file.firstSeenAt(), remembered)) {
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
