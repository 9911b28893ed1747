package org.bilan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Option;

/** The option {@code --rules}, the same for every command that needs a ruleset. */
final class RulesOption {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of the ruleset. Default: BILAN_RULES, or else ./rules")
  private Path rules;

  /** The folder that was named, here or in the environment, or the default. */
  Path folder() {
    String environment = System.getenv("BILAN_RULES");
    return rules != null
        ? rules
        : Path.of(environment == null || environment.isBlank() ? "rules" : environment);
  }

  /** The ruleset; empty when it is refused, after all its problems were told. */
  Optional<Ruleset> load(PrintStream errors) {
    try {
      return Optional.of(Ruleset.load(folder()));
    } catch (InvalidRuleset e) {
      e.problems().forEach(errors::println);
      errors.printf("%s is not fit to go live: %d problem(s).%n", folder(), e.problems().size());
      return Optional.empty();
    }
  }
}
