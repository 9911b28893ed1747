package org.bilan.dossier;

import java.util.List;
import java.util.Optional;

/**
 * A picture, video or document, and what has been established about it.
 *
 * @param report id of the report that published it
 * @param sha256 64 hexadecimal digits
 * @param perceptualHash 64-bit perceptual hash, 16 hexadecimal digits
 * @param firstSeenAt earliest known appearance anywhere
 * @param place where it was taken, as established by geolocation
 * @param supports ids of the claims that it is offered for
 */
public record Media(
    String id,
    Optional<String> report,
    MediaKind kind,
    Optional<String> sha256,
    Optional<String> perceptualHash,
    Optional<Moment> capturedAt,
    Optional<Moment> firstSeenAt,
    Optional<Place> place,
    Optional<Boolean> chronolocated,
    List<Shows> shows,
    Optional<Credentials> credentials,
    Optional<Manipulation> manipulation,
    List<String> supports) {

  /** Whether it is offered for a claim. */
  public boolean bears() {
    return !supports.isEmpty();
  }

  /** The same picture that shows and supports something else. */
  Media with(List<Shows> otherShows, List<String> otherSupports) {
    return new Media(
        id,
        report,
        kind,
        sha256,
        perceptualHash,
        capturedAt,
        firstSeenAt,
        place,
        chronolocated,
        otherShows,
        credentials,
        manipulation,
        otherSupports);
  }
}
