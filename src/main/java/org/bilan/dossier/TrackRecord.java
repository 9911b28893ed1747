package org.bilan.dossier;

/**
 * How a source has fared in earlier incidents that people have graded. It is a record of what
 * recorders graded, not of truth.
 *
 * @param right in how many incidents people found supported what it said on its own account
 * @param wrong in how many they found the contrary
 * @param unknown in how many they found neither
 * @param usual of all that all sources of the archive said and people found right or wrong, how
 *     many percent were right: 0 to 100
 * @param asOf nothing that became known later is counted, as far as the dates of grades and reports
 *     are known; before the incident began
 */
public record TrackRecord(int right, int wrong, int unknown, int usual, Moment asOf) {

  /** In how many incidents people found it right or wrong. */
  public int cases() {
    return right + wrong;
  }
}
