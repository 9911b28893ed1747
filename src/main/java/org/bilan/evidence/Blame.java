package org.bilan.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;

/**
 * Facts about several parties being blamed for one event. Who blames another party is asked of the
 * claims that do so: somebody who denies this claim may still say who else did it.
 */
public final class Blame {

  private Blame() {}

  /**
   * How many parties are blamed, each by an independent origin, the party of the claim among them.
   *
   * @param names of those parties
   */
  public record CompetingBlame(
      String claim, Proposition proposition, int parties, List<String> names, List<String> facts)
      implements Aspect {}

  /**
   * Whether the party that is blamed blames a party that blames it.
   *
   * @param parties names of both
   */
  public record MutualBlame(
      String claim,
      Proposition proposition,
      boolean mutual,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  /**
   * Whether another party accepts that it harmed civilians there itself.
   *
   * @param parties names of those that do
   */
  public record OtherAdmission(
      String claim, Proposition proposition, boolean made, List<String> parties, List<String> facts)
      implements Aspect {}

  /**
   * By how many independent origins those who blame one other party outnumber those who blame this
   * one.
   *
   * @param margin {@code others} less {@code own}; below 0 where this party has more
   * @param others independent origins that blame the other party that most of them blame
   * @param own independent origins that blame this party
   * @param parties names of the other parties that so many blame
   */
  public record BlameBalance(
      String claim,
      Proposition proposition,
      int margin,
      int others,
      int own,
      List<String> parties,
      List<String> facts)
      implements Aspect {}

  private static final List<Class<? extends Aspect>> ALL =
      List.of(CompetingBlame.class, MutualBlame.class, OtherAdmission.class, BlameBalance.class);

  /** For each claim, who supports that its party did it; null where it blames nobody. */
  static View[] views(Index index, Relations relations) {
    View[] views = new View[index.dossier.claims().size()];
    for (int claim = 0; claim < views.length; claim++) {
      if (relations.claim(claim).asserts(Proposition.RESPONSIBILITY)) {
        List<Position> positions = Position.on(claim, Proposition.RESPONSIBILITY, index, relations);
        views[claim] =
            View.of(relations.claim(claim), Proposition.RESPONSIBILITY, index, positions);
      }
    }
    return views;
  }

  static void derive(int place, View[] views, Relations relations, FactSink sink) {
    View own = views[place];
    if (own == null) {
      ALL.forEach(type -> sink.missing(type, "claims.responsible"));
      return;
    }
    Agreement[] agreements = relations.with(place, Proposition.RESPONSIBILITY);
    Map<String, List<Cluster>> others = new TreeMap<>();
    Map<String, List<Cluster>> anywhere = new TreeMap<>();
    for (int other = 0; other < agreements.length; other++) {
      if (agreements[other] == Agreement.CONTRADICTS) {
        // Who blames a party in one claim mostly does in its others: to add them counts people
        // twice.
        String party = views[other].claim().responsible().orElseThrow();
        List<Cluster> blaming = contradicting(own.claim(), views[other].forIt());
        others.merge(party, blaming, (a, b) -> independent(b) > independent(a) ? b : a);
        anywhere.merge(party, blaming, Blame::both);
      }
    }
    boolean silence =
        own.forIt().isEmpty()
            && own.against().isEmpty()
            && others.values().stream().allMatch(List::isEmpty);
    if (silence) {
      ALL.forEach(type -> sink.missing(type, "reports.stances"));
      return;
    }
    competing(own, others, sink);
    mutual(own, anywhere, sink);
    otherAdmission(own, anywhere, sink);
    balance(own, others, sink);
  }

  private static List<Cluster> contradicting(Claim claim, List<Cluster> blaming) {
    return View.where(
        blaming,
        c ->
            Agreement.of(claim, c.lead().said(), Proposition.RESPONSIBILITY)
                == Agreement.CONTRADICTS);
  }

  private static List<Cluster> both(List<Cluster> some, List<Cluster> others) {
    List<Cluster> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  private static int independent(List<Cluster> clusters) {
    return View.where(clusters, Cluster::independent).size();
  }

  private static void competing(View own, Map<String, List<Cluster>> others, FactSink sink) {
    List<String> parties = new ArrayList<>();
    List<Cluster> blaming = new ArrayList<>(own.independent());
    if (!blaming.isEmpty()) {
      parties.add(own.claim().responsible().orElseThrow());
    }
    others.forEach(
        (party, clusters) -> {
          List<Cluster> independent = View.where(clusters, Cluster::independent);
          if (!independent.isEmpty()) {
            parties.add(party);
            blaming.addAll(independent);
          }
        });
    sink.add(
        new CompetingBlame(
            own.claim().id(),
            own.proposition(),
            parties.size(),
            Stakes.labels(own, parties),
            reports(own, blaming)));
  }

  private static void mutual(View own, Map<String, List<Cluster>> others, FactSink sink) {
    String blamed = own.claim().responsible().orElseThrow();
    Set<String> parties = new LinkedHashSet<>();
    List<Cluster> voices = new ArrayList<>();
    others.forEach(
        (party, clusters) -> {
          List<Cluster> back = View.where(clusters, c -> View.voiceOf(c, blamed));
          List<Cluster> forth = View.where(own.forIt(), c -> View.voiceOf(c, party));
          if (!back.isEmpty() && !forth.isEmpty()) {
            parties.addAll(List.of(blamed, party));
            voices.addAll(back);
            voices.addAll(forth);
          }
        });
    boolean unknown =
        View.partyMissing(own.forIt()) || others.values().stream().anyMatch(View::partyMissing);
    if (parties.isEmpty() && unknown) {
      sink.missing(MutualBlame.class, "sources.party");
      return;
    }
    sink.add(
        new MutualBlame(
            own.claim().id(),
            own.proposition(),
            !parties.isEmpty(),
            Stakes.labels(own, List.copyOf(parties)),
            reports(own, voices)));
  }

  private static void otherAdmission(View own, Map<String, List<Cluster>> others, FactSink sink) {
    List<String> parties = new ArrayList<>();
    List<Cluster> voices = new ArrayList<>();
    others.forEach(
        (party, clusters) -> {
          List<Cluster> admitting =
              View.where(clusters, c -> Accused.admits(c, party, own.index()));
          if (!admitting.isEmpty()) {
            parties.add(party);
            voices.addAll(admitting);
          }
        });
    if (parties.isEmpty() && others.values().stream().anyMatch(View::partyMissing)) {
      sink.missing(OtherAdmission.class, "sources.party");
      return;
    }
    sink.add(
        new OtherAdmission(
            own.claim().id(),
            own.proposition(),
            !parties.isEmpty(),
            Stakes.labels(own, parties),
            reports(own, voices)));
  }

  private static void balance(View own, Map<String, List<Cluster>> others, FactSink sink) {
    int most = others.values().stream().mapToInt(Blame::independent).max().orElse(0);
    int forThis = own.independent().size();
    List<String> parties = new ArrayList<>();
    List<Cluster> blaming = new ArrayList<>();
    others.forEach(
        (party, clusters) -> {
          if (most > 0 && independent(clusters) == most) {
            parties.add(party);
            blaming.addAll(View.where(clusters, Cluster::independent));
          }
        });
    sink.add(
        new BlameBalance(
            own.claim().id(),
            own.proposition(),
            most - forThis,
            most,
            forThis,
            Stakes.labels(own, parties),
            reports(own, blaming)));
  }

  /** One report may blame several parties: each report once. */
  private static List<String> reports(View own, List<Cluster> clusters) {
    List<String> reports = own.reports(clusters);
    return reports.size() < 2 ? reports : List.copyOf(new LinkedHashSet<>(reports));
  }
}
