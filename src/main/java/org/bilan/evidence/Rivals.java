package org.bilan.evidence;

import java.util.List;
import org.bilan.dossier.Proposition;

/** Facts about other accounts of the same event, and whose accounts they are. */
public final class Rivals {

  private Rivals() {}

  /**
   * Who says that nobody was harmed, where the claim says that somebody was; or the reverse. Those
   * who only give another figure are in {@link Contradictions.CountContradiction}.
   */
  public record EventContradiction(
      String claim,
      Proposition proposition,
      int independentOrigins,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Whether there is another account, and only from those who gain by it. */
  public record InterestedRivals(
      String claim,
      Proposition proposition,
      boolean only,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Whether the party that is blamed gives another account. */
  public record RivalOfAccused(
      String claim, Proposition proposition, boolean given, String party, List<String> facts)
      implements Aspect {}

  /**
   * Who belongs to the party that is blamed, or favours it, without being its voice, and calls the
   * claim false or gives another account by which that party gains.
   */
  public record DenialByAccusedSide(
      String claim,
      Proposition proposition,
      boolean made,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /**
   * By how many independent origins those who give the victims another status outnumber those who
   * give them this one.
   *
   * @param margin {@code others} less {@code own}; below 0 where this status has more
   * @param others independent origins of another status
   * @param own independent origins of this status
   */
  public record StatusBalance(
      String claim, Proposition proposition, int margin, int others, int own, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty() && view.against().isEmpty() && view.inDoubt().isEmpty()) {
      silence(view.proposition(), sink);
      return;
    }
    List<Cluster> rivals = View.where(view.against(), c -> !c.lead().direct());
    if (view.proposition() == Proposition.HARM) {
      event(view, rivals, sink);
    }
    if (view.proposition() == Proposition.STATUS) {
      statusBalance(view, rivals, sink);
    }
    interested(view, rivals, sink);
    if (view.claim().responsible().isEmpty()) {
      sink.missing(RivalOfAccused.class, "claims.responsible");
      sink.missing(DenialByAccusedSide.class, "claims.responsible");
    } else {
      ofAccused(view, rivals, view.claim().responsible().get(), sink);
      ofItsSide(view, view.claim().responsible().get(), sink);
    }
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.STATUS) {
      sink.missing(StatusBalance.class, "claims.victims");
    }
  }

  private static void silence(Proposition proposition, FactSink sink) {
    if (proposition == Proposition.HARM) {
      sink.missing(EventContradiction.class, "reports.stances");
    }
    if (proposition == Proposition.STATUS) {
      sink.missing(StatusBalance.class, "reports.stances");
    }
    sink.missing(InterestedRivals.class, "reports.stances");
    sink.missing(RivalOfAccused.class, "reports.stances");
    sink.missing(DenialByAccusedSide.class, "reports.stances");
  }

  /** Whether it disputes that anybody was harmed, and not only how many. */
  static boolean disputesEvent(View view, Cluster rival) {
    return view.proposition() == Proposition.HARM
        && rival.lead().said().nobody() != view.claim().nobody();
  }

  private static void event(View view, List<Cluster> rivals, FactSink sink) {
    List<Cluster> disputing = View.where(rivals, c -> c.independent() && disputesEvent(view, c));
    sink.add(
        new EventContradiction(
            view.claim().id(),
            view.proposition(),
            disputing.size(),
            view.speakers(disputing),
            view.reports(disputing)));
  }

  private static void statusBalance(View view, List<Cluster> rivals, FactSink sink) {
    List<Cluster> others = View.where(rivals, Cluster::independent);
    int own = view.independent().size();
    sink.add(
        new StatusBalance(
            view.claim().id(),
            view.proposition(),
            others.size() - own,
            others.size(),
            own,
            view.reports(others)));
  }

  private static void interested(View view, List<Cluster> rivals, FactSink sink) {
    boolean others =
        View.any(rivals, c -> c.independent() || c.lead().interest() == Interest.EITHER);
    boolean unknown = View.any(rivals, c -> c.lead().interest() == Interest.UNKNOWN);
    if (unknown && !others) {
      sink.missing(InterestedRivals.class, Stakes.interestFields(rivals));
      return;
    }
    boolean only = !rivals.isEmpty() && !others;
    List<Cluster> named = only ? rivals : List.of();
    sink.add(
        new InterestedRivals(
            view.claim().id(),
            view.proposition(),
            only,
            view.speakers(named),
            view.reports(named)));
  }

  private static void ofAccused(View view, List<Cluster> rivals, String accused, FactSink sink) {
    List<Cluster> own = View.where(rivals, c -> View.voiceOf(c, accused));
    if (own.isEmpty() && View.partyMissing(rivals)) {
      sink.missing(RivalOfAccused.class, "sources.party");
      return;
    }
    sink.add(
        new RivalOfAccused(
            view.claim().id(),
            view.proposition(),
            !own.isEmpty(),
            view.index().label(accused),
            view.reports(own)));
  }

  private static void ofItsSide(View view, String accused, FactSink sink) {
    List<Cluster> side =
        View.where(
            view.against(),
            c ->
                Accused.sideOf(c, accused)
                    && !View.voiceOf(c, accused)
                    && c.lead().interest().gains());
    if (side.isEmpty() && View.partyMissing(view.against())) {
      sink.missing(DenialByAccusedSide.class, "sources.party");
      return;
    }
    sink.add(
        new DenialByAccusedSide(
            view.claim().id(),
            view.proposition(),
            !side.isEmpty(),
            view.speakers(side),
            view.reports(side)));
  }
}
