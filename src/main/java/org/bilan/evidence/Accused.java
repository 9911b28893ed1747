package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Victims;

/** Facts about what the party that is blamed says itself. */
public final class Accused {

  private Accused() {}

  /** Whether the party that is blamed for harm to civilians says so itself. */
  public record Admission(
      String claim, Proposition proposition, boolean made, String party, List<String> facts)
      implements Aspect {}

  /** Whether the party that is blamed says itself that it acted. */
  public record Acknowledgement(
      String claim, Proposition proposition, boolean made, String party, List<String> facts)
      implements Aspect {}

  /** Whether only the party that is blamed calls the victims fighters. */
  public record StatusGround(
      String claim,
      Proposition proposition,
      boolean perpetratorOnly,
      String party,
      List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    admission(view, sink);
    if (view.proposition() == Proposition.STATUS) {
      statusGround(view, sink);
    }
    if (view.proposition() == Proposition.RESPONSIBILITY) {
      acknowledgement(view, sink);
    }
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(StatusGround.class, "claims.victims");
    }
    if (proposition == Proposition.RESPONSIBILITY) {
      sink.missing(Acknowledgement.class, "claims.responsible");
    }
  }

  private static void admission(View view, FactSink sink) {
    Claim claim = view.claim();
    if (claim.responsible().isEmpty()) {
      sink.missing(Admission.class, "claims.responsible");
      return;
    }
    if (claim.status().isEmpty()) {
      // Who claims ten dead without saying who they were has admitted nothing.
      sink.missing(Admission.class, "claims.victims");
      return;
    }
    String party = claim.responsible().get();
    List<Cluster> voices = View.where(view.forIt(), c -> admits(c, party, view.index()));
    if (voices.isEmpty() && View.partyMissing(view.forIt())) {
      sink.missing(Admission.class, "sources.party");
      return;
    }
    sink.add(
        new Admission(
            claim.id(),
            view.proposition(),
            !voices.isEmpty(),
            view.index().label(party),
            view.reports(voices)));
  }

  /**
   * Whether the cluster is led by the voice of a party that says against its interest it did it,
   * and has said so without hedging, if later: who says that it may have killed has not accepted
   * that it did.
   */
  static boolean admits(Cluster cluster, String party, Index index) {
    return View.voiceOf(cluster, party)
        && cluster.lead().interest() == Interest.AGAINST
        && least(cluster.lead().said()) > 0
        && cluster.lead().said().responsible().filter(party::equals).isPresent()
        && View.any(cluster.members(), report -> unhedged(report, cluster, index));
  }

  /** Whether a voice of the party that leads an origin says the same in a report, unhedged. */
  private static boolean unhedged(int report, Cluster cluster, Index index) {
    Position lead = cluster.lead();
    return index.source(report).voiceOfParty()
        && index.source(report).party().equals(lead.source().party())
        && View.any(
            index.reports.get(report).stances(),
            stance ->
                stance.claim().equals(lead.said().id())
                    && stance.kind().carries()
                    && !stance.hedged().orElse(false));
  }

  private static void statusGround(View view, FactSink sink) {
    Claim claim = view.claim();
    boolean fighters = claim.status().orElseThrow() == Victims.COMBATANT;
    Optional<String> blamed = claim.responsible();
    if (fighters && blamed.isEmpty()) {
      sink.missing(StatusGround.class, "claims.responsible");
      return;
    }
    if (view.forIt().isEmpty()) {
      sink.missing(StatusGround.class, "reports.stances");
      return;
    }
    boolean othersUnknown = View.partyMissing(view.forIt());
    boolean others = !fighters || View.any(view.forIt(), c -> !sideOf(c, blamed.orElseThrow()));
    if (others && fighters && othersUnknown) {
      boolean knownOther =
          View.any(
              view.forIt(),
              c -> !sideOf(c, blamed.orElseThrow()) && !c.lead().source().partyMissing());
      if (!knownOther) {
        sink.missing(StatusGround.class, "sources.party");
        return;
      }
    }
    sink.add(
        new StatusGround(
            claim.id(),
            view.proposition(),
            !others,
            blamed.map(view.index()::label).orElse(""),
            view.reports(view.forIt())));
  }

  /** Whether an origin speaks for a party, belongs to it or favours its cause. */
  static boolean sideOf(Cluster cluster, String party) {
    return cluster.lead().source().party().filter(party::equals).isPresent()
        || cluster.lead().source().alignedWith().contains(party);
  }

  private static void acknowledgement(View view, FactSink sink) {
    String party = view.claim().responsible().orElseThrow();
    // Who says that nobody was killed has not said that it killed.
    List<Cluster> voices =
        View.where(view.forIt(), c -> View.voiceOf(c, party) && !c.lead().said().nobody());
    if (voices.isEmpty() && View.partyMissing(view.forIt())) {
      sink.missing(Acknowledgement.class, "sources.party");
    } else {
      sink.add(
          new Acknowledgement(
              view.claim().id(),
              view.proposition(),
              !voices.isEmpty(),
              view.index().label(party),
              view.reports(voices)));
    }
  }

  /** The least number of people that a claim speaks of: a range that may be none admits nothing. */
  static int least(Claim claim) {
    return claim.count().map(count -> count.least().orElse(1)).orElse(1);
  }
}
