package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * What is told of a run over an archive beside what moved.
 *
 * @param run its id
 * @param ruleset name of the rules that judge
 * @param before revision of the rules that were in force when it was asked for; absent when none
 *     were, or when it makes no difference
 * @param after revision of the rules that judge
 * @param filter which dossiers, in words; empty when all of them
 * @param who asked for it
 * @param started when it was asked for
 * @param ended absent while it goes on
 * @param dryRun whether nothing was kept of it but what would move
 * @param dossiers how many dossiers it is of, whether or not they were judged yet
 * @param asOf what was published later is left out; absent when each dossier says that itself
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunFacts(
    String run,
    String ruleset,
    Optional<String> before,
    String after,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String filter,
    String who,
    Instant started,
    Optional<Instant> ended,
    boolean dryRun,
    long dossiers,
    Optional<Instant> asOf) {}
