package org.bilan.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Report;
import org.bilan.dossier.Stance;

/**
 * How the claims of one dossier bear on each other. What {@link Agreement} calls a contradiction is
 * none where one claim revises the other, or where somebody asserts both: then they are parts of
 * one story, not rivals.
 */
final class Relations {

  private final Set<List<String>> compatible = new HashSet<>();
  private final Map<String, String> supersedes = new HashMap<>();

  Relations(Index index) {
    for (Claim claim : index.dossier.claims()) {
      claim.supersedes().ifPresent(earlier -> supersedes.put(claim.id(), earlier));
    }
    for (Report report : index.reports) {
      for (Stance one : report.stances()) {
        for (Stance other : report.stances()) {
          if (partsOfOneStory(one, other)) {
            compatible.add(List.of(one.claim(), other.claim()));
          }
        }
      }
    }
  }

  /** Who repeats one of two rivals, as the press does, does not make them agree. */
  private static boolean partsOfOneStory(Stance one, Stance other) {
    return one.kind() == Stance.Kind.ASSERTS && other.kind() == Stance.Kind.ASSERTS;
  }

  Agreement of(Claim claim, Claim said, Proposition proposition) {
    Agreement agreement = Agreement.of(claim, said, proposition);
    boolean rivals =
        agreement == Agreement.CONTRADICTS
            && !compatible.contains(List.of(claim.id(), said.id()))
            && !revises(claim, said)
            && !revises(said, claim);
    return agreement == Agreement.CONTRADICTS && !rivals ? Agreement.SILENT : agreement;
  }

  private boolean revises(Claim later, Claim earlier) {
    String id = supersedes.get(later.id());
    while (id != null && !id.equals(earlier.id())) {
      id = supersedes.get(id);
    }
    return id != null;
  }
}
