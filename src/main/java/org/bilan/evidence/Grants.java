package org.bilan.evidence;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Report;
import org.bilan.dossier.Stance;
import org.bilan.dossier.Victims;

/** Facts about what a party grants of a claim that it does not grant as a whole. */
public final class Grants {

  private Grants() {}

  /**
   * What the party that is blamed admits of harm to civilians, where it does not admit the figure.
   *
   * @param people the least number of people that it admits; 0 where it admits none
   */
  public record PartialAdmission(
      String claim, Proposition proposition, int people, String party, List<String> facts)
      implements Aspect {}

  /**
   * What the party whose fighters were hit admits of its losses, where it does not admit the
   * figure.
   *
   * @param people the least number of fighters that it admits; 0 where it admits none
   */
  public record PartialLosses(
      String claim, Proposition proposition, int people, String party, List<String> facts)
      implements Aspect {}

  /**
   * Whether a party that denies the claim, or contradicts another part of it, grants this part
   * without gaining by it.
   *
   * @param parties their names
   */
  public record PartGranted(
      String claim,
      Proposition proposition,
      boolean granted,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.proposition() == Proposition.STATUS) {
      losses(view, sink);
    }
    if (view.proposition() == Proposition.RESPONSIBILITY) {
      admission(view, sink);
    }
    granted(view, sink);
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(PartialLosses.class, "claims.victims");
    }
    if (proposition == Proposition.RESPONSIBILITY) {
      sink.missing(PartialAdmission.class, "claims.responsible");
    }
  }

  /**
   * Found among those who say that it did it: on the harm they may be silent, or say less. Who
   * admits ten dead, some of them civilians, has not admitted ten civilians.
   */
  private static void admission(View view, FactSink sink) {
    Claim claim = view.claim();
    String party = claim.responsible().orElseThrow();
    List<Cluster> own = View.where(view.forIt(), c -> View.voiceOf(c, party));
    boolean civilians = claim.status().filter(s -> s == Victims.COMBATANT).isEmpty();
    List<Cluster> admitting =
        View.where(
            own,
            c ->
                civilians
                    && c.lead().interest() == Interest.AGAINST
                    && c.lead().said().responsible().equals(claim.responsible())
                    && sameStatus(claim, c.lead().said())
                    && lowerBound(claim, c.lead().said()));
    boolean statusMissing = View.any(own, c -> c.lead().said().status().isEmpty());
    if (admitting.isEmpty() && (statusMissing || View.partyMissing(view.forIt()))) {
      sink.missing(PartialAdmission.class, statusMissing ? "claims.victims" : "sources.party");
      return;
    }
    sink.add(
        new PartialAdmission(
            claim.id(),
            Proposition.HARM,
            most(admitting),
            view.index().label(party),
            view.reports(admitting)));
  }

  /** Found among those who call them fighters, whatever number they give. */
  private static void losses(View view, FactSink sink) {
    Claim claim = view.claim();
    boolean fighters = claim.status().orElseThrow() == Victims.COMBATANT;
    if (fighters && claim.victimsParty().isEmpty()) {
      sink.missing(PartialLosses.class, "claims.victimsParty");
      return;
    }
    String party = claim.victimsParty().orElse("");
    List<Cluster> admitting =
        View.where(
            view.forIt(),
            c ->
                fighters
                    && View.voiceOf(c, party)
                    && !c.lead().interest().gains()
                    && c.lead().said().victimsParty().equals(claim.victimsParty())
                    && lowerBound(claim, c.lead().said()));
    if (fighters && admitting.isEmpty() && View.partyMissing(view.forIt())) {
      sink.missing(PartialLosses.class, "sources.party");
      return;
    }
    sink.add(
        new PartialLosses(
            claim.id(),
            Proposition.HARM,
            most(admitting),
            view.index().label(party),
            view.reports(admitting)));
  }

  private static boolean sameStatus(Claim claim, Claim said) {
    boolean any = claim.status().filter(status -> status != Victims.MIXED).isEmpty();
    return any || said.status().equals(claim.status());
  }

  /**
   * Whether somebody who says the one admits some of the same harm, but not that figure. Who admits
   * six killed or injured has not admitted that anybody was killed.
   */
  private static boolean lowerBound(Claim claim, Claim said) {
    boolean partOf =
        said.harm() == claim.harm()
            || claim.harm() == Harm.KILLED_OR_INJURED
                && Agreement.comparable(claim.harm(), said.harm());
    return partOf
        && !claim.nobody()
        && Accused.least(said) > 0
        && Accused.least(said) < Accused.least(claim)
        && Agreement.of(claim, said, Proposition.HARM) != Agreement.SUPPORTS;
  }

  private static int most(List<Cluster> admitting) {
    int most = 0;
    for (Cluster cluster : admitting) {
      most = Math.max(most, Accused.least(cluster.lead().said()));
    }
    return most;
  }

  private static void granted(View view, FactSink sink) {
    if (view.forIt().isEmpty()) {
      sink.missing(PartGranted.class, "reports.stances");
      return;
    }
    Predicate<Cluster> grants =
        c ->
            c.lead().source().voiceOfParty()
                && !c.lead().direct()
                && c.independent()
                && disputes(c, view);
    List<Cluster> granting = View.where(view.forIt(), grants);
    if (granting.isEmpty() && View.partyMissing(view.forIt())) {
      sink.missing(PartGranted.class, "sources.party");
      return;
    }
    Set<String> parties = new HashSet<>();
    granting.forEach(c -> parties.add(c.lead().source().party().orElseThrow()));
    sink.add(
        new PartGranted(
            view.claim().id(),
            view.proposition(),
            !granting.isEmpty(),
            Stakes.labels(view, List.copyOf(parties)),
            view.reports(granting)));
  }

  private static boolean disputes(Cluster cluster, View view) {
    Report report = view.index().reports.get(cluster.lead().report());
    boolean denies =
        View.any(
            report.stances(),
            s -> s.claim().equals(view.claim().id()) && s.kind() == Stance.Kind.DENIES);
    return denies
        || Arrays.stream(Proposition.values())
            .anyMatch(
                other ->
                    Agreement.of(view.claim(), cluster.lead().said(), other)
                        == Agreement.CONTRADICTS);
  }
}
