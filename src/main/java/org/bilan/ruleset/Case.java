package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Word;

/**
 * An example of a rule: a small dossier, the numbers pinned, and what must come of it.
 *
 * @param line where it stands in its file
 * @param claim id of the claim that it is about
 * @param proposition the proposition that it is about; any, when absent
 * @param because values that the reason must name
 * @param missing the fields that must be named as missing
 */
record Case(
    int line,
    String name,
    Map<String, Integer> numbers,
    Dossier dossier,
    String claim,
    Optional<Proposition> proposition,
    Outcome expect,
    Map<String, String> because,
    List<String> missing) {

  /** What a rule does with a claim. */
  enum Outcome implements Word {
    FIRED,
    QUIET,
    CANNOT_JUDGE
  }
}
