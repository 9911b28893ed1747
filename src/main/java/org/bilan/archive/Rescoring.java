package org.bilan.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that judges dossiers of the archive anew, as it stands.
 *
 * @param id from 1
 * @param ruleset id of what judges
 * @param revision of that ruleset
 * @param base of a dry run by a ruleset that is not in force: the revision it is compared with;
 *     otherwise each dossier is compared with how it stood
 * @param dryRun whether nothing but what would move is kept
 * @param reason why it failed
 * @param by who began it
 * @param total how many dossiers there were when it began
 * @param dossiers gone through so far, failures included
 * @param appended assessments that it has made; less than the dossiers where that ruleset had
 *     judged before
 * @param failed dossiers that could not be judged
 * @param chunks committed so far
 * @param doneUpTo all incidents up to this one are done; empty at the beginning
 * @param heardAt when who works on it was last heard of
 * @param since when who works on it took it over
 * @param sinceDossiers how many were done then
 * @param worked on by somebody who was heard of lately
 */
public record Rescoring(
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
    long chunks,
    String doneUpTo,
    Optional<Instant> heardAt,
    Optional<Instant> since,
    long sinceDossiers,
    boolean worked) {

  /** Whether nothing more comes of it unless somebody resumes it. */
  public boolean ended() {
    return state != RescoringState.RUNNING;
  }

  /** Dossiers a second, since it was last taken over; empty when that cannot be told yet. */
  public Optional<Double> rate() {
    if (since.isEmpty() || heardAt.isEmpty() || dossiers == sinceDossiers) {
      return Optional.empty();
    }
    double seconds = Duration.between(since.get(), heardAt.get()).toMillis() / 1000.0;
    return seconds <= 0 ? Optional.empty() : Optional.of((dossiers - sinceDossiers) / seconds);
  }

  /** The time left at that rate, in whole seconds; empty unless somebody works on it. */
  public Optional<Long> secondsLeft() {
    return worked && state == RescoringState.RUNNING
        ? rate().map(rate -> (long) Math.ceil(Math.max(0, total - dossiers) / rate))
        : Optional.empty();
  }
}
