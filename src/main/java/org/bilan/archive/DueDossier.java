package org.bilan.archive;

import java.util.Optional;

/**
 * A dossier that a run has read, to be judged.
 *
 * @param lineage tells it from one of the same incident that was deleted before
 * @param tag names this state of it
 * @param confidential whether not all see all of it
 * @param stands its current assessment
 * @param before how it stood: its current assessment; where that is by the run's ruleset already,
 *     as after somebody has asked for it, the last one of this version by another, if there is one
 * @param known of this version by the run's ruleset; there may be one already
 */
public record DueDossier(
    String incident,
    long lineage,
    long version,
    String tag,
    boolean confidential,
    byte[] document,
    Optional<Standing> stands,
    Optional<Standing> before,
    Optional<Standing> known) {

  /** An assessment of it that is kept. */
  public record Standing(long id, String revision, byte[] document) {}
}
