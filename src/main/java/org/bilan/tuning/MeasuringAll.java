package org.bilan.tuning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.bilan.dossier.Word;

/**
 * How far the impact of a ruleset on the whole archive has been measured.
 *
 * @param dossiers that were gone through so far
 * @param of how many there were when it began
 * @param ended absent while it goes on
 * @param impact when it is done
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MeasuringAll(
    State state,
    long dossiers,
    long of,
    Instant began,
    Optional<Instant> ended,
    Optional<Impact> impact) {

  /** What has become of it. */
  public enum State implements Word {
    /** It goes on. */
    RUNNING,
    /** It is done. */
    DONE,
    /** Somebody did not want it any more, or the service stopped. */
    CANCELLED,
    /** A fault of ours or the archive's ended it, and the log says which. */
    FAILED
  }
}
