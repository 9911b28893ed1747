package org.bilan.dossier;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Bilan established by examining a picture's file, beside what the dossier says of it. What
 * stands in a file can be forged, and a camera's clock be wrong: it is a lead, not proof. What a
 * file lacks is neutral, since platforms strip it.
 *
 * @param receivedAt when Bilan was first sent the file, where it keeps it
 * @param picture SHA-256 of the first file that Bilan saw which shows the same picture
 * @param capturedAt when it was taken, as the file says
 * @param place where it was taken, as the file says: coordinates alone
 * @param device what it was taken with, as the file says: make and model
 * @param software programs that edited it, as the file says
 * @param editedAt when it was edited after it was taken, as the file says
 * @param firstSeen the earliest appearance that is remembered of it, before this one
 */
public record Examined(
    Optional<Moment> receivedAt,
    Optional<String> picture,
    Optional<Moment> capturedAt,
    Optional<Place> place,
    Optional<String> device,
    List<String> software,
    Optional<Moment> editedAt,
    List<Contradiction> contradictions,
    Optional<Provenance> credentials,
    Optional<FirstSeen> firstSeen) {

  /** C2PA content credentials, as far as Bilan looked into them. */
  public enum Provenance implements Word {
    VALID,
    INVALID,
    /** There are some, and nobody has verified them here. */
    UNVERIFIED,
    ABSENT
  }

  /**
   * What a file shows that was cut or scaled after it was taken, and its notes left as they were.
   */
  private static final Set<Contradiction> OF_EDITING =
      EnumSet.of(Contradiction.PREVIEW_DIFFERS, Contradiction.DIMENSIONS_DIFFER);

  /** Whether the file says that it was edited after it was taken, or shows it. */
  public boolean edited() {
    return !software.isEmpty()
        || editedAt.isPresent()
        || contradictions.stream().anyMatch(OF_EDITING::contains);
  }

  /** Whether notes in the file contradict each other. */
  public boolean contradictory() {
    return !OF_EDITING.containsAll(contradictions);
  }

  /** Whether the file says when, where or with what it was taken, or that it was edited. */
  public boolean tells() {
    return capturedAt.isPresent()
        || place.isPresent()
        || device.isPresent()
        || edited()
        || contradictory();
  }
}
