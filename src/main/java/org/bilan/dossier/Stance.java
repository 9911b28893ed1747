package org.bilan.dossier;

import java.util.Optional;

/**
 * Where a report stands on one claim.
 *
 * @param claim id of the claim
 * @param kind asserts, relays, denies or doubts
 * @param hedged whether the wording is conditional or unsure ("reportedly"); absent when unknown
 * @param basis the grounds that the source gives; absent when unknown
 */
public record Stance(String claim, Kind kind, Optional<Boolean> hedged, Optional<Basis> basis) {

  /** The four ways to stand on a claim. */
  public enum Kind implements Word {
    /** Says so on its own account. */
    ASSERTS,
    /** Repeats another's words without adding. */
    RELAYS,
    /** Says it is false. */
    DENIES,
    /** Calls it uncertain. */
    DOUBTS;

    /** Whether it carries the claim on: asserts or relays. */
    public boolean carries() {
      return this == ASSERTS || this == RELAYS;
    }
  }
}
