package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Access;
import org.bilan.dossier.Action;
import org.bilan.dossier.ActionStatus;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Communications;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Proposition;

/** Facts about the circumstances in which it was reported: neutral, and worth showing. */
public final class Circumstances {

  private Circumstances() {}

  /** Whether investigators and the press could not reach the place, or only in part. */
  public record InvestigatorAccess(
      String claim, Proposition proposition, boolean denied, boolean restricted, List<String> facts)
      implements Aspect {}

  /** Whether people at the place could not be heard, or only in part. */
  public record Blackout(
      String claim, Proposition proposition, boolean cut, boolean disrupted, List<String> facts)
      implements Aspect {}

  /**
   * How many parties are established to have acted near there, whoever is blamed.
   *
   * @param names of those parties
   */
  public record SeveralActed(
      String claim, Proposition proposition, int parties, List<String> names, List<String> facts)
      implements Aspect {}

  static void derive(Claim claim, Index index, FactSink sink) {
    Incident incident = index.dossier.incident();
    List<String> facts = List.of(claim.id());
    Optional<Access> access = incident.access().filter(a -> a != Access.UNKNOWN);
    if (access.isEmpty()) {
      sink.missing(InvestigatorAccess.class, "incident.access");
    } else {
      boolean denied = access.get() == Access.DENIED;
      boolean restricted = access.get() == Access.RESTRICTED;
      sink.add(new InvestigatorAccess(claim.id(), Proposition.HARM, denied, restricted, facts));
    }
    Optional<Communications> heard =
        incident.communications().filter(c -> c != Communications.UNKNOWN);
    if (heard.isEmpty()) {
      sink.missing(Blackout.class, "incident.communications");
    } else {
      boolean cut = heard.get() == Communications.CUT;
      boolean disrupted = heard.get() == Communications.DISRUPTED;
      sink.add(new Blackout(claim.id(), Proposition.HARM, cut, disrupted, facts));
    }
    severalActed(claim, index, sink);
  }

  private static void severalActed(Claim claim, Index index, FactSink sink) {
    if (!claim.asserts(Proposition.RESPONSIBILITY)) {
      sink.missing(SeveralActed.class, "claims.responsible");
      return;
    }
    List<Action> known =
        index.dossier.incident().actions().stream()
            .filter(action -> action.status() != ActionStatus.UNKNOWN)
            .toList();
    if (known.isEmpty()) {
      sink.missing(SeveralActed.class, "incident.actions");
      return;
    }
    List<Action> acted = known.stream().filter(Actions::established).toList();
    List<String> parties = acted.stream().map(Action::party).distinct().toList();
    sink.add(
        new SeveralActed(
            claim.id(),
            Proposition.RESPONSIBILITY,
            parties.size(),
            parties.stream().map(index::label).toList(),
            acted.stream().flatMap(action -> action.report().stream()).distinct().toList()));
  }
}
