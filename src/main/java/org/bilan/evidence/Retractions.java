package org.bilan.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;

/** Facts about how those who assert a claim have changed what they say. */
public final class Retractions {

  /**
   * Whether a source that asserted the claim has taken it back: it denied the claim after it last
   * asserted it, or then asserted that nobody was harmed where the claim says that somebody was, or
   * the reverse. Whoever gains by taking it back has merely changed its defence.
   *
   * @param speakers names of those who did
   */
  public record Retraction(
      String claim,
      Proposition proposition,
      boolean made,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /**
   * Whether one source has raised its figure of the killed to the claim's while it lowered its
   * figure of the injured, as where injured people die.
   *
   * @param speakers names of those who did
   */
  public record DeathsOfWounds(
      String claim,
      Proposition proposition,
      boolean found,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  private final Index index;
  private final Relations relations;
  private final Statements statements;
  private final List<Claim> claims;
  private final Map<Integer, List<Integer>> injuredFell = new HashMap<>();

  Retractions(Index index, Relations relations) {
    this.index = index;
    this.relations = relations;
    this.statements = relations.statements();
    this.claims = index.dossier.claims();
  }

  void derive(int place, FactSink sink) {
    if (statements.asserting(place).isEmpty()) {
      sink.missing(Retraction.class, "reports.stances");
      sink.missing(DeathsOfWounds.class, "reports.stances");
    } else {
      retraction(place, sink);
      wounds(place, sink);
    }
  }

  /** What is found, source by source, and whether dates were missing for any. */
  private static final class Search {
    final TreeSet<Integer> sources = new TreeSet<>();
    final TreeSet<Integer> reports = new TreeSet<>();
    boolean undated;
  }

  private void retraction(int place, FactSink sink) {
    Search search = new Search();
    takenBack(
        place,
        statements.denying(place),
        report -> relations.interest(report, place, Proposition.HARM).opposite(),
        search);
    Claim claim = claims.get(place);
    for (int i = 0; i < claims.size(); i++) {
      int other = i;
      if (claims.get(other).nobody() != claim.nobody()
          && Agreement.of(claim, claims.get(other), Proposition.HARM) == Agreement.CONTRADICTS) {
        takenBack(
            place,
            statements.asserting(other),
            report -> relations.interest(report, other, Proposition.HARM),
            search);
      }
    }
    if (search.sources.isEmpty() && search.undated) {
      sink.missing(Retraction.class, "reports.publishedAt");
      return;
    }
    sink.add(
        new Retraction(
            claim.id(),
            Proposition.HARM,
            !search.sources.isEmpty(),
            speakers(search),
            reports(search)));
  }

  private void takenBack(
      int place,
      Map<Integer, Statements.Said> contrary,
      IntFunction<Interest> interest,
      Search search) {
    statements
        .asserting(place)
        .forEach(
            (source, said) -> {
              Statements.Said back = contrary.get(source);
              if (back != null
                  && !revised(source, place)
                  && !interest.apply(back.last().report()).gains()) {
                note(source, said.last(), back.last(), search);
              }
            });
  }

  /** Who corrects a figure takes nothing else back. */
  private boolean revised(int source, int place) {
    return statements.revisersOf(place).stream()
        .anyMatch(reviser -> statements.asserting(reviser).containsKey(source));
  }

  private static void note(
      int source, Statements.Saying first, Statements.Saying later, Search search) {
    if (first.before(later).isEmpty()) {
      search.undated = search.undated || first.report() != later.report();
    } else if (first.before(later).get()) {
      search.sources.add(source);
      search.reports.add(later.report());
    }
  }

  private void wounds(int place, FactSink sink) {
    Claim claim = claims.get(place);
    if (claim.count().flatMap(c -> boxed(c.least())).isEmpty()) {
      sink.missing(DeathsOfWounds.class, "claims.count");
      return;
    }
    Search search = new Search();
    for (int earlier = 0; earlier < claims.size(); earlier++) {
      if (claim.harm() == Harm.KILLED && fewer(claims.get(earlier), claim)) {
        raised(place, earlier, search);
      }
    }
    if (search.sources.isEmpty() && search.undated) {
      sink.missing(DeathsOfWounds.class, "reports.publishedAt");
      return;
    }
    sink.add(
        new DeathsOfWounds(
            claim.id(),
            Proposition.HARM,
            !search.sources.isEmpty(),
            speakers(search),
            reports(search)));
  }

  private void raised(int place, int earlier, Search search) {
    Map<Integer, Statements.Said> before = statements.asserting(earlier);
    statements
        .asserting(place)
        .forEach(
            (source, later) -> {
              if (before.containsKey(source) && !injuredFell(source).isEmpty()) {
                note(source, before.get(source).first(), later.first(), search);
                if (search.sources.contains(source)) {
                  search.reports.addAll(injuredFell(source));
                }
              }
            });
  }

  /** Places of the reports in which a source lowered its figure of the injured. */
  private List<Integer> injuredFell(int source) {
    return injuredFell.computeIfAbsent(
        source,
        s -> {
          List<Integer> injured =
              IntStream.range(0, claims.size())
                  .filter(c -> claims.get(c).harm() == Harm.INJURED)
                  .filter(c -> statements.asserting(c).containsKey(s))
                  .boxed()
                  .toList();
          List<Integer> reports = new ArrayList<>();
          for (int before : injured) {
            for (int after : injured) {
              Statements.Saying later = statements.asserting(after).get(s).first();
              if (fewer(claims.get(after), claims.get(before))
                  && statements.asserting(before).get(s).first().before(later).orElse(false)) {
                reports.add(later.report());
              }
            }
          }
          return reports;
        });
  }

  /** Whether the one states fewer people than the other, of the same harm and the same people. */
  private static boolean fewer(Claim one, Claim other) {
    if (one.harm() != other.harm()
        || !one.status().equals(other.status())
        || Agreement.otherPeople(one, other)) {
      return false;
    }
    Optional<Integer> few = one.count().flatMap(c -> boxed(c.least()));
    Optional<Integer> many = other.count().flatMap(c -> boxed(c.least()));
    return few.isPresent() && many.isPresent() && few.get() < many.get();
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private List<String> speakers(Search search) {
    if (search.sources.isEmpty()) {
      return List.of();
    }
    return search.sources.stream()
        .map(s -> index.dossier.sources().get(s).label())
        .distinct()
        .toList();
  }

  private List<String> reports(Search search) {
    if (search.reports.isEmpty()) {
      return List.of();
    }
    return search.reports.stream().map(r -> index.reports.get(r).id()).toList();
  }
}
