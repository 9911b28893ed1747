package org.bilan.evidence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Stance;

/**
 * How the claims of one dossier bear on each other, known by their places. What {@link Agreement}
 * calls a contradiction is none where they are parts of one story: see {@link Stories}.
 */
final class Relations {

  private final Index index;
  private final List<Claim> claims;
  private final BitSet[] compatible;
  private final Stories stories;
  private final Interest[] interests;
  private final Statements statements;

  Relations(Index index) {
    this.index = index;
    this.claims = index.dossier.claims();
    this.statements = new Statements(index);
    this.stories = new Stories(index, statements);
    this.compatible = new BitSet[claims.size()];
    Arrays.setAll(compatible, stories::partsOfOneStoryWith);
    this.interests =
        new Interest[index.dossier.sources().size() * claims.size() * Proposition.values().length];
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

  /**
   * Whether a source has since said otherwise of a claim than in this report. Who gains by that has
   * merely changed its defence: what it has said stands.
   */
  boolean withdrawn(int report, int claim, Proposition proposition) {
    for (int later : statements.otherwiseSince(report, claim)) {
      Interest interest = interest(later, claim, proposition);
      if (!(asserts(later, claim) ? interest : interest.opposite()).gains()) {
        return true;
      }
    }
    return false;
  }

  private boolean asserts(int report, int claim) {
    int[] said = index.saidBy(report);
    List<Stance> stances = index.reports.get(report).stances();
    return IntStream.range(0, said.length)
        .anyMatch(i -> said[i] == claim && stances.get(i).kind().carries());
  }

  Claim claim(int place) {
    return claims.get(place);
  }

  /** Who says what on its own account, and since when. */
  Statements statements() {
    return statements;
  }
}
