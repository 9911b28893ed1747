package org.bilan.cli;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.CommandArchive;
import org.bilan.batch.InOrder;
import org.bilan.dossier.Problem;
import org.bilan.dossier.Word;
import org.bilan.importer.Format;
import org.bilan.importer.Outcome;
import org.bilan.importer.Reading;
import org.bilan.importer.Row;
import org.bilan.ruleset.InvalidRuleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes dossiers of archives of other kinds, without a server and without a database. */
@Command(
    name = "import",
    description = {
      "Makes dossiers of archives: UCDP GED, ACLED, tables that a mapping explains, Bilan's own.",
      "gzip and Zstandard are unpacked. What is not taken is told row by row, and the rest goes on."
    },
    footer = {
      "",
      "A mapping names the column of each field, or after = what is the same in each",
      "row. A row is an incident, and a report by a source (perhaps through an outlet)",
      "on one claim or more:",
      "  separator: \";\"         # else the one that the header has most of",
      "  charset: windows-1252  # else as for all tables",
      "  date: dd/MM/yyyy       # how days are written; else yyyy-MM-dd",
      "  incident: {id: Ref, date: Day, place: {name: Town, country: =ML}}",
      "  source: {name: Who, kind: =ngo}",
      "  outlet: {name: Paper}",
      "  report: {publishedAt: Printed, url: Link}",
      "  claims:",
      "    - {harm: =killed, victims: =civilian, count: Dead}",
      "    - {harm: =injured, min: Hurt at least, max: Hurt at most}",
      "All fields, which mean what they do in a dossier:",
      "  incident  id, title, conflict, date (or date: {from, to}),",
      "            place: {name, admin1, country, lat, lon, precision}",
      "  source    name, kind, party, owner, anonymous, confidential, proximity,",
      "            reliability",
      "  outlet    name, kind",
      "  report    publishedAt, url, author, language, text, stance, basis, hedged",
      "  claims    harm, victims, victimsParty, responsible, namedVictims, text,",
      "            words, and count, or min and max",
      "",
      "Exit code: 0 all rows were taken, 1 some were not, or a file failed, 2 wrong use",
      "(also a mapping with problems), 70 internal fault (the other rows were taken all the same).",
      "Example: bilan import ged.csv.gz --out archive.jsonl.gz --report report.csv"
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = ReadingOptions.FILES)
  private List<String> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Write the dossiers there, one a line (JSON Lines), instead of to standard output; "
            + "packed if the name ends in .gz or .zst"
      })
  private Path out;

  @Option(
      names = "--store",
      description = {
        "Keep the dossiers in the archive of the environment, judged by the ruleset in force, instead",
        "of writing them. Those that are kept already as they are change nothing"
      })
  private boolean store;

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "FORMAT",
      description = {
        "What the files are: auto (told by their content), jsonl, json, ged, acled, mapped. "
            + "Default: ${DEFAULT-VALUE}"
      })
  private String format;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "Write there why rows were not taken, and notes on rows that were, instead of to standard "
            + "error: as CSV, or as JSON Lines if the name ends in .jsonl"
      })
  private Path report;

  @Mixin private ReadingOptions options;

  @Mixin private LanguageOption lang;

  private final ProgressLine progress = new ProgressLine();
  private final Faults faults = new Faults(System.err);
  private ImportCounts counts;

  @Override
  public Integer call() {
    return run(() -> CommandArchive.begun(System::getenv));
  }

  /** Does it. The archive is opened where dossiers are kept in it. Returns the exit code. */
  int run(Supplier<CommandArchive> archive) {
    counts = new ImportCounts(lang.language(), this::tell);
    List<String> inputs = options.inputs(files);
    FilePaths.check(spec, inputs, out);
    FilePaths.check(spec, inputs, report);
    if (out != null && report != null && FilePaths.sameTarget(out, report)) {
      throw new ParameterException(
          spec.commandLine(), "--out and --report are one file. Name two.");
    }
    if (out != null && store) {
      throw new ParameterException(
          spec.commandLine(), "--store keeps the dossiers in the archive: leave out --out.");
    }
    Reading reading = options.reading(format());
    try (ArchiveFiles rows = new ArchiveFiles(files, reading)) {
      if (store) {
        ArchiveFiles.check(files);
        store(rows, archive.get());
      } else {
        OutputFile.write(out, print -> report(rows, Destination.lines(print)));
        counts.tell();
        toldWhere();
      }
      return faults.count() > 0 ? Faults.CODE : counts.refused() > 0 ? 1 : 0;
    } catch (InvalidRuleset e) {
      tell("This version of Bilan refuses the ruleset in force: " + e.getMessage());
    } catch (PreventFurtherStepsException e) {
      tell(e.getMessage());
    } catch (ArchiveFailure e) {
      tell("Stopped. What is kept so far stays: import the same again. " + e.getMessage());
    } catch (CheckedPrint.Unwritten e) {
      if (!e.nobodyReads()) {
        tell("Stopped: " + e.getMessage());
      }
    } catch (IOException e) {
      tell("Stopped, since a file failed: " + FilePaths.cause(e));
      if (store && counts.taken() > 0) {
        counts.tell("doubtful");
      }
    }
    return 1;
  }

  private void store(ArchiveFiles rows, CommandArchive archive) throws IOException, InvalidRuleset {
    try (Storing storing = Storing.begin(archive)) {
      LastWords interrupted =
          new LastWords(
              () -> {
                counts.tell("interrupted");
                stored(storing);
              });
      try {
        report(rows, storing);
      } catch (RuntimeException fault) {
        if (fault instanceof ArchiveFailure) {
          throw fault;
        }
        counts.tell("chunk");
        faults.tell("import --store", fault);
      } finally {
        if (interrupted.forgone()) {
          stored(storing);
          toldWhere();
        }
      }
    }
  }

  private void stored(Storing storing) {
    counts.tell();
    counts.tell(storing.stored());
  }

  private Format format() {
    return Word.of(Format.class, format)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "Invalid value for --format: '%s', expected auto, jsonl, json, ged, acled or mapped"
                        .formatted(format)));
  }

  private void report(ArchiveFiles rows, Destination<?> to) throws IOException {
    if (report == null) {
      take(rows, to, this::tell);
      return;
    }
    IOException[] broken = new IOException[1];
    OutputFile.write(
        report,
        lines -> {
          try {
            take(rows, to, ImportReport.to(report, lines)::tell);
          } catch (IOException e) {
            // What was told so far is still to be read.
            broken[0] = e;
          }
        });
    if (broken[0] != null) {
      throw broken[0];
    }
  }

  /** Takes note of what a row became. */
  private interface Told {
    void tell(Row row, Outcome outcome) throws IOException;
  }

  /** What became of a row; what was made of one that is taken, or our fault. */
  private record Result<R>(
      Row row, Outcome outcome, Optional<R> made, Optional<RuntimeException> fault) {}

  private <R> void take(ArchiveFiles rows, Destination<R> to, Told told) throws IOException {
    try {
      InOrder.onAllProcessors()
          .run(
              rows::next,
              Row::weight,
              row -> ImportCommand.read(row, to),
              result -> take(result, to, told));
      to.end();
    } catch (IOException e) {
      // What was read before a file broke off is told as taken.
      to.end();
      throw e;
    } finally {
      progress.end();
    }
  }

  private static <R> Result<R> read(Row row, Destination<R> to) {
    try {
      Outcome outcome = row.read();
      return new Result<>(
          row,
          outcome,
          outcome instanceof Outcome.Taken taken ? Optional.of(to.make(taken)) : Optional.empty(),
          Optional.empty());
    } catch (RuntimeException e) {
      return new Result<>(row, null, Optional.empty(), Optional.of(e));
    }
  }

  private <R> void take(Result<R> result, Destination<R> to, Told told) throws IOException {
    if (result.fault().isPresent()) {
      progress.end();
      faults.tell(result.row().place(), result.fault().get());
      counts.refuse();
      return;
    }
    if (result.outcome() instanceof Outcome.Taken row) {
      counts.take(row.notes().size());
      to.put(result.made().orElseThrow());
    } else {
      counts.refuse();
    }
    told.tell(result.row(), result.outcome());
    progress.judged(counts.taken());
  }

  private void tell(Row row, Outcome outcome) {
    List<Problem> all =
        outcome instanceof Outcome.Refused no ? no.problems() : ((Outcome.Taken) outcome).notes();
    all.forEach(problem -> tell(row.place() + ": " + problem));
  }

  private void tell(String what) {
    progress.end();
    System.err.println(Terminal.safe(what));
  }

  private void toldWhere() {
    if (report != null && counts.anythingOdd()) {
      counts.tell("report", report);
    }
  }
}
