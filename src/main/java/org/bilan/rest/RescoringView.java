package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.RescoringState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rescoring as it is told.
 *
 * @param revision of its ruleset
 * @param base revision that a dry run of a ruleset that is not in force is compared with; otherwise
 *     each dossier is compared with how it stood
 * @param reason why it failed
 * @param total dossiers when it began
 * @param dossiers gone through so far, failures included
 * @param appended assessments made; less than the dossiers where that ruleset had judged before
 * @param failed dossiers that could not be judged: GET failures tells why
 * @param worked whether a service or command works on it now
 * @param rate dossiers a second, since it was last taken up
 * @param secondsLeft at that rate
 */
@Schema(name = "Rescoring")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RescoringView(
    long id,
    long ruleset,
    String revision,
    Optional<String> base,
    RescoringFilter filter,
    boolean dryRun,
    RescoringState state,
    Optional<String> reason,
    String by,
    Instant begunAt,
    Optional<Instant> endedAt,
    long total,
    long dossiers,
    long appended,
    long failed,
    boolean worked,
    Optional<Double> rate,
    Optional<Long> secondsLeft) {

  static RescoringView of(Rescoring run) {
    return new RescoringView(
        run.id(),
        run.ruleset(),
        run.revision(),
        run.base(),
        run.filter(),
        run.dryRun(),
        run.state(),
        run.reason(),
        run.by(),
        run.begunAt(),
        run.endedAt(),
        run.total(),
        run.dossiers(),
        run.appended(),
        run.failed(),
        run.worked(),
        run.rate().map(rate -> Math.round(rate * 10) / 10.0),
        run.secondsLeft());
  }
}
