package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bilan.assessment.Language;
import org.bilan.importer.Reading;
import org.bilan.tuning.Impact;
import org.bilan.tuning.Measuring;
import org.bilan.tuning.TuningJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what other rules would do to an archive, without a server and without a database. */
@Command(
    name = "impact",
    description = {
      "Judges dossiers by two rulesets and tells what differs.",
      "Grades, the claims that move most and by which findings, rules that never or always fire, tolls."
    },
    footer = {
      "",
      "Exit code: 0 told, whether or not anything differs, 1 bad input (what is good was judged all the",
      "same), rules with problems, or output that cannot be written, 2 wrong use (also a file that is",
      "an input and --out, or a file or rules folder that is not there), 70 internal fault (the other",
      "dossiers were judged all the same).",
      "Example, with the rules of the last commit in a folder beside this one:",
      "  git worktree add ../before HEAD",
      "  bilan impact --base ../before/rules --rules rules --archive seeds/*.json"
    },
    mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {

  private enum Format {
    table,
    json
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the ruleset that would judge")
  private Path rules;

  @Option(
      names = "--base",
      paramLabel = "DIR",
      description = "Folder of the ruleset that judges now. Default: BILAN_RULES, or else ./rules")
  private Path base;

  @Mixin private ArchiveOption archives;

  @Mixin private ReadingOptions options;

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "table for people, json for machines, as the service tells it. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private LanguageOption lang;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there, once all is judged, instead of to standard output")
  private Path out;

  @Override
  public Integer call() {
    Language language = lang.language();
    FilePaths.check(spec, options.inputs(archives.files()), out);
    Reading reading = options.reading();
    Optional<TwoRulesets> fit =
        TwoRulesets.load(
            base == null ? RulesPlace.usual("--base") : RulesPlace.named("--base", base),
            RulesPlace.named("--rules", rules),
            spec,
            "Nothing was judged");
    if (fit.isEmpty()) {
      return 1;
    }
    try (TwoRulesets rulesets = fit.get()) {
      rulesets.checkOutside(spec, out);
      return tell(rulesets, reading, language);
    } catch (IOException e) {
      FilePaths.tellWhyStopped(e);
    }
    return 1;
  }

  private int tell(TwoRulesets rulesets, Reading reading, Language language) throws IOException {
    Measuring measuring = new Measuring(rulesets.before(), rulesets.after());
    ProgressLine progress = new ProgressLine();
    long[] judged = new long[1];
    Scoring<Measuring.Both> scoring =
        new Scoring<>((dossier, json) -> measuring.judge(dossier), System.err, progress::end);
    try {
      scoring.score(
          archives.files(),
          reading,
          both -> {
            measuring.add(both);
            progress.judged(++judged[0]);
          });
    } finally {
      progress.end();
    }
    measuring.fail(scoring.failed());
    Impact impact = measuring.impact(judged[0] + scoring.failed());
    OutputFile.write(
        out,
        print -> {
          if (format == Format.table) {
            new ImpactTable(print, language).print(rulesets, impact);
          } else {
            print.write(TuningJson.write(impact));
            print.println();
          }
        });
    if (scoring.failed() > 0) {
      System.err.printf("%d of the dossiers could not be judged.%n", scoring.failed());
    }
    return scoring.exitCode();
  }
}
