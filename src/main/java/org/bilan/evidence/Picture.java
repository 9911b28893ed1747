package org.bilan.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bilan.dossier.Credentials;
import org.bilan.dossier.Examined;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.Manipulation;
import org.bilan.dossier.Media;
import org.bilan.dossier.MediaKind;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Place;
import org.bilan.dossier.Shows;
import org.bilan.dossier.Word;

/**
 * One picture, recording or document with all its files: see {@link Pictures}. What is known of one
 * of them is known of it, so that posting it again with less said about it changes nothing.
 *
 * @param files in the dossier's order
 * @param asked the files that are asked whether it was manipulated
 * @param first the files that may have been the first to be posted, whose notes tell of it: whoever
 *     posts it again may have written others into theirs
 * @param shows what its files are said to show, together
 * @param early whether a report from before the incident published it
 */
record Picture(
    List<Media> files,
    List<Media> asked,
    List<Media> first,
    Set<Shows> shows,
    Scene scene,
    Posting posting,
    boolean early) {

  /** What is where it happened, and cannot be carried elsewhere as people and weapons can. */
  static final Set<Shows> OF_THE_PLACE = EnumSet.of(Shows.STRIKE, Shows.DAMAGE);

  private static final Set<MediaKind> VISIBLE =
      EnumSet.of(MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.SATELLITE);

  static Picture of(List<Media> files, Scene scene, Index index, boolean early) {
    Set<Shows> shows = EnumSet.noneOf(Shows.class);
    files.forEach(file -> shows.addAll(file.shows()));
    Posting posting = Posting.of(files, index);
    List<Media> first =
        files.stream()
            .filter(file -> poster(file, index).filter(r -> !posting.first().contains(r)).isEmpty())
            .toList();
    return new Picture(files, files, first, shows, scene, posting, early);
  }

  /**
   * The same, but where somebody denies the claim and has posted it too, whether it was manipulated
   * is asked of the first files alone that others posted: who shows a forgery of a picture has not
   * made the picture a forgery.
   */
  Picture asOfferedFor(int claim, Index index) {
    Predicate<Media> denied =
        file -> poster(file, index).filter(r -> Posting.denies(r, claim, index)).isPresent();
    if (files.stream().noneMatch(denied)) {
      return this;
    }
    List<Media> others =
        files.stream()
            .filter(file -> poster(file, index).filter(posting.first()::contains).isPresent())
            .filter(denied.negate())
            .toList();
    return new Picture(
        files, others, Picture.files(first, denied.negate()), shows, scene, posting, early);
  }

  private static List<Media> files(List<Media> files, Predicate<Media> condition) {
    return files.stream().filter(condition).toList();
  }

  private static Optional<Integer> poster(Media file, Index index) {
    return file.report().flatMap(index::report);
  }

  /** Whether there is something to be seen: a sound or a text shows nothing. */
  boolean visible() {
    return files.stream().anyMatch(file -> VISIBLE.contains(file.kind()));
  }

  boolean satellite() {
    return files.stream().anyMatch(file -> file.kind() == MediaKind.SATELLITE);
  }

  boolean showsAny(Set<Shows> wanted) {
    return shows.stream().anyMatch(wanted::contains);
  }

  /**
   * Whether it can be evidence: not for what had appeared or was taken before the incident, or out
   * of sight of it, nor for what was manipulated. What is not known of it does not make it useless.
   */
  boolean usable() {
    boolean manipulated = manipulation().filter(Manipulation.ESTABLISHED::equals).isPresent();
    boolean sound = files.stream().anyMatch(file -> found(file, Manipulation.NONE_FOUND));
    return !early && !isRecycled() && !isTakenBefore() && !isMisplaced() && (!manipulated || sound);
  }

  /** Whether it had appeared before the incident: one such appearance tells of all its files. */
  Optional<Boolean> recycled() {
    Stream<Moment> said = files.stream().flatMap(file -> file.firstSeenAt().stream());
    Stream<Moment> remembered =
        examinations().flatMap(e -> e.firstSeen().stream()).filter(this::counts).map(FirstSeen::at);
    return any(Stream.concat(said, remembered).map(scene::after));
  }

  /**
   * Whether what Bilan remembers of it counts. The same file always does. What merely looks the
   * same may be another picture from where a camera stands still: not of satellite images, of which
   * one from before is customary, and not where somebody has verified that it was not taken before.
   */
  private boolean counts(FirstSeen seen) {
    return seen.bits().isEmpty() || !satellite() && !takenBefore().filter(b -> !b).isPresent();
  }

  /** Whether it was taken before the incident, by each verified time. */
  Optional<Boolean> takenBefore() {
    return all(
        files.stream()
            .filter(Picture::verified)
            .flatMap(file -> file.capturedAt().stream())
            .map(scene::after));
  }

  /** Whether somebody has established when this file was taken. */
  static boolean verified(Media file) {
    return file.chronolocated().filter(verified -> verified).isPresent();
  }

  /**
   * Whether it shows a strike or damage and was taken where the incident's cannot be seen from. The
   * dead, the injured and captured materiel may have been carried far away.
   */
  Optional<Boolean> misplaced() {
    Optional<Boolean> outOfSight = everywhere(scene::outOfSight);
    return showsAny(OF_THE_PLACE) ? outOfSight : outOfSight.map(elsewhere -> false);
  }

  /** Whether it was taken in another country. */
  Optional<Boolean> abroad() {
    return everywhere(scene::abroad);
  }

  /** Kilometres from the incident's place to the nearest where one of its files was taken. */
  Optional<Integer> kilometres() {
    return places().flatMap(place -> scene.kilometres(place).stream()).min(Integer::compare);
  }

  /** The worst that was found about its files. */
  Optional<Manipulation> manipulation() {
    return asked.stream()
        .flatMap(file -> file.manipulation().stream())
        .max(Manipulation::compareTo);
  }

  /** Whether credentials are valid on one of its files, or else invalid on one. */
  Optional<Credentials> credentials() {
    Stream<Credentials> said = files.stream().flatMap(file -> file.credentials().stream());
    Stream<Credentials> verified =
        first.stream()
            .flatMap(file -> file.examined().flatMap(Examined::credentials).stream())
            .flatMap(found -> Word.of(Credentials.class, found.word()).stream());
    return Stream.concat(said, verified)
        .filter(credentials -> credentials != Credentials.ABSENT)
        .min(Credentials::compareTo);
  }

  /** What Bilan established of its files. */
  private Stream<Examined> examinations() {
    return files.stream().flatMap(file -> file.examined().stream());
  }

  boolean isRecycled() {
    return recycled().orElse(false);
  }

  boolean isTakenBefore() {
    return takenBefore().orElse(false);
  }

  boolean isMisplaced() {
    return misplaced().orElse(false);
  }

  Stream<Place> places() {
    return files.stream().flatMap(file -> file.place().stream());
  }

  private Optional<Boolean> everywhere(Function<Place, Optional<Boolean>> judged) {
    return all(places().flatMap(place -> judged.apply(place).stream()));
  }

  private static boolean found(Media file, Manipulation finding) {
    return file.manipulation().filter(finding::equals).isPresent();
  }

  private static Optional<Boolean> any(Stream<Boolean> known) {
    return known.reduce(Boolean::logicalOr);
  }

  private static Optional<Boolean> all(Stream<Boolean> known) {
    return known.reduce(Boolean::logicalAnd);
  }

  /** Ids of all files of these pictures, in the dossier's order of their first files. */
  static List<String> ids(List<Picture> pictures) {
    return pictures.stream().flatMap(p -> p.files.stream()).map(Media::id).toList();
  }

  static List<Picture> where(List<Picture> pictures, Predicate<Picture> condition) {
    return pictures.stream().filter(condition).toList();
  }
}
