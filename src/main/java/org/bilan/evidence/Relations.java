package org.bilan.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Report;
import org.bilan.dossier.Stance;

/**
 * How the claims of one dossier bear on each other. What {@link Agreement} calls a contradiction is
 * none where one claim revises the other, or where somebody asserts both on their own account: then
 * they are parts of one story, not rivals.
 */
final class Relations {

  private final Set<List<String>> compatible = new HashSet<>();
  private final Map<String, String> supersedes = new HashMap<>();

  Relations(Dossier dossier) {
    for (Claim claim : dossier.claims()) {
      claim.supersedes().ifPresent(earlier -> supersedes.put(claim.id(), earlier));
    }
    for (Report report : dossier.reports()) {
      if (report.cites().isEmpty() && report.stances().size() > 1) {
        List<String> asserted =
            report.stances().stream()
                .filter(stance -> stance.kind() == Stance.Kind.ASSERTS)
                .map(Stance::claim)
                .toList();
        for (String one : asserted) {
          for (String other : asserted) {
            compatible.add(List.of(one, other));
          }
        }
      }
    }
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
