package org.bilan.assess;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bilan.ruleset.Ruleset;
import org.jboss.logging.Logger;

/** The ruleset that judges now. {@link Following} decides which. */
@ApplicationScoped
public class RulesetInForce {

  private static final Logger LOG = Logger.getLogger(RulesetInForce.class);

  private volatile Held held;

  /**
   * The ruleset as it is read: its cards, its wording, its revision. To judge, {@link #with} holds
   * it, since one that is replaced is closed.
   */
  public Ruleset get() {
    return held.ruleset;
  }

  /**
   * Works with the ruleset in force, which stays open until the work is done, even if another one
   * replaces it meanwhile. Ask once for each piece of work, so that it is of one revision.
   */
  public <T> T with(Function<Ruleset, T> work) {
    Held mine = held;
    while (!mine.enter()) {
      Held next = held;
      if (next == mine) {
        throw new IllegalStateException("The service is stopping");
      }
      mine = next; // Replaced just now.
    }
    try {
      return work.apply(mine.ruleset);
    } finally {
      mine.leave();
    }
  }

  /**
   * Puts another ruleset in force. The former is closed as soon as nobody works with it any more.
   */
  synchronized void put(Ruleset ruleset) {
    Held former = held;
    held = new Held(ruleset);
    LOG.infof("Ruleset %s, revision %s", ruleset.name(), ruleset.revision());
    if (former != null) {
      former.leave();
    }
  }

  @PreDestroy
  synchronized void close() {
    if (held != null) {
      held.leave();
    }
  }

  /** A ruleset and how many use it: first of all this class, until another one is in force. */
  private static final class Held {
    private final Ruleset ruleset;
    private final AtomicInteger users = new AtomicInteger(1);

    Held(Ruleset ruleset) {
      this.ruleset = ruleset;
    }

    /** False when it is closed, or about to be. */
    boolean enter() {
      return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** Whoever is the last closes it. */
    void leave() {
      if (users.decrementAndGet() == 0) {
        ruleset.close();
      }
    }
  }
}
