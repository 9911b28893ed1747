package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.bilan.archive.ClaimFilter;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.DossierFilter;
import org.bilan.assess.Exporting;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Word;
import org.bilan.export.ExportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the archive's claims in the forms that the field's own tools read. */
@Command(
    name = "export",
    description = {
      "Writes the archive's claims as last assessed, as of one moment.",
      "A row, a feature or a review for each, with the revision of the rules that judged it. Claims that",
      "pass all options."
    })
final class ExportCommand extends ArchiveCommand {

  private enum Form {
    csv,
    parquet,
    geojson,
    claimreview
  }

  @Option(
      names = "--format",
      required = true,
      description = "${COMPLETION-CANDIDATES} (schema.org, as JSON-LD)")
  private Form form;

  @Mixin private DossierOptions dossiers;

  @Option(names = "--min-score", paramLabel = "N", description = "0 to 100")
  private Integer minScore;

  @Option(names = "--max-score", paramLabel = "N", description = "0 to 100")
  private Integer maxScore;

  @Option(
      names = "--conceal",
      description = {
        "For publishing: replace confidential sources, and what names them, by the pseudonyms that",
        "the service has for them. Without this option whoever reads the output reads the names"
      })
  private boolean conceal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there, once all is written, instead of to standard output")
  private Path out;

  @Mixin private LanguageOption lang;

  @Mixin private NewsroomOption newsroom;

  private Exporting.Wanted wanted;

  @Override
  void check() {
    OptionalInt least = score("--min-score", minScore);
    OptionalInt most = score("--max-score", maxScore);
    if (least.orElse(0) > most.orElse(100)) {
      throw wrong("--min-score is over --max-score. Exchange the two.");
    }
    if (out != null) {
      FilePaths.unwritable(out)
          .ifPresent(
              cause -> {
                throw wrong("Cannot write %s: %s".formatted(out, cause));
              });
    }
    wanted =
        new Exporting.Wanted(
            Word.of(ExportFormat.class, form.name()).orElseThrow(),
            new DossierFilter(
                dossiers.country(),
                dossiers.from().flatMap(Moment::parse),
                dossiers.to().flatMap(Moment::parse),
                new ClaimFilter(dossiers.grades(), least, most)),
            !conceal,
            newsroom.newsroom(),
            lang.language());
  }

  @Override
  int run(CommandArchive archive) {
    Exporting exporting = new Exporting(archive.snapshots(), archive.secret());
    try {
      AtomicInteger leftOut = new AtomicInteger();
      OutputFile.write(out, print -> leftOut.set(exporting.write(wanted, print, asOf -> {})));
      return leftOut.get() == 0
          ? 0
          : failed(
              "Left out, since they no longer fit the contract: %d (dossiers that the log names)."
                      .formatted(leftOut.get())
                  + " All else is written. Send them again as they should be.");
    } catch (CheckedPrint.Unwritten e) {
      return e.nobodyReads() ? 1 : failed("Stopped: " + e.getMessage());
    } catch (IOException e) {
      return failed("Stopped, since a file failed: " + FilePaths.cause(e));
    }
  }

  private OptionalInt score(String option, Integer value) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 0 || value > 100) {
      throw wrong("%s is %d. Expected: 0 to 100".formatted(option, value));
    }
    return OptionalInt.of(value);
  }
}
