package org.bilan.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture, video or document, and what has been established about it.
 *
 * @param report id of the report that published it
 * @param sha256 64 hexadecimal digits
 * @param perceptualHash 64-bit perceptual hash, 16 hexadecimal digits
 * @param fingerprint Bilan's 256-bit perceptual fingerprint, 64 hexadecimal digits
 * @param firstSeenAt earliest known appearance anywhere
 * @param place where it was taken, as established by geolocation
 * @param examined what Bilan established by examining the file
 * @param supports ids of the claims that it is offered for
 */
public record Media(
    String id,
    Optional<String> report,
    MediaKind kind,
    Optional<String> sha256,
    Optional<String> perceptualHash,
    Optional<String> fingerprint,
    Optional<Moment> capturedAt,
    Optional<Moment> firstSeenAt,
    Optional<Place> place,
    Optional<Boolean> chronolocated,
    List<Shows> shows,
    Optional<Credentials> credentials,
    Optional<Manipulation> manipulation,
    Optional<Examined> examined,
    List<String> supports) {

  private static final Comparator<Moment> BY_LATEST =
      Comparator.comparing(Moment::latest).thenComparing(Moment::earliest);

  /**
   * The earliest appearance that the dossier tells of, or that Bilan remembers of the very file.
   * What merely looks the same may be another picture, or another page of one form.
   */
  public Optional<Moment> knownSince() {
    Optional<Moment> remembered =
        examined
            .flatMap(Examined::firstSeen)
            .filter(seen -> seen.bits().isEmpty())
            .map(FirstSeen::at);
    return Stream.of(firstSeenAt, remembered).flatMap(Optional::stream).min(BY_LATEST);
  }

  /** Whether it is offered for a claim. */
  public boolean bears() {
    return !supports.isEmpty();
  }

  /** A photo of which nothing else is known. */
  public static Media photo(
      String id, Optional<Place> place, List<Shows> shows, List<String> supports) {
    return new Media(
        id,
        Optional.empty(),
        MediaKind.PHOTO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        place,
        Optional.empty(),
        shows,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        supports);
  }

  /** The same picture, taken at another time or place. */
  public Media taken(Optional<Moment> at, Optional<Place> where, Optional<Boolean> timeVerified) {
    return new Media(
        id,
        report,
        kind,
        sha256,
        perceptualHash,
        fingerprint,
        at,
        firstSeenAt,
        where,
        timeVerified,
        shows,
        credentials,
        manipulation,
        examined,
        supports);
  }

  /** The same picture that shows and supports something else. */
  Media with(List<Shows> otherShows, List<String> otherSupports) {
    return new Media(
        id,
        report,
        kind,
        sha256,
        perceptualHash,
        fingerprint,
        capturedAt,
        firstSeenAt,
        place,
        chronolocated,
        otherShows,
        credentials,
        manipulation,
        examined,
        otherSupports);
  }
}
