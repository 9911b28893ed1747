package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.InvalidGrades;
import org.bilan.evaluation.Split;
import org.bilan.fitting.FitCase;
import org.bilan.fitting.Fitting;
import org.bilan.fitting.FittingJson;
import org.bilan.importer.Reading;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proposes weights from incidents that people have graded. */
@Command(
    name = "fit",
    description = {
      "Proposes weights of rules from incidents that people have graded, inside each card's limits and",
      "near the present ones, and tells what that gains on incidents held out. Writes a candidate: the",
      "rules in a folder of their own, with other weights. Nothing that is in force is changed."
    },
    footer = {
      "",
      "A table of grades is CSV with a header: id,grade and perhaps claim; other columns are fields by",
      "which --split may split. How weights are proposed is explained in rules/README.md.",
      "Exit code: 0 written and told, 1 bad input (what is good was used all the same), rules with",
      "problems, too few grades, or output that cannot be written, 2 wrong use, 70 internal fault.",
      "Example:",
      "  bilan fit --archive gaza.jsonl syria.jsonl --grades grades.csv --split corpus --out candidate"
    },
    mixinStandardHelpOptions = true)
final class FitCommand implements Callable<Integer> {

  private enum Format {
    table,
    json
  }

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Mixin private ArchiveOption archives;

  @Mixin private ReadingOptions options;

  @Mixin private GradesOption grades;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Write the candidate there: a folder that is empty, or not there yet")
  private Path out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what is told there instead of to standard output")
  private Path report;

  @Option(
      names = "--split",
      split = ",",
      paramLabel = "FIELD",
      description =
          "Tell the gain also by the values of a field: year, country, or a column of the table")
  private List<String> fields = List.of();

  @Option(
      names = "--leave-out",
      split = ",",
      paramLabel = "GRADE",
      description = {
        "Fit without claims that people graded so: contested says that it is disputed who did it, which",
        "may be another question than how well it is supported that people were harmed"
      })
  private List<String> leftOut = List.of();

  @Option(
      names = "--folds",
      defaultValue = "10",
      paramLabel = "N",
      description = "Into how many parts incidents are dealt, 2 to 100. Default: ${DEFAULT-VALUE}")
  private int folds;

  @Option(
      names = "--strength",
      paramLabel = "X",
      description = {
        "How strongly present weights hold, 0.001 to 1000: at 1, a change by two decibans must make the",
        "grades 7 times as probable, at 0.1 one by six (e to the power of X/2 times its square).",
        "Default: what does best on incidents held out, of 10, 3, 1, 0.3, 0.1 and 0.03"
      })
  private Double strength;

  @Option(
      names = "--resamples",
      defaultValue = "2000",
      paramLabel = "N",
      description = "Resamples of the bootstrap, 39 to 100000. Default: ${DEFAULT-VALUE}")
  private int resamples;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Seed of folds and bootstrap: the same gives the same answer. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private LanguageOption lang;

  @Override
  public Integer call() {
    Language language = lang.language();
    List<String> inputs = new ArrayList<>(options.inputs(archives.files()));
    inputs.add(grades.file().toString());
    FilePaths.check(spec, inputs, report);
    checkNumbers();
    rules.place().check(spec);
    CandidateFolder candidate = candidate();
    Reading reading = options.reading();
    try (Ruleset ruleset = rules.load()) {
      HumanGrades human = grades.read();
      GradedArchive.check(spec, fields, human);
      return fit(ruleset, human, reading, candidate, language);
    } catch (InvalidGrades e) {
      grades.tell(e.sentences(language));
    } catch (Split.TooManyValues e) {
      throw GradedArchive.refused(spec, e);
    } catch (InvalidRuleset e) {
      System.err.println("Nothing was fitted: " + rules.place().unfit(e, spec));
    } catch (IOException e) {
      FilePaths.tellWhyStopped(e);
    }
    return 1;
  }

