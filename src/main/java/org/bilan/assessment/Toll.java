package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;

/**
 * How many people, as far as the claims that may be published say.
 *
 * @param low the least that they can mean
 * @param best what the best supported of them says, where it is close one with an upper end: that
 *     "at least" so many were harmed is better supported because it says less; of a range its lower
 *     end (ACLED takes the most conservative figure)
 * @param high the most that they can mean; absent when one of them is open upwards
 * @param claims ids of the claims that it rests on
 */
public record Toll(
    Harm harm,
    Victims victims,
    int low,
    int best,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalInt high,
    List<String> claims) {

  /**
   * The tolls of an incident, by harm and status of the victims. Only claims of the grades given
   * count (Airwars publishes Confirmed and Fair), and only those that state a least number; one
   * that is revised by another of them gives way to it, but keeps its figure inside the range.
   *
   * @param claims in the dossier's order
   * @param assessed the same claims, assessed
   * @param givenWayTo for each of the same claims the ids of those by which its own sources have
   *     revised it; what only others say supersedes it is no revision
   */
  public static List<Toll> of(
      List<Claim> claims,
      List<ClaimAssessment> assessed,
      Set<Grade> grades,
      List<List<String>> givenWayTo) {
    Map<List<Word>, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      boolean counted = least(claims.get(i)).isPresent();
      if (counted && grades.contains(assessed.get(i).grade())) {
        List<Word> key =
            List.of(claims.get(i).harm(), claims.get(i).victims().orElse(Victims.UNKNOWN));
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    List<Toll> tolls = new ArrayList<>();
    groups.forEach((key, group) -> tolls.add(toll(group, claims, assessed, givenWayTo)));
    return List.copyOf(tolls);
  }

  private static Toll toll(
      List<Integer> group,
      List<Claim> claims,
      List<ClaimAssessment> assessed,
      List<List<String>> givenWayTo) {
    Set<String> counted = new HashSet<>();
    group.forEach(i -> counted.add(claims.get(i).id()));
    int low = Integer.MAX_VALUE;
    int high = 0;
    int best = 0;
    int bestEvidence = Integer.MIN_VALUE / 2;
    boolean bestBounded = false;
    List<String> ids = new ArrayList<>();
    for (int i : group) {
      Claim claim = claims.get(i);
      int least = least(claim).getAsInt();
      int most = claim.count().orElseThrow().most().orElse(OPEN);
      low = Math.min(low, least);
      high = Math.max(high, most);
      ids.add(claim.id());
      boolean current = Collections.disjoint(counted, givenWayTo.get(i));
      int evidence = assessed.get(i).evidence();
      boolean bounded = most != OPEN;
      boolean better =
          bounded == bestBounded
              ? evidence > bestEvidence || evidence == bestEvidence && least < best
              : bounded ? evidence >= bestEvidence - CLOSE : evidence > bestEvidence + CLOSE;
      if (current && better) {
        best = least;
        bestEvidence = evidence;
        bestBounded = bounded;
      }
    }
    Claim first = claims.get(group.get(0));
    return new Toll(
        first.harm(),
        first.victims().orElse(Victims.UNKNOWN),
        low,
        best,
        high == OPEN ? OptionalInt.empty() : OptionalInt.of(high),
        List.copyOf(ids));
  }

  /** With the claims under other ids. */
  Toll called(UnaryOperator<String> ids) {
    return new Toll(harm, victims, low, best, high, claims.stream().map(ids).toList());
  }

  /** The least number that a claim states: "nobody" needs no lower end. */
  private static OptionalInt least(Claim claim) {
    if (claim.nobody()) {
      return OptionalInt.of(0);
    }
    return claim.count().map(Count::least).orElse(OptionalInt.empty());
  }

  private static final int OPEN = Integer.MAX_VALUE;

  /** Decibans, four times the odds: a figure with an upper end may have so much less. By hand. */
  private static final int CLOSE = 6;
}
