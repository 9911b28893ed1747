package org.bilan.evidence;

import java.util.List;
import java.util.Map;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Source;

/**
 * All that the rules are told about one claim.
 *
 * @param facts in a stable order
 * @param missing for each kind of fact that could not be established for this claim: the fields of
 *     the dossier that would be needed ({@code media.place}), in alphabetical order
 * @param origins the clusters of reports that carry the claim
 * @param speakers the sources that lead the origins which carry the claim
 * @param independentOrigins how many origins without a stake in it support the least supported of
 *     its asserted propositions
 * @param givenWayTo ids of the claims by which its own sources have revised it, where nobody
 *     independent stands by it
 */
public record ClaimEvidence(
    Claim claim,
    List<Aspect> facts,
    Map<Class<? extends Aspect>, List<String>> missing,
    List<Origin> origins,
    List<Source> speakers,
    int independentOrigins,
    List<String> givenWayTo) {

  /**
   * Reports that go back to one act of knowing.
   *
   * @param reports ids: the leading report first, then in the dossier's order
   * @param links words of the {@link Link}s that join them, in alphabetical order
   */
  public record Origin(List<String> reports, List<String> links) {}
}
