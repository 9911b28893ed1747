package org.bilan.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.ClaimChange;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Finding;
import org.bilan.assessment.FindingChanges;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.assessment.TollChange;
import org.bilan.dossier.Dossier;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;

/**
 * Judges dossiers by two rulesets and counts what differs. Holds no more than what is told in the
 * end, however many dossiers there are. One thread counts.
 */
public final class Measuring {

  private static final int MOST_MOVERS = 20;
  private static final int MOST_TOLLS = 50;

  /** The least of those that are kept comes first; of equals, the later name. */
  private static final Comparator<Impact.Mover> FARTHEST =
      Comparator.comparingInt(
              (Impact.Mover mover) -> Math.abs(mover.after().score() - mover.before().score()))
          .thenComparingInt(mover -> Math.abs(mover.after().evidence() - mover.before().evidence()))
          .thenComparing(Impact.Mover::incident, Comparator.reverseOrder())
          .thenComparing(Impact.Mover::claim, Comparator.reverseOrder());

  private final Ruleset before;
  private final Ruleset after;
  private final Map<Grade, Map<Grade, Long>> grades = new EnumMap<>(Grade.class);
  private final PriorityQueue<Impact.Mover> movers = new PriorityQueue<>(FARTHEST);
  private final Map<String, long[]> uses = new TreeMap<>();
  private final PriorityQueue<Impact.TollMoved> tolls =
      new PriorityQueue<>(
          Comparator.comparing(Impact.TollMoved::incident, Comparator.reverseOrder()));
  private long tollsChanged;
  private long dossiers;
  private long failed;
  private long claims;
  private long changed;

  /** Between the ruleset in force and another one. */
  public Measuring(Ruleset before, Ruleset after) {
    this.before = before;
    this.after = after;
    Stream.of(before, after)
        .flatMap(ruleset -> live(ruleset).stream())
        .forEach(rule -> uses.put(rule, new long[2]));
  }

  private static List<String> live(Ruleset ruleset) {
    return ruleset.cards().stream()
        .filter(card -> card.status() == RuleCard.Status.LIVE)
        .map(RuleCard::id)
        .toList();
  }

  /** Some dossiers could not be judged: nothing of them is counted, but that they are there. */
  public void fail(long more) {
    failed += more;
  }

  /**
   * One dossier as both rulesets judge it, not yet counted.
   *
   * @param before as the ruleset in force judges it
   * @param after as the other one does
   */
  public record Both(String incident, Assessment before, Assessment after) {}

  /** Judges one dossier by both: many threads may do so at once. */
  public Both judge(Dossier dossier) {
    return new Both(
        dossier.incident().id(),
        before.judge(dossier, Language.EN),
        after.judge(dossier, Language.EN));
  }

  /** Counts what was judged. */
  public void add(Both judged) {
    add(judged, "");
  }

  /**
   * Counts what was judged of a dossier that is kept.
   *
   * @param state names the state in which it was read
   */
  void add(Both judged, String state) {
    Comparison comparison = Comparison.of(judged.before(), judged.after());
    count(judged.before(), 0);
    count(judged.after(), 1);
    dossiers++;
    comparison.claims().forEach(change -> add(judged.incident(), state, change));
    List<TollChange> moved = comparison.toll().stream().filter(TollChange::changed).toList();
    if (!moved.isEmpty()) {
      tollsChanged++;
      tolls.add(new Impact.TollMoved(judged.incident(), state, moved));
      if (tolls.size() > MOST_TOLLS) {
        tolls.poll();
      }
    }
  }

  private void count(Assessment assessment, int side) {
    for (ClaimAssessment claim : assessment.claims()) {
      Set<String> fired = new HashSet<>();
      claim.findings().forEach(finding -> fired.add(finding.rule()));
      fired.forEach(rule -> uses.get(rule)[side]++);
    }
  }

  private void add(String incident, String state, ClaimChange change) {
    ClaimChange.Standing stood = change.before().orElseThrow();
    ClaimChange.Standing stands = change.after().orElseThrow();
    claims++;
    grades
        .computeIfAbsent(stood.grade(), grade -> new EnumMap<>(Grade.class))
        .merge(stands.grade(), 1L, Long::sum);
    boolean moved =
        stood.score() != stands.score()
            || stood.evidence() != stands.evidence()
            || stood.grade() != stands.grade();
    if (!moved) {
      return;
    }
    changed++;
    movers.add(
        new Impact.Mover(
            incident, state, change.claim(), stood, stands, findings(change.findings())));
    if (movers.size() > MOST_MOVERS) {
      movers.poll();
    }
  }

  private static List<Impact.FindingMoved> findings(FindingChanges changes) {
    List<Impact.FindingMoved> all = new ArrayList<>();
    changes.came().forEach(f -> all.add(moved(f, Optional.empty(), Optional.of(f.weight()))));
    changes.went().forEach(f -> all.add(moved(f, Optional.of(f.weight()), Optional.empty())));
    changes
        .moved()
        .forEach(
            both -> {
              int earlier = both.before().weight();
              int later = both.after().weight();
              if (earlier != later) {
                all.add(moved(both.after(), Optional.of(earlier), Optional.of(later)));
              }
            });
    return all;
  }

  private static Impact.FindingMoved moved(
      Finding finding, Optional<Integer> before, Optional<Integer> after) {
    return new Impact.FindingMoved(finding.rule(), finding.proposition(), before, after);
  }

  /**
   * What was found.
   *
   * @param of how many dossiers there are, beside those that were judged
   */
  public Impact impact(long of) {
    List<Impact.Mover> farthest = new ArrayList<>(movers);
    farthest.sort(FARTHEST.reversed());
    List<Impact.RuleUse> rules = new ArrayList<>();
    uses.forEach((rule, counts) -> rules.add(new Impact.RuleUse(rule, counts[0], counts[1])));
    return new Impact(
        before.revision(),
        after.revision(),
        dossiers,
        Math.max(of, dossiers),
        failed,
        claims,
        changed,
        grades,
        farthest,
        rules,
        live(after).stream().filter(rule -> uses.get(rule)[1] == 0).sorted().toList(),
        live(after).stream()
            .filter(rule -> claims > 0 && uses.get(rule)[1] == claims)
            .sorted()
            .toList(),
        tolls.stream().sorted(Comparator.comparing(Impact.TollMoved::incident)).toList(),
        tollsChanged);
  }
}
