package org.bilan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bilan.assessment.Language;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.Evaluation;
import org.bilan.evaluation.EvaluationJson;
import org.bilan.evaluation.EvaluationPage;
import org.bilan.evaluation.GradedClaim;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.InvalidGrades;
import org.bilan.evaluation.Progress;
import org.bilan.evaluation.Split;
import org.bilan.importer.Reading;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells how the rules' judgement agrees with people's. */
@Command(
    name = "evaluate",
    description = {
      "Judges incidents that people have graded, and tells how far machine and people agree: by grade,",
      "with 95%% intervals; what each rule adds; and where they differ most."
    },
    footer = {
      "",
      "A table of grades is CSV with a header: id,grade and perhaps claim; other columns are fields by",
      "which --split may split.",
      "Exit code: 0 told, 1 bad input (what is good was judged all the same), rules with problems, or",
      "output that cannot be written, 2 wrong use, 70 internal fault.",
      "Example:",
      "  bilan evaluate --archive gaza.jsonl syria.jsonl --grades grades.csv --split corpus --out told"
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private enum Format {
    table,
    json,
    html
  }

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Mixin private ArchiveOption archives;

  @Mixin private ReadingOptions options;

  @Mixin private GradesOption grades;

  @Option(
      names = "--split",
      split = ",",
      paramLabel = "FIELD",
      description =
          "Tell it also by the values of a field: year, country, or a column of the table")
  private List<String> fields = List.of();

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
          "Seed of the bootstrap: the same gives the same intervals. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "What goes to standard output: ${COMPLETION-CANDIDATES}; html is a page with plots. Default:"
              + " ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private LanguageOption lang;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Also write evaluation.html and evaluation.json into this folder, once all is judged; it is",
        "made if it is absent, and other files in it are left alone"
      })
  private Path out;

  @Override
  public Integer call() {
    Language language = lang.language();
    List<String> inputs = new ArrayList<>(options.inputs(archives.files()));
    inputs.add(grades.file().toString());
    FilePaths.check(spec, inputs, null);
    if (out != null) {
      FilePaths.checkFolder(spec, out, inputs, List.of(page(), json()));
      if (FilePaths.isIn(rules.folder(), page())) {
        throw wrong(
            "Cannot write to %s: it is in a folder of rules. Name another place.".formatted(out));
      }
    }
    if (resamples < 39 || resamples > 100_000) {
      throw wrong("--resamples is %d. Expected: 39 to 100000".formatted(resamples));
    }
    Reading reading = options.reading();
    try (Ruleset ruleset = rules.load()) {
      HumanGrades human = grades.read();
      GradedArchive.check(spec, fields, human);
      return evaluate(ruleset, human, reading, language);
    } catch (InvalidGrades e) {
      grades.tell(e.sentences(language));
    } catch (Split.TooManyValues e) {
      throw GradedArchive.refused(spec, e);
    } catch (InvalidRuleset e) {
      System.err.println("Nothing was judged: " + rules.place().unfit(e, spec));
    } catch (IOException e) {
      FilePaths.tellWhyStopped(e);
    }
    return 1;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int evaluate(Ruleset ruleset, HumanGrades human, Reading reading, Language language)
      throws IOException {
    GradedArchive<GradedClaim> graded =
        GradedArchive.read(
            archives.files(),
            reading,
            human,
            (dossier, grade) -> {
              Ruleset.Ablation ablation = ruleset.ablate(dossier, language);
              return GradedClaim.of(dossier, ablation.whole(), ablation.without(), grade);
            });
    if (graded.claims().isEmpty()) {
      System.err.println(GradedArchive.NOTHING);
      return Math.max(1, graded.exitCode());
    }
    Evaluation evaluation =
        Evaluation.of(
            ruleset.revision(),
            graded.claims(),
            ruleset.live(),
            fields,
            new Bootstrap(resamples, seed),
            graded.missing(),
            graded.failed(),
            graded.ungraded(),
            Progress.UNSEEN);
    if (out != null) {
      Files.createDirectories(out);
      OutputFile.write(page(), print -> print(evaluation, Format.html, language, print));
      OutputFile.write(json(), print -> print(evaluation, Format.json, language, print));
    }
    // Last: whoever reads it may stop early, and still finds the files.
    OutputFile.write(null, print -> print(evaluation, format, language, print));
    return graded.exitCode();
  }

  private Path page() {
    return out.resolve("evaluation.html");
  }

  private Path json() {
    return out.resolve("evaluation.json");
  }

  private static void print(
      Evaluation evaluation, Format format, Language language, PrintStream print)
      throws IOException {
    switch (format) {
      case table -> new EvaluationTable(print, language).print(evaluation);
      case json -> {
        print.write(EvaluationJson.write(evaluation));
        print.println();
      }
      case html -> print.print(EvaluationPage.of(evaluation, language));
    }
  }
}
