package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A dossier as lists show it.
 *
 * @param from the first moment of the incident
 * @param to the last moment of the incident
 * @param ruleset revision of the rules that made its current assessment; not always those in force
 * @param confidential whether it holds confidential sources
 * @param place where it happened, as far as that is known
 * @param contested whether a claim stands as contested, or somebody denies one, doubts it, or tells
 *     otherwise
 * @param look why a person should look at it
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
    Optional<Where> place,
    boolean contested,
    List<Look> look,
    @JsonIgnore DossierState state,
    List<StoredClaim> claims) {

  /**
   * A place.
   *
   * @param lat degrees north; absent like lon where only one of them is known
   * @param lon degrees east
   */
  public record Where(Optional<String> name, Optional<Double> lat, Optional<Double> lon) {}

  /** With these texts told otherwise, and these claims instead. */
  public DossierSummary with(UnaryOperator<String> text, List<StoredClaim> claims) {
    return new DossierSummary(
        incident,
        title.map(text),
        country,
        from,
        to,
        version,
        updatedAt,
        ruleset,
        confidential,
        place.map(where -> new Where(where.name().map(text), where.lat(), where.lon())),
        contested,
        look,
        state,
        claims);
  }
}
