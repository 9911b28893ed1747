package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bilan.dossier.Contradiction;
import org.bilan.dossier.Examined;
import org.bilan.dossier.FirstSeen;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Place;
import org.bilan.dossier.Word;

/**
 * A picture that is offered for a claim and of which Bilan has examined a file: what the dossier
 * says of it, what was established, and where it appeared earlier.
 *
 * @param media id of the picture in the dossier
 * @param thumbnail where Bilan shows it small; absent where Bilan does not keep the file
 * @param said what the dossier says, of what an examination can establish
 * @param established what stands in the file, which can be wrong
 * @param differ the fields of {@code said} that differ from what was established or is remembered
 * @param earlier the earliest appearance that is remembered of the same picture, before this one
 * @param same ids of the others of which Bilan knows that their files show the same picture
 */
public record Picture(
    String media,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> thumbnail,
    Told said,
    Told established,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> differ,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Earlier> earlier,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> same) {

  /**
   * What is told of a picture.
   *
   * @param capturedAt when it was taken: ISO 8601
   * @param place where
   * @param device what it was taken with
   * @param software programs that edited it
   * @param editedAt when it was edited after it was taken: ISO 8601
   * @param firstSeenAt when it first appeared, as the dossier says: ISO 8601
   * @param credentials C2PA content credentials: valid, invalid, unverified, absent
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Told(
      Optional<String> capturedAt,
      Optional<Where> place,
      Optional<String> device,
      List<String> software,
      Optional<String> editedAt,
      Optional<String> firstSeenAt,
      Optional<String> credentials,
      List<Contradiction> contradictions) {}

  /**
   * A place.
   *
   * @param lat degrees north
   * @param lon degrees east
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Where(Optional<String> name, OptionalDouble lat, OptionalDouble lon) {}

  /**
   * An earlier appearance.
   *
   * @param at when: ISO 8601
   * @param ground how that is known
   * @param thumbnail where Bilan shows the file that appeared then; absent where it has none
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Earlier(
      String at,
      FirstSeen.Ground ground,
      Optional<String> place,
      Optional<String> url,
      Optional<String> incident,
      Optional<String> thumbnail) {}

  /**
   * What is to be told of a picture; empty where Bilan has not examined it.
   *
   * @param differ fields in which the dossier and the examination differ
   * @param all pictures of the dossier
   */
  public static Optional<Picture> of(Media media, List<String> differ, List<Media> all) {
    return media
        .examined()
        .map(
            examined ->
                new Picture(
                    media.id(),
                    examined.receivedAt().flatMap(kept -> media.sha256()).map(Picture::thumbnail),
                    said(media),
                    established(examined),
                    List.copyOf(differ),
                    examined.firstSeen().map(Picture::earlier),
                    same(media, all)));
  }

  private static List<String> same(Media media, List<Media> all) {
    Optional<String> picture = picture(media);
    return picture.isEmpty()
        ? List.of()
        : all.stream()
            .filter(other -> other != media && other.bears() && picture(other).equals(picture))
            .map(Media::id)
            .toList();
  }

  private static Optional<String> picture(Media media) {
    return media.examined().flatMap(Examined::picture);
  }

  /** Where a file's small picture is, by its SHA-256. */
  private static String thumbnail(String sha256) {
    return "/media/" + sha256 + "/thumbnail";
  }

  private static Told said(Media media) {
    return new Told(
        media.capturedAt().map(Moment::text),
        media.place().map(Picture::where),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        media.firstSeenAt().map(Moment::text),
        media.credentials().map(Word::word),
        List.of());
  }

  private static Told established(Examined examined) {
    return new Told(
        examined.capturedAt().map(Moment::text),
        examined.place().map(Picture::where),
        examined.device(),
        examined.software(),
        examined.editedAt().map(Moment::text),
        Optional.empty(),
        examined.credentials().map(Word::word),
        examined.contradictions());
  }

  private static Where where(Place place) {
    return new Where(place.name(), place.lat(), place.lon());
  }

  private static Earlier earlier(FirstSeen seen) {
    return new Earlier(
        seen.at().text(),
        seen.ground(),
        seen.place(),
        seen.url(),
        seen.incident(),
        seen.sha256().map(Picture::thumbnail));
  }
}
