package org.bilan.evidence;

import java.util.List;
import org.bilan.dossier.Proposition;

/**
 * A fact for the rules: one aspect of what was reported about one proposition of one claim. A fact
 * that cannot be established is not there at all; see {@link ClaimEvidence#missing()}.
 */
public interface Aspect {

  /** Id of the claim. */
  String claim();

  Proposition proposition();

  /** Ids of the reports, media and claims that it rests on, in the dossier's order. */
  List<String> facts();
}
