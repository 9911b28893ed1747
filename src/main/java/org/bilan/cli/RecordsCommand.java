package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Word;
import org.bilan.evaluation.InvalidGrades;
import org.bilan.importer.Reading;
import org.bilan.records.GradedDossiers;
import org.bilan.records.Identity;
import org.bilan.records.Records;
import org.bilan.records.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Tells how sources have fared in incidents that people have graded, or writes it into dossiers.
 */
@Command(
    name = "records",
    description = {
      "Tells how often each source was right in incidents that people have graded, and which sources",
      "likely copy. With --into, writes into each dossier what was known before its incident began."
    },
    footer = {
      "",
      "A table of grades is CSV with a header: id,grade, perhaps claim, and perhaps date: when the",
      "grade was given. What was asserted is right by confirmed and fair, wrong by --wrong, else",
      "unknown; what was denied is the converse. Who only repeats others has judged nothing.",
      "A record is of what recorders graded, not of truth.",
      "Exit code: 0 told, 1 bad input (what is good was counted all the same) or output that cannot",
      "be written, 2 wrong use, 70 internal fault.",
      "Examples:",
      "  bilan records --archive graded.jsonl --grades grades.csv --as-of 2024-03-17",
      "  bilan records --archive all.jsonl --grades grades.csv --into with-records.jsonl.gz"
    },
    mixinStandardHelpOptions = true)
final class RecordsCommand implements Callable<Integer> {

  private static final int MOST_DAYS = 36_500;

  private enum Format {
    table,
    json,
    csv
  }

  @Spec private CommandSpec spec;

  @Mixin private ArchiveOption archives;

  @Mixin private ReadingOptions options;

  @Mixin private GradesOption grades;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "By what was known at the end of that day (UTC). Default: all that is known")
  private String asOf;

  @Option(
      names = "--identity",
      defaultValue = "id",
      paramLabel = "id|name",
      description = "What makes sources of several dossiers one. Default: ${DEFAULT-VALUE}")
  private String identity;

  @Option(
      names = "--wrong",
      split = ",",
      defaultValue = "discounted",
      paramLabel = "GRADE",
      description =
          "Grades by which what was asserted was wrong: weak, contested, discounted. Default: ${DEFAULT-VALUE}")
  private List<String> wrong;

  @Option(
      names = "--lag",
      paramLabel = "DAYS",
      description =
          "Days from an incident's end until its grade was known, where the table has no date. Default: 0; --into wants it said")
  private Integer lag;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = {
        "Write all dossiers there (JSON Lines), each with what was known before the day on which its "
            + "incident began; packed if the name ends in .gz or .zst"
      })
  private Path into;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format;

  @Mixin private LanguageOption lang;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there what is told, instead of to standard output")
  private Path out;

  private final ProgressLine progress = new ProgressLine();

  @Override
  public Integer call() {
    List<String> inputs = new ArrayList<>(options.inputs(archives.files()));
    inputs.add(grades.file().toString());
    FilePaths.check(spec, inputs, out);
    FilePaths.check(spec, inputs, into);
    if (into != null && (out != null || asOf != null || format != Format.table)) {
      throw wrongUse("--into writes dossiers: leave out --as-of, --format and --out.");
    }
    if (into != null && archives.files().contains("-")) {
      throw wrongUse("--into reads the archive twice: name files instead of -.");
    }
    Moment until = until();
    Terms terms = terms();
    Reading reading = options.reading();
    RecordsTable table = new RecordsTable(lang.language());
    try {
      GradedDossiers archive = new GradedDossiers(grades.read().grades(), terms);
      tellUndated(archive, terms, table);
      RecordsInto dossiers = new RecordsInto(archives.files(), reading, archive);
      Scoring<?> read = read(archive, reading, dossiers);
      if (archive.size() == 0) {
        System.err.println(table.nothingGraded());
        return Math.max(1, read.exitCode());
      }
      if (!archive.ambiguous().isEmpty()) {
        System.err.println(Terminal.safe(table.ambiguous(archive.ambiguous())));
      }
      if (into == null) {
        tell(archive, until, table);
      } else {
        OutputFile.write(into, dossiers::write);
      }
      return read.exitCode();
    } catch (InvalidGrades e) {
      grades.tell(e.sentences(lang.language()));
    } catch (GradedDossiers.InvalidDates e) {
      grades.tell(e.problems());
    } catch (IOException e) {
      FilePaths.tellWhyStopped(e);
    }
    return 1;
  }

  private Moment until() {
    if (asOf == null) {
      return new Moment(Instant.MAX, Instant.MAX);
    }
    return Moment.parse(asOf)
        .orElseThrow(
            () ->
                wrongUse(
                    "--as-of is '%s'. Expected: a date or a date-time with offset"
                        .formatted(asOf)));
  }

  private Terms terms() {
    if (lag != null && (lag < 0 || lag > MOST_DAYS)) {
      throw wrongUse("--lag is %d. Expected: 0 to %d days".formatted(lag, MOST_DAYS));
    }
    Set<Grade> counted = EnumSet.noneOf(Grade.class);
    for (String word : wrong) {
      Grade grade =
          Word.of(Grade.class, word)
              .filter(g -> g.compareTo(Grade.FAIR) > 0)
              .orElseThrow(
                  () ->
                      wrongUse(
                          "--wrong is '%s'. Expected: any of weak, contested, discounted"
                              .formatted(word)));
      counted.add(grade);
    }
    Identity same =
        Word.of(Identity.class, identity)
            .orElseThrow(
                () -> wrongUse("--identity is '%s'. Expected: id or name".formatted(identity)));
    return new Terms(same, counted, lag == null ? Terms.USUAL.lag() : lag);
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A grade counts from when it was given: where nobody says when, dossiers must not guess. */
  private void tellUndated(GradedDossiers archive, Terms terms, RecordsTable table) {
    if (archive.undated() > 0) {
      if (into != null && lag == null) {
        throw wrongUse(
            ("--into needs to know when grades were given, and %d have no date. Write it in a column"
                    + " date of %s, or say with --lag how many days after an incident's end its"
                    + " grade was known.")
                .formatted(archive.undated(), grades.file()));
      }
      System.err.println(table.undated(archive.undated(), terms.lag()));
    }
  }

  private Scoring<?> read(GradedDossiers archive, Reading reading, RecordsInto dossiers)
      throws IOException {
    Scoring<Dossier> scoring = new Scoring<>((dossier, json) -> dossier, System.err, progress::end);
    long[] count = new long[1];
    try {
      scoring.score(
          archives.files(),
          reading,
          dossier -> {
            progress.judged(++count[0]);
            archive.take(dossier);
            if (into != null) {
              dossiers.ask(dossier);
            }
          });
    } finally {
      progress.end();
    }
    return scoring;
  }

  private void tell(GradedDossiers archive, Moment until, RecordsTable table) throws IOException {
    Records records = archive.asOf(until.latest());
    OutputFile.write(
        out,
        print -> {
          switch (format) {
            case table -> table.print(print, records);
            case json -> {
              print.write(RecordsExport.json(records));
              print.println();
            }
            case csv -> print.write(RecordsExport.csv(records));
          }
        });
  }
}
