package org.bilan.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Source;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Victims;

/** Facts about whose voices support a proposition, beyond whether they gain by it. */
public final class Voices {

  private Voices() {}

  /**
   * Whether an official voice is supported by nobody but media that speak for the same party: a
   * state's, or an armed group's.
   *
   * @param media names of those media
   */
  public record OwnMediaOnly(
      String claim,
      Proposition proposition,
      boolean only,
      String party,
      List<String> media,
      List<String> facts)
      implements Aspect {}

  /**
   * Whether all who support it favour a side that gains by it, and belong to none.
   *
   * @param speakers names of those who do
   */
  public record SympathisersOnly(
      String claim,
      Proposition proposition,
      boolean only,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /**
   * Whether a party says that its enemy harmed civilians.
   *
   * @param parties names of the parties whose voices say so
   */
  public record EnemyAccusation(
      String claim, Proposition proposition, boolean made, List<String> parties, List<String> facts)
      implements Aspect {}

  /**
   * Whether what a party gains by is also said by somebody official who has no stake in it.
   *
   * @param speakers names of the officials
   */
  public record OfficialAgreement(
      String claim,
      Proposition proposition,
      boolean agree,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Whether a party counts the victims among its own fighters. */
  public record MemberClaim(
      String claim, Proposition proposition, boolean made, String party, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty()) {
      silence(view.proposition(), sink);
      return;
    }
    ownMedia(view, sink);
    sympathisers(view, sink);
    officials(view, sink);
    if (view.proposition() == Proposition.STATUS) {
      members(view, sink);
    }
    if (view.proposition() == Proposition.RESPONSIBILITY) {
      accusations(view, sink);
    }
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(MemberClaim.class, "claims.victims");
    }
    if (proposition == Proposition.RESPONSIBILITY) {
      sink.missing(EnemyAccusation.class, "claims.responsible");
    }
  }

  private static void silence(Proposition proposition, FactSink sink) {
    sink.missing(OwnMediaOnly.class, "reports.stances");
    sink.missing(SympathisersOnly.class, "reports.stances");
    sink.missing(OfficialAgreement.class, "reports.stances");
    if (proposition == Proposition.STATUS) {
      sink.missing(MemberClaim.class, "reports.stances");
    }
    if (proposition == Proposition.RESPONSIBILITY) {
      sink.missing(EnemyAccusation.class, "reports.stances");
    }
  }

  private static void ownMedia(View view, FactSink sink) {
    Set<Integer> places = new LinkedHashSet<>();
    view.forIt().forEach(c -> c.members().forEach(r -> places.add(view.index().sourcePlace(r))));
    List<Source> speaking = new ArrayList<>(places.size());
    places.forEach(place -> speaking.add(view.index().dossier.sources().get(place)));
    Optional<String> party = speaking.get(0).party();
    boolean oneParty = View.all(speaking, s -> s.voiceOfParty() && s.party().equals(party));
    if (!oneParty && View.partyMissing(view.forIt())) {
      sink.missing(OwnMediaOnly.class, "sources.party");
      return;
    }
    Set<String> media = new LinkedHashSet<>();
    View.where(speaking, s -> s.kind().outlet()).forEach(s -> media.add(s.label()));
    boolean official = View.any(speaking, s -> !s.kind().outlet());
    boolean only = oneParty && official && !media.isEmpty();
    sink.add(
        new OwnMediaOnly(
            view.claim().id(),
            view.proposition(),
            only,
            party.map(view.index()::label).orElse(""),
            only ? List.copyOf(media) : List.of(),
            view.reports(view.forIt())));
  }

  private static void sympathisers(View view, FactSink sink) {
    List<Cluster> favouring = View.where(view.forIt(), Voices::sympathiser);
    List<Cluster> others = View.where(view.forIt(), c -> !sympathiser(c));
    boolean known =
        View.any(
            others, c -> c.lead().interest() != Interest.UNKNOWN && sideKnown(c.lead().source()));
    if (!others.isEmpty() && !known) {
      boolean side = View.all(others, c -> sideKnown(c.lead().source()));
      sink.missing(
          SympathisersOnly.class, side ? Stakes.interestFields(others) : "sources.alignedWith");
      return;
    }
    sink.add(
        new SympathisersOnly(
            view.claim().id(),
            view.proposition(),
            others.isEmpty(),
            view.speakers(favouring),
            view.reports(favouring)));
  }

