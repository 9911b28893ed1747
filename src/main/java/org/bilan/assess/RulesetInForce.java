package org.bilan.assess;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The ruleset that judges now: that of {@code bilan.rules} ({@code BILAN_RULES}), or ./rules. */
@ApplicationScoped
public class RulesetInForce {

  private static final Logger LOG = Logger.getLogger(RulesetInForce.class);

  private final Path folder;
  private volatile Ruleset ruleset;

  RulesetInForce(@ConfigProperty(name = "bilan.rules") Optional<String> folder) {
    this.folder = Path.of(folder.filter(name -> !name.isBlank()).orElse("rules"));
  }

  /** The ruleset to judge with. Ask once for each piece of work, so that it is of one revision. */
  public Ruleset get() {
    return ruleset;
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

  /** Puts another ruleset in force; a refused one changes nothing. */
  void load(Path folder) throws InvalidRuleset {
    Ruleset loaded = Ruleset.load(folder);
    ruleset = loaded;
    LOG.infof("Ruleset %s, revision %s", loaded.name(), loaded.revision());
  }

  @PreDestroy
  void close() {
    if (ruleset != null) {
      ruleset.close();
    }
  }
}
