package org.bilan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.explain.Explainer;
import org.bilan.explain.Explanation;
import org.bilan.explain.ExplanationJson;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges dossiers from files, without a server and without a database. */
@Command(
    name = "score",
    description = "Judges dossiers and says why: files in, a table or JSON Lines out.",
    footer = {
      "",
      "Exit code: 0 fine, 1 bad input (what is good was judged all the same), rules with problems, or",
      "output that cannot be written, 2 wrong use (also a file that is an input and --out, or a file or",
      "rules folder that is not there), 70 internal fault (the other dossiers were judged all the same).",
      "Example: bilan score seeds/amasrakad.json"
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  private enum Format {
    table,
    jsonl
  }

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "One dossier as JSON, or an archive as JSON Lines; - is standard input")
  private List<String> files;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table for people, jsonl for machines. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Option(
      names = "--lang",
      defaultValue = "en",
      paramLabel = "en|fr",
      description = "Language of the reasons. Default: ${DEFAULT-VALUE}")
  private String lang;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = {
        "Leave out what was published later: 2024-03-18 (to the end of that day, UTC),",
        "or 2024-03-18T12:00:00Z. Reports without a date are always included"
      })
  private String asOf;

  @Option(
      names = "--explain",
      description = {
        "Tell of each claim what would change its grade, and why each rule stayed quiet.",
        "Takes up to twenty judgements more for each claim"
      })
  private boolean explain;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there, once all is judged, instead of to standard output")
  private Path out;

  @Override
  public Integer call() {
    Language language = Language.of(lang).orElseThrow(() -> wrong("--lang", lang, "en or fr"));
    Optional<Instant> moment = asOf == null ? Optional.empty() : Optional.of(moment());
    files.forEach(this::checkInput);
    if (out != null) {
      FilePaths.unwritable(out).ifPresent(cause -> refuse("write", out.toString(), cause));
      files.stream().filter(this::isOutput).findFirst().ifPresent(this::refuseToReplace);
    }
    try (Ruleset ruleset = rules.load()) {
      return score(ruleset, moment, language);
    } catch (InvalidRuleset e) {
      System.err.printf(
          "Nothing was scored: the rules folder %s has %d problem(s). See them with: %s --rules %s%n",
          rules.folder(),
          e.problems().size(),
          spec.parent().qualifiedName() + " check",
          rules.folder());
    } catch (CheckedPrint.Unwritten e) {
      if (!e.nobodyReads()) {
        System.err.println("Stopped: " + Terminal.safe(e.getMessage()));
      }
    } catch (IOException e) {
      System.err.println("Stopped, since a file failed: " + Terminal.safe(FilePaths.cause(e)));
    }
    return 1;
  }

  private void checkInput(String file) {
    if (!file.equals("-")) {
      FilePaths.unreadable(Path.of(file)).ifPresent(cause -> refuse("read", file, cause));
    }
  }

  private boolean isOutput(String file) {
    return FilePaths.sameFile(Path.of(file.equals("-") ? "/dev/stdin" : file), out);
  }

  private void refuseToReplace(String input) {
    refuse("write", out.toString(), "it would replace the input " + input + ". Name another file.");
  }

  private void refuse(String act, String file, String cause) {
    throw new ParameterException(
        spec.commandLine(), "Cannot %s %s: %s".formatted(act, file, cause));
  }

  private Instant moment() {
    return Moment.parse(asOf)
        .orElseThrow(() -> wrong("--as-of", asOf, "a date or a date-time with offset"))
        .latest();
  }

  private ParameterException wrong(String option, String value, String expected) {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for %s: '%s', expected %s".formatted(option, value, expected));
  }

  private int score(Ruleset ruleset, Optional<Instant> moment, Language language)
      throws IOException {
    Scoring<Explained> scoring =
        new Scoring<>(
            dossier ->
                explain
                    ? Explained.judge(ruleset, dossier, moment, language)
                    : Explained.not(judge(ruleset, dossier, moment, language)),
            System.err);
    OutputFile.Content content =
        print -> {
          scoring.score(files, show(print, language, ruleset.name()));
          CheckedPrint.check(print, out == null ? "standard output" : out.toString());
        };
    if (out == null) {
      content.write(System.out);
    } else {
      new OutputFile(out).write(content);
    }
    if (scoring.failed() > 0) {
      System.err.printf("%d of the dossiers could not be judged.%n", scoring.failed());
    }
    return scoring.exitCode();
  }

  private static Assessment judge(
      Ruleset ruleset, Dossier dossier, Optional<Instant> moment, Language language) {
    return moment.isPresent()
        ? ruleset.judge(dossier, moment.get(), language)
        : ruleset.judge(dossier, language);
  }

  /**
   * A dossier judged.
   *
   * @param explanations by claims; absent where none were asked for
   */
  private record Explained(Assessment assessment, Optional<List<Explanation>> explanations) {

    static Explained not(Assessment assessment) {
      return new Explained(assessment, Optional.empty());
    }

    static Explained judge(
        Ruleset ruleset, Dossier dossier, Optional<Instant> moment, Language language) {
      Assessment assessment = ScoreCommand.judge(ruleset, dossier, moment, language);
      return new Explained(
          assessment,
          Optional.of(Explainer.explain(ruleset, dossier, moment, assessment, language)));
    }

    byte[] json() {
      byte[] json = AssessmentJson.write(assessment);
      return explanations.map(all -> ExplanationJson.with(json, all)).orElse(json);
    }
  }

  private Scoring.Show<Explained> show(PrintStream print, Language language, String name) {
    AssessmentTable table = new AssessmentTable(print, language, name);
    ExplanationTable below = new ExplanationTable(table, language);
    return (dossier, explained) -> {
      if (format == Format.jsonl) {
        print.write(explained.json());
        print.write('\n');
      } else if (explained.explanations().isEmpty()) {
        table.print(dossier, explained.assessment());
      } else {
        table.print(
            dossier,
            explained.assessment(),
            claim -> below.print(claim, explained.explanations().get()));
      }
      // A whole archive is not judged for nobody.
      CheckedPrint.check(print, out == null ? "standard output" : out.toString());
    };
  }
}
