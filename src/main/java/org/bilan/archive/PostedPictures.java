package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
 * The pictures that the reports of a dossier published, as it tells: those that have a fingerprint,
 * or whose file Bilan keeps. What confidential sources published is not remembered: it would tell
 * of them in other incidents.
 */
final class PostedPictures {

  private PostedPictures() {}

  static List<Appearance> of(Connection connection, Dossier dossier) throws SQLException {
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
    List<Media> pictures =
        dossier.media().stream()
            .filter(media -> media.report().filter(published::containsKey).isPresent())
            .filter(media -> media.fingerprint().isPresent() || media.sha256().isPresent())
            .toList();
    if (pictures.isEmpty()) {
      return List.of();
    }
    Map<String, Optional<Looks>> files = files(connection, pictures);
    List<Appearance> posted = new ArrayList<>();
    for (Media picture : pictures) {
      Report report = published.get(picture.report().orElseThrow());
      Optional<String> file = picture.sha256().filter(files::containsKey);
      Optional<Fingerprint> fingerprint =
          file.flatMap(files::get)
              .filter(Looks::recognisable)
              .map(Looks::fingerprint)
              .or(() -> picture.fingerprint().map(Fingerprint::parse));
      fingerprint.ifPresent(
          looks ->
              posted.add(
                  Appearance.posted(
                      looks,
                      file,
                      micros(report.publishedAt().orElseThrow()),
                      dossier.incident().id(),
                      report.id(),
                      place(dossier, picture),
                      // Beside a confidential source, an address may name it.
                      report.url().filter(url -> hidden.isEmpty()).map(DossierRow::storable))));
    }
    return posted;
  }

  private static Map<String, Optional<Looks>> files(Connection connection, List<Media> pictures)
      throws SQLException {
    Map<String, Optional<Looks>> files = new HashMap<>();
    Jdbc.list(
        connection,
        row ->
            files.put(
                row.getString("sha256"),
                Optional.ofNullable(row.getBytes("looks")).map(Looks::of)),
        "select sha256, looks from picture_file where sha256 = any(?)",
        (Object)
            pictures.stream().flatMap(media -> media.sha256().stream()).toArray(String[]::new));
    return files;
  }

  private static Optional<String> place(Dossier dossier, Media picture) {
    return picture
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

  private static Moment micros(Moment moment) {
    return new Moment(
        moment.earliest().truncatedTo(ChronoUnit.MICROS),
        moment.latest().truncatedTo(ChronoUnit.MICROS));
  }
}
