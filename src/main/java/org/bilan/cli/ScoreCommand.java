package org.bilan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.bilan.assess.TwoMoments;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Word;
import org.bilan.explain.Explainer;
import org.bilan.export.About;
import org.bilan.export.ExportFormat;
import org.bilan.importer.Reading;
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
    description = "Judges dossiers and says why: files in, a table, JSON Lines or an export out.",
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
    jsonl,
    csv,
    parquet,
    geojson,
    claimreview;

    /** Empty for those that show a dossier and not its claims one by one. */
    private Optional<ExportFormat> export() {
      return Word.of(ExportFormat.class, name());
    }
  }

  private static final OptionalLong NOT_KEPT = OptionalLong.empty();

  @Spec private CommandSpec spec;

  @Mixin private RulesOption rules;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = ReadingOptions.FILES)
  private List<String> files;

  @Mixin private ReadingOptions options;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = {
        "table for people, jsonl for machines; or a row or entry for each claim: csv, parquet,",
        "geojson, claimreview (schema.org, JSON-LD). Default: ${DEFAULT-VALUE}"
      })
  private Format format;

  @Mixin private LanguageOption lang;

  @Mixin private NewsroomOption newsroom;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = {
        "Leave out what was published later: 2024-03-18 (to the end of that day, UTC),",
        "or 2024-03-18T12:00:00Z. Reports without a date are always included"
      })
  private String asOf;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = {
        "Tell what has changed since then, until --as-of or all that is known: after each table,",
        "or with jsonl as one comparison a line instead of the assessment. Since a moment after all",
        "that is known, nothing has"
      })
  private String since;

  @Option(
      names = "--explain",
      description = {
        "Tell of each claim what would change its grade, and why each rule stayed quiet.",
        "Takes up to twenty judgements more for each claim"
      })
  private boolean explain;

  @Option(
      names = "--conceal",
      description = {
        "For publishing: replace confidential sources, and what names them, by pseudonyms. They are",
        "the same in each run with the same BILAN_SECRET, else others; never those of the service.",
        "Without this option whoever reads the output reads the names"
      })
  private boolean conceal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write there, once all is judged, instead of to standard output; packed if the name ends in",
        ".gz or .zst"
      })
  private Path out;

  @Override
  public Integer call() {
    Language language = lang.language();
    Optional<Instant> moment = moment("--as-of", asOf);
    Optional<Instant> earlier = moment("--since", since);
    if (moment.isPresent() && earlier.isPresent() && earlier.get().isAfter(moment.get())) {
      throw wrong("--since", since, "a moment that is not after --as-of, which is " + asOf);
    }
    if (explain && since != null && format == Format.jsonl) {
      throw new ParameterException(
          spec.commandLine(),
          "--explain and --since make two documents of a dossier: with --format jsonl ask for one.");
    }
    if (format.export().isPresent() && (explain || since != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--explain and --since tell of a dossier what a row of a claim has no room for: ask for"
              + " --format table or jsonl.");
    }
    About about = new About(moment, newsroom.newsroom(), language);
    FilePaths.check(spec, options.inputs(files), out);
    Reading reading = options.reading();
    try (Ruleset ruleset = rules.load()) {
      return score(ruleset, reading, moment, earlier, about);
    } catch (InvalidRuleset e) {
      System.err.println("Nothing was scored: " + rules.place().unfit(e, spec));
    } catch (IOException e) {
      FilePaths.tellWhyStopped(e);
    }
    return 1;
  }

  private Optional<Instant> moment(String option, String value) {
    return Optional.ofNullable(value)
        .map(
            text ->
                Moment.parse(text)
                    .orElseThrow(() -> wrong(option, text, "a date or a date-time with offset"))
                    .latest());
  }

  private ParameterException wrong(String option, String value, String expected) {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for %s: '%s', expected %s".formatted(option, value, expected));
  }

  private int score(
      Ruleset ruleset,
      Reading reading,
      Optional<Instant> moment,
      Optional<Instant> earlier,
      About about)
      throws IOException {
    Language language = about.language();
    Optional<Concealing> concealing = concealing(language);
    Optional<TwoMoments> changes = earlier.map(time -> new TwoMoments(time, moment));
    Scoring<Judged> scoring =
        new Scoring<>(
            (dossier, json) -> {
              Assessment assessment =
                  moment.isPresent()
                      ? ruleset.judge(dossier, moment.get(), language)
                      : ruleset.judge(dossier, language);
              Judged judged =
                  new Judged(
                      dossier,
                      assessment,
                      explain
                          ? Optional.of(
                              Explainer.explain(ruleset, dossier, moment, assessment, language))
                          : Optional.empty(),
                      changes.map(
                          moments -> moments.compare(ruleset, dossier, NOT_KEPT, language)));
              return concealing.map(c -> c.conceal(judged, json)).orElse(judged);
            },
            System.err);
    OutputFile.write(out, print -> score(scoring, reading, print, about, ruleset.name()));
    if (scoring.failed() > 0) {
      System.err.printf("%d of the dossiers could not be judged.%n", scoring.failed());
    }
    return scoring.exitCode();
  }

  private void score(
      Scoring<Judged> scoring, Reading reading, PrintStream print, About about, String name)
      throws IOException {
    if (format.export().isEmpty()) {
      scoring.score(files, reading, show(print, about.language(), name));
      return;
    }
    JudgedExport export = new JudgedExport(format.export().get(), about, print, outName());
    scoring.score(files, reading, export);
    export.end();
  }

  private String outName() {
    return out == null ? "standard output" : out.toString();
  }

  private Optional<Concealing> concealing(Language language) {
    try {
      return conceal ? Optional.of(Concealing.in(language)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private Scoring.Show<Judged> show(PrintStream print, Language language, String name) {
    AssessmentTable table = new AssessmentTable(print, language, name);
    ExplanationTable below = new ExplanationTable(table, language);
    ChangeTable changes = new ChangeTable(print, table, language);
    return judged -> {
      Dossier dossier = judged.dossier();
      if (format == Format.jsonl) {
        print.write(judged.json());
        print.write('\n');
      } else {
        if (judged.explanations().isPresent()) {
          table.print(
              dossier,
              judged.assessment(),
              claim -> below.print(claim, judged.explanations().get()));
        } else {
          table.print(dossier, judged.assessment());
        }
        judged.comparison().ifPresent(changes::print);
      }
      // A whole archive is not judged for nobody.
      CheckedPrint.check(print, outName());
    };
  }
}
