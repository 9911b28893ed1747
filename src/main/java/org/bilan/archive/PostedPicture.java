package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Report;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;

/**
 * A picture that a report of a dossier published, as the dossier tells.
 *
 * @param sha256 of its file
 * @param fingerprint how it looks, where the dossier says so
 */
record PostedPicture(
    String incident,
    String report,
    Moment at,
    Optional<String> place,
    Optional<String> url,
    Optional<String> sha256,
    Optional<Fingerprint> fingerprint) {

  /** Characters of a place: it stands in other dossiers, where the whole tells no more. */
  private static final int LONGEST_PLACE = 500;

  /**
   * Those of a dossier that has, and had, no confidential source: what is remembered of one that
   * does would tell of it in other incidents. A report dated before its incident is a mistake, or
   * about something else; a year mistyped must not make others' pictures old.
   */
  static List<PostedPicture> of(Dossier dossier) {
    Moment began = dossier.incident().date().from();
    Map<String, Report> published =
        dossier.reports().stream()
            .filter(
                report -> report.publishedAt().filter(at -> !at.certainlyBefore(began)).isPresent())
            .collect(Collectors.toMap(Report::id, report -> report));
    return dossier.media().stream()
        .filter(media -> media.report().filter(published::containsKey).isPresent())
        .filter(media -> media.fingerprint().isPresent() || media.sha256().isPresent())
        .map(media -> of(dossier, media, published.get(media.report().orElseThrow())))
        .distinct()
        .toList();
  }

  private static PostedPicture of(Dossier dossier, Media media, Report report) {
    Moment at = report.publishedAt().orElseThrow();
    return new PostedPicture(
        dossier.incident().id(),
        report.id(),
        new Moment(DossierRow.micros(at.earliest()), DossierRow.micros(at.latest())),
        place(dossier, media),
        report.url().map(DossierRow::storable),
        media.sha256(),
        media.fingerprint().map(Fingerprint::parse));
  }

  private static Optional<String> place(Dossier dossier, Media media) {
    return media
        .place()
        .or(() -> dossier.incident().place())
        .map(
            place ->
                Stream.of(place.name(), place.admin1(), place.country())
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty())
        .map(text -> DossierRow.storable(cut(text)));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_PLACE) {
      return text;
    }
    boolean whole = !Character.isHighSurrogate(text.charAt(LONGEST_PLACE - 1));
    return text.substring(0, whole ? LONGEST_PLACE : LONGEST_PLACE - 1);
  }

  /**
   * Remembers these in place of what the incidents' dossiers told before, within the transaction
   * that keeps the dossiers. One of which neither the file nor the fingerprint is known cannot be
   * recognised, and is not remembered.
   *
   * <p>{@link HeldPictures#hold} comes before it.
   */
  static void remember(
      Connection connection, Collection<String> incidents, List<PostedPicture> all, Instant now)
      throws SQLException {
    Map<String, List<Fingerprint>> files = files(connection, all);
    List<Appearance> posted =
        all.stream().flatMap(picture -> picture.appearance(files).stream()).toList();
    Appearances.replace(connection, incidents, posted, now);
  }

  /**
   * The open files that Bilan keeps, and how they look where they tell enough to be known again. A
   * confidential one is as if it were not kept: else what is remembered would tell who names its
   * hash that it is.
   */
  private static Map<String, List<Fingerprint>> files(
      Connection connection, List<PostedPicture> all) throws SQLException {
    Map<String, List<Fingerprint>> files = new HashMap<>();
    String[] named =
        all.stream().flatMap(picture -> picture.sha256.stream()).toArray(String[]::new);
    if (named.length > 0) {
      Jdbc.list(
          connection,
          row ->
              files.put(
                  row.getString("sha256"),
                  Optional.ofNullable(row.getBytes("looks"))
                      .map(Looks::of)
                      .filter(Looks::recognisable)
                      .map(Looks::fingerprints)
                      .orElse(List.of())),
          "select sha256, looks from picture_file where sha256 = any(?) and not confidential",
          (Object) named);
    }
    return files;
  }

  private Optional<Appearance> appearance(Map<String, List<Fingerprint>> files) {
    Optional<String> file = sha256.filter(files::containsKey);
    return file.map(files::get)
        .filter(known -> !known.isEmpty())
        .or(() -> fingerprint.map(List::of))
        .map(known -> Appearance.posted(known, file, at, incident, report, place, url));
  }
}