  private void checkNumbers() {
    List<String> problems = new ArrayList<>();
    if (folds < 2 || folds > 100) {
      problems.add("--folds is %d. Expected: 2 to 100".formatted(folds));
    }
    if (strength != null && !(strength >= 0.001 && strength <= 1000)) {
      problems.add("--strength is %s. Expected: 0.001 to 1000".formatted(strength));
    }
    if (resamples < 39 || resamples > 100_000) {
      problems.add("--resamples is %d. Expected: 39 to 100000".formatted(resamples));
    }
    List<String> words = Stream.of(Grade.values()).map(Grade::word).toList();
    for (String word : leftOut) {
      if (!words.contains(word)) {
        problems.add(
            "--leave-out is '%s'. Expected: any of %s".formatted(word, String.join(", ", words)));
      }
    }
    if (!problems.isEmpty()) {
      throw wrong(String.join(System.lineSeparator(), problems));
    }
  }

  private CandidateFolder candidate() {
    CandidateFolder candidate = new CandidateFolder(out);
    candidate
        .refused(rules.folder())
        .ifPresent(
            why -> {
              throw wrong("Cannot write a candidate to %s: %s".formatted(out, why));
            });
    if (report != null && (candidate.holds(report) || FilePaths.isIn(rules.folder(), report))) {
      throw wrong(
          "Cannot write %s: it is in a folder of rules. Name another place.".formatted(report));
    }
    return candidate;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int fit(
      Ruleset ruleset,
      HumanGrades human,
      Reading reading,
      CandidateFolder candidate,
      Language language)
      throws IOException {
    GradedArchive<FitCase> graded =
        GradedArchive.read(archives.files(), reading, human, new FitCase.Maker(ruleset)::of);
    if (graded.claims().isEmpty()) {
      System.err.println(GradedArchive.NOTHING);
      return Math.max(1, graded.exitCode());
    }
    List<FitCase> cases =
        graded.claims().stream().filter(c -> !leftOut.contains(c.people().word())).toList();
    if (cases.size() < graded.claims().size()) {
      System.err.printf(
          "Left out: %d claims that people found %s.%n",
          graded.claims().size() - cases.size(), String.join(" or ", leftOut));
    }
    long supported = cases.stream().filter(FitCase::supported).count();
    long others = cases.size() - supported;
    if (Math.min(supported, others) < Fitting.LEAST_CLAIMS) {
      System.err.printf(
          "Nothing can be learned: %d of the graded claims are confirmed or fair, %d are not. At least"
              + " %d of each are needed, and some hundreds are worth the work.%n",
          supported, others, Fitting.LEAST_CLAIMS);
      return Math.max(1, graded.exitCode());
    }
    Fitting fitting =
        Fitting.of(
            ruleset,
            cases,
            new Fitting.Settings(
                folds,
                seed,
                strength == null ? OptionalDouble.empty() : OptionalDouble.of(strength),
                resamples),
            fields);
    RulesetFiles changed = CardNumbers.of(ruleset.files()).with(fitting.changes());
    check(changed);
    candidate.write(changed);
    OutputFile.write(
        report,
        print -> {
          switch (format) {
            case table ->
                new FitTable(print, language)
                    .print(
                        fitting,
                        graded.missing(),
                        graded.ungraded(),
                        new FitTable.Next(
                            spec.parent().qualifiedName(),
                            rules.folder().toString(),
                            candidate.toString(),
                            String.join(" ", archives.files())));
            case json -> {
              print.write(FittingJson.write(fitting, graded.missing(), graded.ungraded()));
              print.println();
            }
          }
        });
    return graded.exitCode();
  }

  /** What is written passes the check: weights are inside their limits, and no case knows them. */
  private static void check(RulesetFiles candidate) {
    try {
      Ruleset.of(candidate).close();
    } catch (InvalidRuleset e) {
      throw new IllegalStateException("The candidate is refused: " + e.problems(), e);
    }
  }
}
