package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bilan.archive.CommandArchive;
import org.bilan.pictures.InvalidKnown;
import org.bilan.pictures.KnownImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a list of known pictures. */
@Command(
    name = "known",
    description = {
      "Remembers pictures of a list, with when and where they were seen: one that comes again is known.",
      "A table (CSV) with the columns hash (64 hexadecimal digits, the fingerprint that examine prints),",
      "date (2019-05-01, or with a time and its offset), and perhaps place, url and note. If a row is bad,",
      "nothing is kept; what was imported before is not kept again."
    })
final class KnownCommand extends ArchiveCommand {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The list")
  private Path file;

  @Mixin private LanguageOption lang;

  private final ProgressLine progress = new ProgressLine();

  @Override
  void check() {
    lang.language();
    FilePaths.check(spec, List.of(file.toString()), null);
  }

  @Override
  int run(CommandArchive archive) {
    PictureWords words = new PictureWords(lang.language());
    LastWords interrupted =
        new LastWords(() -> System.err.println(words.text("known.interrupted")));
    try {
      KnownImport.Imported imported =
          new KnownImport(archive.appearances())
              .run(
                  () -> Files.newInputStream(file),
                  actor(),
                  rows -> progress.show("%s ", words.counted("known.progress", rows)));
      progress.end();
      System.out.println(words.counted("known.imported", imported.rows(), imported.added()));
      return 0;
    } catch (InvalidKnown e) {
      e.problems().forEach(problem -> failed(file + ": " + problem.sentence(lang.language())));
      return failed(words.text("known.refused", file));
    } catch (IOException e) {
      return failed(file + ": " + FilePaths.cause(e));
    } finally {
      progress.end();
      interrupted.forgone();
    }
  }
}
