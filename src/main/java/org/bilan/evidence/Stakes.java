package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Party;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Victims;

/** Facts about who speaks in, and who against, whose interest. */
public final class Stakes {

  private Stakes() {}

  /**
   * Whether all who support a proposition have a stake in it.
   *
   * @param speakers names of those who do
   */
  public record SelfServing(
      String claim,
      Proposition proposition,
      boolean only,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Whether the party that is blamed for harm to civilians says so itself. */
  public record Admission(
      String claim, Proposition proposition, boolean made, String party, List<String> facts)
      implements Aspect {}

  /** Whether the party whose fighters were hit says so itself. */
  public record OwnLosses(
      String claim, Proposition proposition, boolean admitted, String party, List<String> facts)
      implements Aspect {}

  /**
   * How many who belong to a party, without being its voice, support what harms that party.
   *
   * @param speakers their names
   */
  public record Insiders(
      String claim,
      Proposition proposition,
      int insiders,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /**
   * Whether the voices of two parties that fight each other support the same.
   *
   * @param parties names of the parties whose voices support it
   */
  public record AdversaryAgreement(
      String claim,
      Proposition proposition,
      boolean agree,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  /** Whether a party that gains nothing by it, and people from the place, support the same. */
  public record PartyAndLocals(
      String claim,
      Proposition proposition,
      boolean agree,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  /** Whether only the party that is blamed calls the victims fighters. */
  public record StatusGround(
      String claim,
      Proposition proposition,
      boolean perpetratorOnly,
      String party,
      List<String> facts)
      implements Aspect {}

  /** Whether the victims are said to be civilians. */
  public record VictimStatus(
      String claim, Proposition proposition, boolean civilian, List<String> facts)
      implements Aspect {}

  /** Whether the party that is blamed says itself that it acted. */
  public record Acknowledgement(
      String claim, Proposition proposition, boolean made, String party, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    selfServing(view, sink);
    admission(view, sink);
    ownLosses(view, sink);
    insiders(view, sink);
    adversaries(view, sink);
    partyAndLocals(view, sink);
    if (view.proposition() == Proposition.STATUS) {
      status(view, sink);
    }
    if (view.proposition() == Proposition.RESPONSIBILITY) {
      acknowledgement(view, sink);
    }
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(StatusGround.class, "claims.victims");
      sink.missing(VictimStatus.class, "claims.victims");
    }
    if (proposition == Proposition.RESPONSIBILITY) {
      sink.missing(Acknowledgement.class, "claims.responsible");
    }
  }

  private static void selfServing(View view, FactSink sink) {
    List<Cluster> serving = View.where(view.forIt(), c -> c.lead().interest() == Interest.SERVES);
    boolean unknown = view.forIt().stream().anyMatch(c -> c.lead().interest() == Interest.UNKNOWN);
    boolean others = view.forIt().stream().anyMatch(Cluster::independent);
    if (view.forIt().isEmpty()) {
      sink.missing(SelfServing.class, "reports.stances");
    } else if (unknown && !others) {
      sink.missing(SelfServing.class, interestFields(view.forIt()));
    } else {
      sink.add(
          new SelfServing(
              view.claim().id(),
              view.proposition(),
              !others,
              view.speakers(serving),
              view.reports(serving)));
    }
  }

  private static String interestFields(List<Cluster> clusters) {
    return View.partyMissing(clusters) ? "sources.party" : "incident.parties.adversaries";
  }

  private static void admission(View view, FactSink sink) {
    Claim claim = view.claim();
    if (claim.responsible().isEmpty()) {
      sink.missing(Admission.class, "claims.responsible");
      return;
    }
    String party = claim.responsible().get();
    List<Cluster> voices =
        View.where(
            view.forIt(),
            c ->
                View.voiceOf(c, party)
                    && c.lead().interest() == Interest.AGAINST
                    && c.lead().said().responsible().equals(claim.responsible()));
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

  private static void ownLosses(View view, FactSink sink) {
    Claim claim = view.claim();
    boolean fighters = claim.status().filter(s -> s == Victims.COMBATANT).isPresent();
    if (claim.status().isPresent() && !fighters) {
      // Civilians are nobody's losses in this sense: judged, and not so.
      sink.add(new OwnLosses(claim.id(), view.proposition(), false, "", List.of()));
      return;
    }
    if (claim.victimsParty().isEmpty()) {
      sink.missing(OwnLosses.class, "claims.victimsParty");
      return;
    }
    String party = claim.victimsParty().get();
    List<Cluster> voices =
        View.where(
            view.forIt(), c -> View.voiceOf(c, party) && c.lead().interest() != Interest.SERVES);
    sink.add(
        new OwnLosses(
            claim.id(),
            view.proposition(),
            !voices.isEmpty() && view.proposition() != Proposition.RESPONSIBILITY,
            view.index().label(party),
            view.reports(voices)));
  }

  private static void insiders(View view, FactSink sink) {
    List<Cluster> insiders = View.where(view.forIt(), Stakes::insider);
    boolean unknown =
        view.forIt().isEmpty() || insiders.isEmpty() && View.partyMissing(view.forIt());
    if (unknown) {
      sink.missing(Insiders.class, view.forIt().isEmpty() ? "reports.stances" : "sources.party");
    } else {
      sink.add(
          new Insiders(
              view.claim().id(),
              view.proposition(),
              insiders.size(),
              view.speakers(insiders),
              view.reports(insiders)));
    }
  }

  /** Led by a person who belongs to a party and says what harms it. */
  static boolean insider(Cluster cluster) {
    Position lead = cluster.lead();
    return lead.source().kind().person()
        && lead.source().party().isPresent()
        && lead.interest() == Interest.AGAINST;
  }

  private static void adversaries(View view, FactSink sink) {
    List<Cluster> voices = View.where(view.forIt(), c -> c.lead().source().voiceOfParty());
    List<String> parties =
        List.copyOf(
            new TreeSet<>(
                voices.stream().map(c -> c.lead().source().party().orElseThrow()).toList()));
    boolean agree = false;
    boolean unknown = view.forIt().isEmpty() || View.partyMissing(view.forIt());
    for (int i = 0; i < parties.size(); i++) {
      for (int j = i + 1; j < parties.size(); j++) {
        agree |= view.index().adversaries(parties.get(i), parties.get(j));
        unknown |= !view.index().adversariesKnown(parties.get(i), parties.get(j));
      }
    }
    if (unknown && !agree) {
      sink.missing(
          AdversaryAgreement.class,
          view.forIt().isEmpty() ? "reports.stances" : interestFields(view.forIt()));
    } else {
      sink.add(
          new AdversaryAgreement(
              view.claim().id(),
              view.proposition(),
              agree,
              labels(view, parties),
              view.reports(voices)));
    }
  }

  private static void partyAndLocals(View view, FactSink sink) {
    List<Cluster> party = View.where(view.independent(), c -> c.lead().source().voiceOfParty());
    List<Cluster> locals = View.where(view.independent(), Stakes::local);
    boolean agree = !party.isEmpty() && !locals.isEmpty();
    boolean unknown = view.forIt().stream().anyMatch(c -> c.lead().interest() == Interest.UNKNOWN);
    if (view.forIt().isEmpty() || unknown && !agree) {
      sink.missing(
          PartyAndLocals.class,
          view.forIt().isEmpty() ? "reports.stances" : interestFields(view.forIt()));
      return;
    }
    List<Cluster> both = new ArrayList<>(party);
    both.addAll(locals);
    List<String> parties =
        party.stream().map(c -> c.lead().source().party().orElseThrow()).distinct().toList();
    sink.add(
        new PartyAndLocals(
            view.claim().id(),
            view.proposition(),
            agree,
            labels(view, parties),
            agree ? view.reports(both) : List.of()));
  }

  private static boolean local(Cluster cluster) {
    return cluster.lead().source().kind().local() && cluster.lead().source().party().isEmpty();
  }

  private static void status(View view, FactSink sink) {
    Claim claim = view.claim();
    boolean fighters = claim.status().orElseThrow() == Victims.COMBATANT;
    sink.add(
        new VictimStatus(
            claim.id(),
            view.proposition(),
            claim.status().orElseThrow() == Victims.CIVILIAN,
            List.of(claim.id())));
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
    boolean others =
        !fighters || view.forIt().stream().anyMatch(c -> !sideOf(c, blamed.orElseThrow()));
    if (others && fighters && othersUnknown) {
      boolean knownOther =
          view.forIt().stream()
              .anyMatch(c -> !sideOf(c, blamed.orElseThrow()) && !c.lead().source().partyMissing());
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
  private static boolean sideOf(Cluster cluster, String party) {
    return cluster.lead().source().party().filter(party::equals).isPresent()
        || cluster.lead().source().alignedWith().contains(party);
  }

  private static void acknowledgement(View view, FactSink sink) {
    String party = view.claim().responsible().orElseThrow();
    List<Cluster> voices = View.where(view.forIt(), c -> View.voiceOf(c, party));
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

  /** Names in the dossier's order: a party's id may not show in the order. */
  private static List<String> labels(View view, List<String> parties) {
    return view.index().dossier.incident().parties().stream()
        .filter(party -> parties.contains(party.id()))
        .map(Party::label)
        .toList();
  }
}
