package org.bilan.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Busy;
import org.bilan.assess.Turns;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;

/**
 * Long work with rulesets while somebody waits, one piece at a time: a crowd of them costs the
 * memory of one. Dossiers are judged on one processor, which leaves the others to short requests;
 * the resamples of an evaluation take all.
 */
@ApplicationScoped
class Trials {

  private final Rulesets rulesets;
  private final Turns turns = new Turns(1, 4, Duration.ofSeconds(20));

  Trials(Rulesets rulesets) {
    this.rulesets = rulesets;
  }

  /**
   * Works when it is its turn.
   *
   * @param wanted is run while one waits; what it throws ends the waiting
   * @throws Busy when too many others wait
   */
  <T> T take(Supplier<T> work, Runnable wanted) {
    return turns.take(work, wanted);
  }

  /**
   * Works with a ruleset that need not be in force, when it is its turn.
   *
   * @throws InvalidRuleset when it is not fit
   * @throws Busy when too many others wait
   */
  <T> T with(StoredRuleset stored, Function<Ruleset, T> work) throws InvalidRuleset {
    return with(stored, work, () -> {});
  }

  /** The same, with what is run while one waits, as in {@link #take}. */
  <T> T with(StoredRuleset stored, Function<Ruleset, T> work, Runnable wanted)
      throws InvalidRuleset {
    try {
      return turns.take(
          () -> {
            try (Ruleset ruleset = Ruleset.of(rulesets.files(stored.revision()).orElseThrow())) {
              return work.apply(ruleset);
            } catch (InvalidRuleset refused) {
              throw new Refused(refused);
            }
          },
          wanted);
    } catch (Refused refused) {
      throw refused.cause;
    }
  }

  /** Carries a refusal out of a turn. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient InvalidRuleset cause;

    Refused(InvalidRuleset cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
