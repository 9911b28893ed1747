package org.bilan.ruleset;

import java.time.Instant;
import java.util.List;
import org.bilan.dossier.Dossier;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.Evidence;

/**
 * A dossier with its derived words: they depend on no rule, so that whoever judges it by more than
 * one ruleset derives them once.
 *
 * @param dossier as known by then
 * @param asOf the moment by which it was known
 * @param claims the evidence on each claim, in the order of the dossier's claims
 */
public record Derivation(Dossier dossier, Instant asOf, List<ClaimEvidence> claims) {

  /** Of all that a dossier holds. */
  public static Derivation of(Dossier dossier) {
    return new Derivation(dossier, dossier.knownUntil(), Evidence.of(dossier));
  }

  /** Of what was known by a moment. */
  public static Derivation of(Dossier dossier, Instant asOf) {
    Dossier known = dossier.asOf(asOf);
    return new Derivation(known, asOf, Evidence.of(known));
  }
}
