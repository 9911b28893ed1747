package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
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

  /**
   * Those of a dossier. What confidential sources published is not among them: remembered, it would
   * tell of them in other incidents.
   */
  static List<PostedPicture> of(Dossier dossier) {
    Set<String> hidden =
        dossier.sources().stream()
            .filter(Source::marked)
            .map(Source::id)
            .collect(Collectors.toSet());
    Map<String, Report> published =
        dossier.reports().stream()
            .filter(report -> report.publishedAt().isPresent())
            .filter(report -> !hidden.contains(report.source()))
            .filter(report -> report.via().filter(hidden::contains).isEmpty())
            .collect(Collectors.toMap(Report::id, report -> report));
    return dossier.media().stream()
        .filter(media -> media.report().filter(published::containsKey).isPresent())
        .filter(media -> media.fingerprint().isPresent() || media.sha256().isPresent())
        .map(
            media ->
                of(dossier, media, published.get(media.report().orElseThrow()), hidden.isEmpty()))
        .distinct()
        .toList();
  }

  private static PostedPicture of(Dossier dossier, Media media, Report report, boolean open) {
    Moment at = report.publishedAt().orElseThrow();
    return new PostedPicture(
        dossier.incident().id(),
        report.id(),
        new Moment(DossierRow.micros(at.earliest()), DossierRow.micros(at.latest())),
        place(dossier, media),
        // Beside a confidential source, an address may name it.
        report.url().filter(url -> open).map(DossierRow::storable),
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
        .map(DossierRow::storable);
  }

  /**
   * Remembers these in place of what the incidents' dossiers told before, within the transaction
   * that keeps the dossiers. One of which neither the file nor the fingerprint is known cannot be
   * recognised, and is not remembered.
   */
  static void remember(
      Connection connection, Collection<String> incidents, List<PostedPicture> all, Instant now)
      throws SQLException {
    Map<String, List<Fingerprint>> files = files(connection, all);
    List<Appearance> posted =
        all.stream().flatMap(picture -> picture.appearance(files).stream()).toList();
    Appearances.replace(connection, incidents, posted, now);
  }

  /** The files that Bilan keeps, and how they look where they tell enough to be known again. */
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
          "select sha256, looks from picture_file where sha256 = any(?)",
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
