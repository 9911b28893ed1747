package org.bilan.tuning;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** One measurement over all of the archive: a thread makes it, others ask how far it is. */
final class WholeArchive {

  private static final Logger LOG = Logger.getLogger(WholeArchive.class);

  private final long ruleset;
  private final long of;
  private final Instant began = Instant.now();
  private long dossiers;
  private MeasuringAll.State state = MeasuringAll.State.RUNNING;
  private Optional<Instant> ended = Optional.empty();
  private Optional<Impact> impact = Optional.empty();

  WholeArchive(long ruleset, long of) {
    this.ruleset = ruleset;
    this.of = of;
  }

  long ruleset() {
    return ruleset;
  }

  synchronized boolean goesOn() {
    return state == MeasuringAll.State.RUNNING;
  }

  /** One dossier more has been gone through. */
  synchronized void step() {
    dossiers++;
  }

  /** Makes it, unless it is cancelled before, and notes what came of it. */
  void measure(Supplier<Impact> work) {
    if (!goesOn()) {
      return;
    }
    try {
      Impact made = work.get();
      end(MeasuringAll.State.DONE, Optional.of(made));
    } catch (RuntimeException | Error fault) {
      // Errors too: else it would seem to go on for ever, and no other could begin.
      if (end(MeasuringAll.State.FAILED, Optional.empty())) {
        LOG.errorf(fault, "The impact of ruleset %d could not be measured", ruleset);
      }
    }
  }

  /** Ends it. False when it has ended before. */
  boolean cancel() {
    return end(MeasuringAll.State.CANCELLED, Optional.empty());
  }

  private synchronized boolean end(MeasuringAll.State how, Optional<Impact> made) {
    if (state != MeasuringAll.State.RUNNING) {
      return false;
    }
    state = how;
    impact = made;
    ended = Optional.of(Instant.now());
    return true;
  }

  synchronized MeasuringAll told(UnaryOperator<Impact> how) {
    return new MeasuringAll(state, dossiers, Math.max(of, dossiers), began, ended, impact.map(how));
  }
}
