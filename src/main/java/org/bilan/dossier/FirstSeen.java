package org.bilan.dossier;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The earliest appearance that Bilan remembers of a picture, and how that is known.
 *
 * @param at when it appeared, at the latest
 * @param place where it was taken or posted then, in words
 * @param url where it appeared
 * @param incident the incident whose dossier tells of that
 * @param sha256 of the file that appeared then, where Bilan has it
 * @param bits of 256 in which the two pictures' fingerprints differ; absent for the same file
 */
public record FirstSeen(
    Moment at,
    Ground ground,
    Optional<String> place,
    Optional<String> url,
    Optional<String> incident,
    Optional<String> sha256,
    OptionalInt bits) {

  /** How it is known that a picture appeared. */
  public enum Ground implements Word {
    /** Bilan was sent it then. */
    RECEIVED,
    /** A report in a dossier that Bilan keeps published it then. */
    POSTED,
    /** A list of known pictures, which somebody imported, says so. */
    KNOWN
  }
}
