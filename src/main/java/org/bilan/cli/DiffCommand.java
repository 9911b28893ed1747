package org.bilan.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bilan.assessment.Language;
import org.bilan.ruleset.RulesetDifference;
import org.bilan.tuning.TuningJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what differs between two rulesets: numbers first, since they are what editors tune. */
@Command(
    name = "diff",
    description = "Tells what differs between two rulesets: numbers, and other changes of files.",
    footer = {
      "",
      "Exit code: 0 told, whether or not they differ, 1 a ruleset that is not fit or output that cannot",
      "be written, 2 wrong use (also a rules folder that is not there).",
      "Example, with the rules of the last commit in a folder beside this one:",
      "  git worktree add ../before HEAD",
      "  bilan diff --rules ../before/rules --rules rules"
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  private enum Format {
    table,
    json
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of a ruleset; twice: first the one before, then the one after")
  private List<Path> folders = List.of();

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "table for people, json for machines, as the service tells it. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private LanguageOption lang;

  @Override
  public Integer call() {
    Language language = lang.language();
    if (folders.size() != 2) {
      throw new ParameterException(
          spec.commandLine(),
          "To compare takes two rules folders, not %d: --rules BEFORE --rules AFTER"
              .formatted(folders.size()));
    }
    Optional<TwoRulesets> fit =
        TwoRulesets.load(
            RulesPlace.named("--rules", folders.get(0)),
            RulesPlace.named("--rules", folders.get(1)),
            spec,
            "Nothing was compared");
    if (fit.isEmpty()) {
      return 1;
    }
    try (TwoRulesets rulesets = fit.get()) {
      if (format == Format.table) {
        new DifferenceTable(System.out, language).print(rulesets);
      } else {
        System.out.writeBytes(
            TuningJson.write(
                RulesetDifference.between(rulesets.before().files(), rulesets.after().files())));
        System.out.println();
      }
      return 0;
    }
  }
}
