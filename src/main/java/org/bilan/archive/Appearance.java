package org.bilan.archive;

import java.util.Optional;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Moment;
import org.bilan.likeness.Fingerprint;

/**
 * That a picture was seen.
 *
 * @param sha256 of the file, where Bilan keeps it
 * @param at when it appeared
 * @param ground how that is known
 * @param incident whose dossier tells of it
 * @param report that published it, in that dossier
 * @param place in words
 * @param url where it appeared
 */
public record Appearance(
    Fingerprint fingerprint,
    Optional<String> sha256,
    Moment at,
    Ground ground,
    Optional<String> incident,
    Optional<String> report,
    Optional<String> place,
    Optional<String> url,
    Optional<String> note) {

  /** Bilan was sent it. */
  static Appearance received(Fingerprint fingerprint, String sha256, Moment at) {
    return new Appearance(
        fingerprint,
        Optional.of(sha256),
        at,
        Ground.RECEIVED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A report published it. */
  static Appearance posted(
      Fingerprint fingerprint,
      Optional<String> sha256,
      Moment at,
      String incident,
      String report,
      Optional<String> place,
      Optional<String> url) {
    return new Appearance(
        fingerprint,
        sha256,
        at,
        Ground.POSTED,
        Optional.of(incident),
        Optional.of(report),
        place,
        url,
        Optional.empty());
  }

  /** Somebody's list says so. */
  public static Appearance known(
      Fingerprint fingerprint,
      Moment at,
      Optional<String> place,
      Optional<String> url,
      Optional<String> note) {
    return new Appearance(
        fingerprint,
        Optional.empty(),
        at,
        Ground.KNOWN,
        Optional.empty(),
        Optional.empty(),
        place,
        url,
        note);
  }
}
