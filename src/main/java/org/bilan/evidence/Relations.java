package org.bilan.evidence;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;

/**
 * How the claims of one dossier bear on each other, known by their places. What {@link Agreement}
 * calls a contradiction is none where one claim revises the other, or where they are parts of one
 * story: see {@link Stories}.
 */
final class Relations {

  private final Index index;
  private final List<Claim> claims;
  private final BitSet[] compatible;
  private final Stories stories;
  private final Interest[] interests;

  Relations(Index index) {
    this.index = index;
    this.claims = index.dossier.claims();
    this.compatible = revisions(claims);
    this.stories = new Stories(index);
    for (int claim = 0; claim < compatible.length; claim++) {
      compatible[claim].or(stories.partsOfOneStoryWith(claim));
    }
    this.interests =
        new Interest[index.dossier.sources().size() * claims.size() * Proposition.values().length];
  }

  /** For each claim those that it revises or that revise it, directly or through others. */
  private static BitSet[] revisions(List<Claim> claims) {
    Map<String, Integer> placeOf = new HashMap<>();
    BitSet[] revisions = new BitSet[claims.size()];
    for (int i = 0; i < revisions.length; i++) {
      placeOf.put(claims.get(i).id(), i);
      revisions[i] = new BitSet();
    }
    for (int later = 0; later < revisions.length; later++) {
      Integer earlier = claims.get(later).supersedes().map(placeOf::get).orElse(null);
      while (earlier != null) {
        revisions[later].set(earlier);
        revisions[earlier].set(later);
        earlier = claims.get(earlier).supersedes().map(placeOf::get).orElse(null);
      }
    }
    return revisions;
  }

  /** For each claim what a speaker who asserts it says about a proposition of the claim. */
  Agreement[] with(int claim, Proposition proposition) {
    Agreement[] agreements = new Agreement[claims.size()];
    for (int said = 0; said < agreements.length; said++) {
      Agreement agreement = Agreement.of(claims.get(claim), claims.get(said), proposition);
      boolean reconciled = agreement == Agreement.CONTRADICTS && compatible[claim].get(said);
      agreements[said] = reconciled ? Agreement.SILENT : agreement;
    }
    return agreements;
  }

  /** The interest of a report's source in saying a proposition of a claim: worked out once. */
  Interest interest(int report, int said, Proposition proposition) {
    int source = index.sourcePlace(report);
    int place =
        (source * claims.size() + said) * Proposition.values().length + proposition.ordinal();
    if (interests[place] == null) {
      interests[place] = Interest.of(index, index.source(report), claims.get(said), proposition);
    }
    return interests[place];
  }

  /**
   * Whether one who speaks, here or elsewhere, asserts two claims at once as parts of one story.
   */
  boolean reconciles(int report, int claim, int said) {
    return stories.reconciles(report, claim, said);
  }

  Claim claim(int place) {
    return claims.get(place);
  }
}
