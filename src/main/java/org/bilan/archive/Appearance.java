package org.bilan.archive;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Moment;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;

/**
 * That a picture was seen.
 *
 * @param fingerprints what it is found by: one at least, that of the whole picture first
 * @param sha256 of the file, where Bilan keeps it
 * @param at when it appeared
 * @param ground how that is known
 * @param incident whose dossier tells of it
 * @param report that published it, in that dossier
 * @param place in words
 * @param url where it appeared
 */
public record Appearance(
    List<Fingerprint> fingerprints,
    Optional<String> sha256,
    Moment at,
    Ground ground,
    Optional<String> incident,
    Optional<String> report,
    Optional<String> place,
    Optional<String> url,
    Optional<String> note) {

  /** Bilan was sent it. */
  static Appearance received(Looks looks, String sha256, Moment at) {
    return new Appearance(
        looks.fingerprints(),
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
      List<Fingerprint> fingerprints,
      Optional<String> sha256,
      Moment at,
      String incident,
      String report,
      Optional<String> place,
      Optional<String> url) {
    return new Appearance(
        fingerprints,
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
        List.of(fingerprint),
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
