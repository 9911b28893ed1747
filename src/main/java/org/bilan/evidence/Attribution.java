package org.bilan.evidence;

import java.util.BitSet;
import java.util.List;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Stance;

/**
 * Whether those who relay a claim name somebody who may have said it: who carries the claim, or one
 * that supports it, or of whom nothing is recorded but that he spoke. Who names only people that
 * say something else, or the contrary, has not said from whom he has it.
 */
final class Attribution {

  private final Index index;
  private final BitSet silent = new BitSet();
  private final BitSet[] supporting;

  Attribution(Index index) {
    this.index = index;
    this.supporting = new BitSet[index.dossier.claims().size()];
    for (int report = 0; report < index.reports.size(); report++) {
      silent.set(report, index.saidBy(report).length == 0);
    }
  }

  boolean named(int report, int claim) {
    BitSet named = index.ancestors(report);
    return named.intersects(silent) || named.intersects(supporting(claim));
  }

  private BitSet supporting(int claim) {
    if (supporting[claim] == null) {
      supporting[claim] = new BitSet();
      List<Claim> claims = index.dossier.claims();
      Agreement[] said = new Agreement[claims.size()];
      for (int other = 0; other < said.length; other++) {
        said[other] = Agreement.of(claims.get(claim), claims.get(other), Proposition.HARM);
      }
      for (int report = 0; report < index.reports.size(); report++) {
        supporting[claim].set(report, carries(report, said));
      }
    }
    return supporting[claim];
  }

  private boolean carries(int report, Agreement[] said) {
    int[] about = index.saidBy(report);
    List<Stance> stances = index.reports.get(report).stances();
    for (int i = 0; i < about.length; i++) {
      if (stances.get(i).kind().carries() && said[about[i]] == Agreement.SUPPORTS) {
        return true;
      }
    }
    return false;
  }
}
