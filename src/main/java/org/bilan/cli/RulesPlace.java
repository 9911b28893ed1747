package org.bilan.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A folder of rules, and who named it.
 *
 * @param said for whoever looks for the folder and does not find it
 */
record RulesPlace(Path folder, String said) {

  private static final String DEFAULT = "rules";

  /** The folder that an option names. */
  static RulesPlace named(String option, Path folder) {
    return new RulesPlace(folder, "It is named by " + option + ".");
  }

  /** The folder that the environment names, or else the default; {@code option} names others. */
  static RulesPlace usual(String option) {
    return environment()
        .map(
            folder ->
                new RulesPlace(
                    Path.of(folder),
                    "It is named by the environment variable BILAN_RULES; "
                        + option
                        + " DIR names another."))
        .orElseGet(
            () ->
                new RulesPlace(
                    Path.of(DEFAULT),
                    "This is where rules are looked for if nobody says where: name them by "
                        + option
                        + " DIR, or by the environment variable BILAN_RULES, or start where the"
                        + " folder rules is."));
  }

  private static Optional<String> environment() {
    return Optional.ofNullable(System.getenv("BILAN_RULES")).filter(name -> !name.isBlank());
  }

  /**
   * Looks whether it can be read.
   *
   * @throws ParameterException when it cannot, or is not there: that is wrong use
   */
  void check(CommandSpec command) {
    Optional<String> refused = FilePaths.unreadableFolder(folder);
    if (refused.isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "Cannot read the rules folder %s: %s %s".formatted(folder, refused.get(), said));
    }
  }

  /**
   * The ruleset of the folder.
   *
   * @throws ParameterException when there is no such folder: that is wrong use
   * @throws InvalidRuleset when there is, and it has problems
   */
  Ruleset load(CommandSpec command) throws InvalidRuleset {
    check(command);
    return Ruleset.load(folder);
  }

  /** One line: that the folder is not fit, and which command tells why. */
  String unfit(InvalidRuleset refused, CommandSpec command) {
    return Terminal.safe(
        "the rules folder %s has %d problem(s). See them with: %s check --rules %s"
            .formatted(
                folder, refused.problems().size(), command.parent().qualifiedName(), folder));
  }
}
