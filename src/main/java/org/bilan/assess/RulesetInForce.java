package org.bilan.assess;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The ruleset that judges now: that of {@code bilan.rules} ({@code BILAN_RULES}), or ./rules. */
@ApplicationScoped
public class RulesetInForce {

  private static final Logger LOG = Logger.getLogger(RulesetInForce.class);

  private final Path folder;
  private volatile Held held;

  RulesetInForce(@ConfigProperty(name = "bilan.rules") Optional<String> folder) {
    this.folder = Path.of(folder.filter(name -> !name.isBlank()).orElse("rules"));
  }

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

  /** A service without rules is of no use: it does not start. */
  void start(@Observes StartupEvent started) {
    try {
      load(folder);
    } catch (InvalidRuleset refused) {
      refused.problems().forEach(LOG::error);
      String message =
          "Bilan cannot start. The ruleset in %s is refused: %d problem(s), listed above. Mend them, or name another folder in BILAN_RULES."
              .formatted(folder.toAbsolutePath().normalize(), refused.problems().size());
      // As a cause, its message alone is told to people. Thrown by itself it would end all quietly.
      throw new IllegalStateException(message, new PreventFurtherStepsException(message, 1));
    }
  }

  /** Puts another ruleset in force and closes the former; a refused one changes nothing. */
  synchronized void load(Path folder) throws InvalidRuleset {
    Ruleset loaded = Ruleset.load(folder);
    Held former = held;
    held = new Held(loaded);
    LOG.infof("Ruleset %s, revision %s", loaded.name(), loaded.revision());
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