  private static boolean sideKnown(Source source) {
    return source.party().isPresent() || !source.alignedWith().isEmpty() || source.partyMissing();
  }

  private static boolean sympathiser(Cluster cluster) {
    return cluster.lead().source().party().isEmpty()
        && !cluster.lead().source().alignedWith().isEmpty()
        && cluster.lead().interest().gains();
  }

  private static void officials(View view, FactSink sink) {
    List<Cluster> gaining =
        View.where(
            view.forIt(), c -> c.lead().source().voiceOfParty() && c.lead().interest().gains());
    List<Cluster> officials = View.where(view.forIt(), c -> neutralOfficial(c, view.index()));
    boolean agree = !gaining.isEmpty() && !officials.isEmpty();
    boolean unknown = View.any(view.forIt(), c -> c.lead().interest() == Interest.UNKNOWN);
    if (unknown && !agree) {
      sink.missing(OfficialAgreement.class, Stakes.interestFields(view.forIt()));
      return;
    }
    sink.add(
        new OfficialAgreement(
            view.claim().id(),
            view.proposition(),
            agree,
            view.speakers(officials),
            view.reports(officials)));
  }

  /** An official without a side in it; of all parties alike, so that an army is one as a group. */
  private static boolean neutralOfficial(Cluster cluster, Index index) {
    Source source = cluster.lead().source();
    boolean official =
        switch (source.kind()) {
          case LOCAL_OFFICIAL, SECURITY_OFFICIAL, INTERNATIONAL_ORGANISATION -> true;
          default -> source.kind().officialVoice() && source.kind() != SourceKind.STATE_MEDIA;
        };
    boolean fighting = source.party().filter(index::enemiesKnown).isPresent();
    return official && !fighting && cluster.lead().interest() == Interest.NEUTRAL;
  }

  private static void members(View view, FactSink sink) {
    Claim claim = view.claim();
    boolean fighters = claim.status().orElseThrow() == Victims.COMBATANT;
    if (fighters && claim.victimsParty().isEmpty()) {
      sink.missing(MemberClaim.class, "claims.victimsParty");
      return;
    }
    String party = claim.victimsParty().orElse("");
    List<Cluster> voices =
        View.where(
            view.forIt(),
            c ->
                fighters
                    && View.voiceOf(c, party)
                    && c.lead().said().victimsParty().equals(claim.victimsParty()));
    if (fighters && voices.isEmpty() && View.partyMissing(view.forIt())) {
      sink.missing(MemberClaim.class, "sources.party");
      return;
    }
    sink.add(
        new MemberClaim(
            claim.id(),
            view.proposition(),
            !voices.isEmpty(),
            view.index().label(party),
            view.reports(voices)));
  }

  private static void accusations(View view, FactSink sink) {
    Optional<Victims> status = view.claim().status();
    if (status.isEmpty()) {
      sink.missing(EnemyAccusation.class, "claims.victims");
      return;
    }
    String blamed = view.claim().responsible().orElseThrow();
    List<Cluster> others =
        View.where(
            view.forIt(),
            c ->
                status.get() != Victims.COMBATANT
                    && c.lead().source().voiceOfParty()
                    && !View.voiceOf(c, blamed));
    List<Cluster> enemies = View.where(others, c -> view.index().adversaries(partyOf(c), blamed));
    boolean unknown = View.any(others, c -> !view.index().enemiesKnown(partyOf(c)));
    if (enemies.isEmpty() && (unknown || View.partyMissing(view.forIt()))) {
      sink.missing(EnemyAccusation.class, Stakes.interestFields(view.forIt()));
      return;
    }
    sink.add(
        new EnemyAccusation(
            view.claim().id(),
            view.proposition(),
            !enemies.isEmpty(),
            Stakes.labels(view, enemies.stream().map(Voices::partyOf).toList()),
            view.reports(enemies)));
  }

  private static String partyOf(Cluster cluster) {
    return cluster.lead().source().party().orElseThrow();
  }
}
