package org.bilan.cli;

import java.nio.file.Path;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --rules}, the same for every command that needs a ruleset. */
final class RulesOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of the ruleset. Default: BILAN_RULES, or else ./rules")
  private Path rules;

  /** The folder that was named, here or in the environment, or the default. */
  Path folder() {
    return place().folder();
  }

  RulesPlace place() {
    return rules != null ? RulesPlace.named("--rules", rules) : RulesPlace.usual("--rules");
  }

  /**
   * The ruleset of the folder.
   *
   * @throws ParameterException when there is no such folder: that is wrong use
   * @throws InvalidRuleset when there is, and it has problems
   */
  Ruleset load() throws InvalidRuleset {
    return place().load(spec);
  }
}
