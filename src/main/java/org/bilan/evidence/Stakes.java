package org.bilan.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /**
   * Whether a party to what happened that gains nothing by it, and people from the place, support
   * the same.
   */
  public record PartyAndLocals(
      String claim,
      Proposition proposition,
      boolean agree,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  /** Whether there are said to be victims, and they civilians. */
  public record VictimStatus(
      String claim, Proposition proposition, boolean civilian, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    selfServing(view, sink);
    ownLosses(view, sink);
    insiders(view, sink);
    adversaries(view, sink);
    partyAndLocals(view, sink);
    if (view.proposition() == Proposition.STATUS) {
      status(view, sink);
    }
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(VictimStatus.class, "claims.victims");
    }
  }

  private static void selfServing(View view, FactSink sink) {
    List<Cluster> serving = View.where(view.forIt(), c -> c.lead().interest().gains());
    boolean unknown = View.any(view.forIt(), c -> c.lead().interest() == Interest.UNKNOWN);
    boolean others =
        View.any(view.forIt(), c -> c.independent() || c.lead().interest() == Interest.EITHER);
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

  static String interestFields(List<Cluster> clusters) {
    return View.partyMissing(clusters) ? "sources.party" : "incident.parties.adversaries";
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
            view.forIt(),
            c ->
                View.voiceOf(c, party)
                    && !c.lead().interest().gains()
                    && c.lead().said().victimsParty().equals(claim.victimsParty()));
    sink.add(
        new OwnLosses(
            claim.id(),
            view.proposition(),
            !voices.isEmpty() && view.proposition() == Proposition.HARM,
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

  /** Led by a person who belongs to a party and says what harms it, and gains nothing by it. */
  static boolean insider(Cluster cluster) {
    return cluster.lead().againstOwnParty() && cluster.independent();
  }

  private static void adversaries(View view, FactSink sink) {
    List<Cluster> voices = View.where(view.forIt(), c -> c.lead().source().voiceOfParty());
    Set<String> speaking = new TreeSet<>();
    voices.forEach(c -> speaking.add(c.lead().source().party().orElseThrow()));
    List<String> parties = List.copyOf(speaking);
    // Two enemies of a third who both gain by blaming it have not agreed against their interest;
    // but
    // who claims a deed that its enemy lays to it has.
    Set<String> gaining = new HashSet<>();
    View.where(voices, c -> c.lead().interest().gains())
        .forEach(c -> gaining.add(c.lead().source().party().orElseThrow()));
    Set<String> agreeing = new TreeSet<>();
    boolean unknown = view.forIt().isEmpty() || View.partyMissing(view.forIt());
    for (int i = 0; i < parties.size(); i++) {
      for (int j = i + 1; j < parties.size(); j++) {
        boolean onlyForGain =
            gaining.contains(parties.get(i))
                && gaining.contains(parties.get(j))
                && !blamed(parties.get(i), view)
                && !blamed(parties.get(j), view);
        if (!onlyForGain && view.index().adversaries(parties.get(i), parties.get(j))) {
          agreeing.addAll(List.of(parties.get(i), parties.get(j)));
        }
        unknown |=
            !view.index().enemiesKnown(parties.get(i))
                && !view.index().enemiesKnown(parties.get(j));
      }
    }
    boolean agree = !agreeing.isEmpty();
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
              labels(view, List.copyOf(agreeing)),
              view.reports(
                  View.where(
                      voices, c -> agreeing.contains(c.lead().source().party().orElseThrow())))));
    }
  }

  private static boolean blamed(String party, View view) {
    return view.claim().responsible().filter(party::equals).isPresent();
  }

  private static void partyAndLocals(View view, FactSink sink) {
    List<Cluster> party = View.where(view.independent(), c -> involved(c, view));
    List<Cluster> locals = View.where(view.independent(), Stakes::local);
    boolean agree = !party.isEmpty() && !locals.isEmpty();
    boolean unknown = View.any(view.forIt(), c -> c.lead().interest() == Interest.UNKNOWN);
    if (view.forIt().isEmpty() || unknown && !agree) {
      sink.missing(
          PartyAndLocals.class,
          view.forIt().isEmpty() ? "reports.stances" : interestFields(view.forIt()));
      return;
    }
    List<Cluster> both = new ArrayList<>(party);
    both.addAll(locals);
    List<String> parties = new ArrayList<>();
    party.forEach(c -> parties.add(c.lead().source().party().orElseThrow()));
    sink.add(
        new PartyAndLocals(
            view.claim().id(),
            view.proposition(),
            agree,
            labels(view, parties),
            agree ? view.reports(both) : List.of()));
  }

  /** Led by the voice of a party that acted, is blamed or was hit, or fights one that did. */
  private static boolean involved(Cluster cluster, View view) {
    if (!cluster.lead().source().voiceOfParty()) {
      return false;
    }
    String party = cluster.lead().source().party().orElseThrow();
    Claim claim = view.claim();
    Set<String> concerned = new HashSet<>();
    claim.responsible().ifPresent(concerned::add);
    claim.victimsParty().ifPresent(concerned::add);
    view.index().dossier.incident().actions().forEach(a -> concerned.add(a.party()));
    return concerned.contains(party)
        || concerned.stream().anyMatch(other -> view.index().adversaries(party, other))
        || concerned.isEmpty() && view.index().enemiesKnown(party);
  }

  private static boolean local(Cluster cluster) {
    return cluster.lead().source().kind().local() && cluster.lead().source().party().isEmpty();
  }

  private static void status(View view, FactSink sink) {
    Victims status = view.claim().status().orElseThrow();
    sink.add(
        new VictimStatus(
            view.claim().id(),
            view.proposition(),
            status == Victims.CIVILIAN && !view.claim().nobody(),
            List.of(view.claim().id())));
  }

  /** Names in the dossier's order: a party's id may not show in the order. */
  static List<String> labels(View view, List<String> parties) {
    if (parties.isEmpty()) {
      return List.of();
    }
    return view.index().dossier.incident().parties().stream()
        .filter(party -> parties.contains(party.id()))
        .map(Party::label)
        .toList();
  }
}
