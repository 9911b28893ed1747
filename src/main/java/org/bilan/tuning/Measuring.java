package org.bilan.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.assessment.TollChange;
import org.bilan.dossier.Dossier;
import org.bilan.movement.Moved;
import org.bilan.movement.Movement;
import org.bilan.movement.Stood;
import org.bilan.movement.Where;
import org.bilan.ruleset.Derivation;
import org.bilan.ruleset.Ruleset;

/**
 * Judges dossiers by two rulesets and counts what differs. Holds no more than what is told in the
 * end, however many dossiers there are. One thread counts.
 */
public final class Measuring {

  private static final int MOST_MOVERS = 20;
  private static final int MOST_TOLLS = 50;

  private final Ruleset before;
  private final Ruleset after;
  private final Movement movement = new Movement();
  private final PriorityQueue<Impact.TollMoved> tolls =
      new PriorityQueue<>(
          Comparator.comparing(Impact.TollMoved::incident, Comparator.reverseOrder()));
  private long tollsChanged;

  /** Between the ruleset in force and another one. */
  public Measuring(Ruleset before, Ruleset after) {
    this.before = before;
    this.after = after;
  }

  /** Some dossiers could not be judged: nothing of them is counted, but that they are there. */
  public void fail(long more) {
    movement.fail(more);
  }

  /**
   * One dossier as both rulesets judge it, not yet counted.
   *
   * @param before as the ruleset in force judges it
   * @param after as the other one does
   */
  public record Both(Where where, Assessment before, Assessment after) {}

  /** Judges one dossier by both: many threads may do so at once. */
  public Both judge(Dossier dossier) {
    Derivation derived = Derivation.of(dossier);
    return new Both(
        Where.of(dossier), before.judge(derived, Language.EN), after.judge(derived, Language.EN));
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
    Assessment stood = judged.before();
    Assessment stands = judged.after();
    movement.add(judged.where(), state, Optional.of(Stood.of(stood)), Stood.of(stands));
    List<TollChange> moved =
        TollChange.between(stood.toll(), stands.toll()).stream()
            .filter(TollChange::changed)
            .toList();
    if (!moved.isEmpty()) {
      tollsChanged++;
      tolls.add(new Impact.TollMoved(judged.where().incident(), state, moved));
      if (tolls.size() > MOST_TOLLS) {
        tolls.poll();
      }
    }
  }

  /**
   * What was found.
   *
   * @param of how many dossiers there are, beside those that were judged
   */
  public Impact impact(long of) {
    Moved moved = movement.moved(after.live());
    return new Impact(
        before.revision(),
        after.revision(),
        moved.dossiers(),
        Math.max(of, moved.dossiers()),
        moved.failed(),
        moved.claims(),
        moved.changed(),
        moved.grades(),
        moved.movers().stream().limit(MOST_MOVERS).toList(),
        uses(moved),
        moved.never(),
        moved.always(),
        tolls.stream().sorted(Comparator.comparing(Impact.TollMoved::incident)).toList(),
        tollsChanged);
  }

  /** Also of what is live in the former ruleset alone and fires on nothing. */
  private List<Impact.RuleUse> uses(Moved moved) {
    Map<String, Impact.RuleUse> uses = new TreeMap<>();
    before.live().forEach(rule -> uses.put(rule, new Impact.RuleUse(rule, 0, 0)));
    moved
        .rules()
        .forEach(u -> uses.put(u.rule(), new Impact.RuleUse(u.rule(), u.before(), u.after())));
    return List.copyOf(uses.values());
  }
}
