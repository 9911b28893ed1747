package org.bilan.examination;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Contradiction;

/**
 * What a file says of itself (EXIF, XMP, IPTC). All of it is private to whoever may see the
 * picture's dossier: it may name a person and a home. Absent metadata mean nothing: platforms
 * remove them.
 *
 * @param capturedAt when it was taken
 * @param gpsAt when the satellites said that it was taken, in UTC
 * @param position where it was taken
 * @param device make and model of the camera
 * @param writtenBy the program that wrote the file, as it names itself; a camera's own as well
 * @param editors programs for editing that have evidently written the file, each once
 * @param editedAt when it was last changed, if that is later than its capture
 * @param orientation how a viewer must turn it (EXIF, 1 to 8)
 * @param digitalSource how the picture came to be, if the file says so, in the word of IPTC ({@code
 *     digitalCapture}, {@code trainedAlgorithmicMedia})
 * @param contradictions where these disagree
 */
public record Metadata(
    Optional<Stamp> capturedAt,
    Optional<Stamp> gpsAt,
    Optional<Position> position,
    Optional<String> device,
    Optional<String> writtenBy,
    List<String> editors,
    Optional<Stamp> editedAt,
    int orientation,
    Optional<String> author,
    Optional<String> copyright,
    Optional<String> caption,
    Optional<String> digitalSource,
    List<Contradiction> contradictions) {

  /** Of a file that says nothing of itself. */
  public static final Metadata NONE =
      new Metadata(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Metadata {
    editors = List.copyOf(editors);
    contradictions = List.copyOf(contradictions);
  }
}
