package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.Dossier;

/**
 * What each source says of a claim on its own account, in its last word: who relays, or goes back
 * to others, has judged nothing.
 *
 * @param source id
 * @param claim id
 * @param asserts whether it asserts the claim; else it denies it
 */
public record OwnWords(String source, String claim, boolean asserts) {

  /**
   * All of a dossier. Who has both asserted and denied a claim has the word that came last; where
   * that is not known, none.
   */
  public static List<OwnWords> of(Dossier dossier) {
    Statements statements = new Statements(new Index(dossier));
    List<OwnWords> words = new ArrayList<>();
    for (int claim = 0; claim < dossier.claims().size(); claim++) {
      Map<Integer, Statements.Said> asserting = statements.asserting(claim);
      Map<Integer, Statements.Said> denying = statements.denying(claim);
      for (int source = 0; source < dossier.sources().size(); source++) {
        Optional<Boolean> asserts = last(asserting.get(source), denying.get(source));
        if (asserts.isPresent()) {
          words.add(
              new OwnWords(
                  dossier.sources().get(source).id(),
                  dossier.claims().get(claim).id(),
                  asserts.get()));
        }
      }
    }
    return words;
  }

  private static Optional<Boolean> last(Statements.Said asserted, Statements.Said denied) {
    if (asserted == null || denied == null) {
      return asserted == denied ? Optional.empty() : Optional.of(asserted != null);
    }
    boolean assertedLast = denied.last().before(asserted.last()).orElse(false);
    boolean deniedLast = asserted.last().before(denied.last()).orElse(false);
    return assertedLast == deniedLast ? Optional.empty() : Optional.of(assertedLast);
  }
}
