package org.bilan.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --rules}, the same for every command that needs a ruleset. */
final class RulesOption {

  private static final String DEFAULT = "rules";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of the ruleset. Default: BILAN_RULES, or else ./rules")
  private Path rules;

  /** The folder that was named, here or in the environment, or the default. */
  Path folder() {
    return rules != null ? rules : Path.of(environment().orElse(DEFAULT));
  }

  /**
   * The ruleset of the folder.
   *
   * @throws ParameterException when there is no such folder: that is wrong use
   * @throws InvalidRuleset when there is, and it has problems
   */
  Ruleset load() throws InvalidRuleset {
    Optional<String> refused = FilePaths.unreadableFolder(folder());
    if (refused.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot read the rules folder %s: %s %s"
              .formatted(folder(), refused.get(), whereItIsNamed()));
    }
    return Ruleset.load(folder());
  }

  private String whereItIsNamed() {
    if (rules != null) {
      return "It is named by --rules.";
    }
    return environment().isPresent()
        ? "It is named by the environment variable BILAN_RULES; --rules DIR names another."
        : "This is where rules are looked for if nobody says where: name them by --rules DIR, or by"
            + " the environment variable BILAN_RULES, or start where the folder rules is.";
  }

  private static Optional<String> environment() {
    return Optional.ofNullable(System.getenv("BILAN_RULES")).filter(name -> !name.isBlank());
  }
}
