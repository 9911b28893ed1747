package org.bilan.dossier;

import java.util.List;
import java.util.Optional;

/**
 * One publication or statement by one source, and where it stands on each claim.
 *
 * @param source id of the source that speaks
 * @param via id of the outlet through which it reached us
 * @param cites ids of the reports that it repeats or names as its origin
 * @param language BCP 47 tag
 */
public record Report(
    String id,
    String source,
    Optional<String> via,
    Optional<Moment> publishedAt,
    List<String> cites,
    Optional<String> url,
    Optional<String> archiveUrl,
    Optional<String> author,
    Optional<String> language,
    Optional<String> text,
    List<Stance> stances) {

  /** The same report with other citations and stances. */
  Report with(List<String> otherCites, List<Stance> otherStances) {
    return new Report(
        id,
        source,
        via,
        publishedAt,
        otherCites,
        url,
        archiveUrl,
        author,
        language,
        text,
        otherStances);
  }
}
