package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A dossier as lists show it.
 *
 * @param from the first moment of the incident
 * @param to the last moment of the incident
 * @param ruleset revision of the rules that made its current assessment; not always those in force
 * @param confidential whether it holds confidential sources
 * @param state of the dossier; for who tells of it, not told itself
 * @param claims of its current assessment
 */
public record DossierSummary(
    String incident,
    Optional<String> title,
    Optional<String> country,
    Instant from,
    Instant to,
    long version,
    Instant updatedAt,
    String ruleset,
    boolean confidential,
    @JsonIgnore DossierState state,
    List<StoredClaim> claims) {

  /** With this title and these claims instead. */
  public DossierSummary with(Optional<String> title, List<StoredClaim> claims) {
    return new DossierSummary(
        incident,
        title,
        country,
        from,
        to,
        version,
        updatedAt,
        ruleset,
        confidential,
        state,
        claims);
  }
}
