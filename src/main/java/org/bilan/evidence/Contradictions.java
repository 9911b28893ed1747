package org.bilan.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bilan.dossier.Proposition;

/** Facts about who says the contrary. */
public final class Contradictions {

  private Contradictions() {}

  /** Who says the victims were of another status. */
  public record StatusContradiction(
      String claim,
      Proposition proposition,
      int independentOrigins,
      int interestedOrigins,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Who says another number of people were harmed; "nobody" is another matter. */
  public record CountContradiction(
      String claim,
      Proposition proposition,
      int independentOrigins,
      int interestedOrigins,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Who says somebody else did it. */
  public record ResponsibilityContradiction(
      String claim,
      Proposition proposition,
      int independentOrigins,
      int interestedOrigins,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /**
   * Who belongs to a party and says the contrary of what its voice says.
   *
   * @param insiders how many
   */
  public record InsiderContradiction(
      String claim,
      Proposition proposition,
      int insiders,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Who without a stake calls the claim false. */
  public record Denial(
      String claim,
      Proposition proposition,
      int independentOrigins,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /** Whether the party that is blamed calls the claim false. */
  public record DenialByAccused(
      String claim, Proposition proposition, boolean made, String party, List<String> facts)
      implements Aspect {}

  /** Who without a stake calls the claim uncertain. */
  public record Doubt(
      String claim,
      Proposition proposition,
      int independentOrigins,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    boolean silence =
        view.forIt().isEmpty() && view.against().isEmpty() && view.inDoubt().isEmpty();
    if (silence) {
      sink.missing(rival(view.proposition()), "reports.stances");
      sink.missing(InsiderContradiction.class, "reports.stances");
      sink.missing(Denial.class, "reports.stances");
      sink.missing(DenialByAccused.class, "reports.stances");
      sink.missing(Doubt.class, "reports.stances");
      return;
    }
    rivals(view, sink);
    insiders(view, sink);
    denials(view, sink);
    List<Cluster> doubters = View.where(view.inDoubt(), Cluster::independent);
    sink.add(
        new Doubt(
            view.claim().id(),
            view.proposition(),
            doubters.size(),
            view.speakers(doubters),
            view.reports(doubters)));
  }

  /** What is missing where a claim leaves a proposition open. */
  static void notAsserted(Proposition proposition, FactSink sink) {
    sink.missing(
        rival(proposition),
        proposition == Proposition.STATUS ? "claims.victims" : "claims.responsible");
  }

  private static Class<? extends Aspect> rival(Proposition proposition) {
    return switch (proposition) {
      case HARM -> CountContradiction.class;
      case STATUS -> StatusContradiction.class;
      case RESPONSIBILITY -> ResponsibilityContradiction.class;
    };
  }

  private static void rivals(View view, FactSink sink) {
    List<Cluster> rivals =
        View.where(view.against(), c -> !c.lead().direct() && !Rivals.disputesEvent(view, c));
    List<Cluster> independent = View.where(rivals, Cluster::independent);
    String claim = view.claim().id();
    Proposition proposition = view.proposition();
    int interested = rivals.size() - independent.size();
    List<Cluster> named = independent.isEmpty() ? rivals : independent;
    List<String> speakers = view.speakers(named);
    List<String> facts = view.reports(named);
    int origins = independent.size();
    sink.add(
        switch (proposition) {
          case HARM ->
              new CountContradiction(claim, proposition, origins, interested, speakers, facts);
          case STATUS ->
              new StatusContradiction(claim, proposition, origins, interested, speakers, facts);
          case RESPONSIBILITY ->
              new ResponsibilityContradiction(
                  claim, proposition, origins, interested, speakers, facts);
        });
  }

  private static void insiders(View view, FactSink sink) {
    Set<String> spoken = new HashSet<>();
    View.where(view.forIt(), c -> c.lead().source().voiceOfParty())
        .forEach(c -> spoken.add(c.lead().source().party().orElseThrow()));
    List<Cluster> insiders =
        View.where(
            view.against(),
            c -> Stakes.insider(c) && spoken.contains(c.lead().source().party().orElseThrow()));
    if (insiders.isEmpty() && View.partyMissing(view.against())) {
      sink.missing(InsiderContradiction.class, "sources.party");
    } else {
      sink.add(
          new InsiderContradiction(
              view.claim().id(),
              view.proposition(),
              insiders.size(),
              view.speakers(insiders),
              view.reports(insiders)));
    }
  }

  private static void denials(View view, FactSink sink) {
    List<Cluster> denials = View.where(view.against(), c -> c.lead().direct());
    List<Cluster> independent = View.where(denials, Cluster::independent);
    sink.add(
        new Denial(
            view.claim().id(),
            view.proposition(),
            independent.size(),
            view.speakers(independent),
            view.reports(independent)));
    if (view.claim().responsible().isEmpty()) {
      sink.missing(DenialByAccused.class, "claims.responsible");
      return;
    }
    String accused = view.claim().responsible().get();
    List<Cluster> own = View.where(denials, c -> View.voiceOf(c, accused));
    if (own.isEmpty() && View.partyMissing(denials)) {
      sink.missing(DenialByAccused.class, "sources.party");
    } else {
      sink.add(
          new DenialByAccused(
              view.claim().id(),
              view.proposition(),
              !own.isEmpty(),
              view.index().label(accused),
              view.reports(own)));
    }
  }
}
