package org.bilan.confidential;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bilan.dossier.Media;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;

/** What is read of all versions together, each once: a hundred versions are much alike. */
record Versions(Set<Source> sources, Set<Published> reports, Set<Media> media) {
  Versions() {
    this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /** Characters of what may name somebody. */
  int size() {
    return Stream.concat(
            sources.stream().flatMap(s -> Stream.of(s.name(), s.owner())),
            reports.stream().flatMap(r -> Stream.of(r.author(), r.url(), r.archiveUrl())))
        .flatMap(Optional::stream)
        .mapToInt(String::length)
        .sum();
  }

  /**
   * What of a report tells who published it.
   *
   * @param via the id of the source through which it became known
   */
  record Published(
      String id,
      String source,
      Optional<String> via,
      Optional<String> author,
      Optional<String> url,
      Optional<String> archiveUrl) {

    static Published of(Report report) {
      return new Published(
          report.id(),
          report.source(),
          report.via(),
          report.author(),
          report.url(),
          report.archiveUrl());
    }
  }
}
