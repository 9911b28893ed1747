package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Action;
import org.bilan.dossier.ActionStatus;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;

/** Facts about what belligerents are known to have done near the place and time. */
public final class Actions {

  private Actions() {}

  /**
   * Whether an action is established that can have done the harm (Airwars: likely or confirmed near
   * actions): by the party that is blamed, or by any where none is.
   *
   * @param parties names of the parties that acted
   */
  public record NearAction(
      String claim,
      Proposition proposition,
      boolean established,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  static void derive(Claim claim, Index index, FactSink sink) {
    List<Action> judged =
        index.dossier.incident().actions().stream()
            .filter(action -> action.status() != ActionStatus.UNKNOWN)
            .toList();
    if (judged.isEmpty()) {
      sink.missing(NearAction.class, "incident.actions");
      return;
    }
    List<Action> fitting =
        judged.stream()
            .filter(action -> claim.responsible().map(action.party()::equals).orElse(true))
            .filter(Actions::established)
            .toList();
    List<String> parties =
        fitting.stream().map(Action::party).distinct().map(index::label).toList();
    List<String> reports = new ArrayList<>();
    fitting.forEach(action -> action.report().ifPresent(reports::add));
    List<String> facts = reports.stream().distinct().toList();
    boolean found = !fitting.isEmpty();
    sink.add(new NearAction(claim.id(), Proposition.HARM, found, parties, facts));
    if (claim.asserts(Proposition.RESPONSIBILITY)) {
      sink.add(new NearAction(claim.id(), Proposition.RESPONSIBILITY, found, parties, facts));
    }
  }

  static boolean established(Action action) {
    return action.status() == ActionStatus.DECLARED || action.status() == ActionStatus.LIKELY;
  }
}
