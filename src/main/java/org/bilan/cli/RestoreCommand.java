package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bilan.archive.BackupFile;
import org.bilan.archive.BackupRefused;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.Restore;
import org.bilan.ledger.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup into an empty archive. */
@Command(
    name = "restore",
    description = "Puts a backup into an empty archive.",
    footer = {
      "",
      "The archive is that of BILAN_HOME or DATABASE_URL; its tables are made if need be. It needs the",
      "secret of the archive that was backed up: in BILAN_SECRET, or as the file secret in BILAN_HOME.",
      "Whatever came after the backup is unknown again: put out anew whom you have put out since.",
      "Exit code: 0 restored, 1 refused or failed and nothing changed, 2 wrong use."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "What bilan backup has made")
  private Path file;

  @Option(names = "--force", description = "Replace all of an archive that is not empty")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    FilePaths.unreadable(file)
        .ifPresent(
            cause -> {
              throw new ParameterException(
                  spec.commandLine(), "Cannot read %s: %s".formatted(file, cause));
            });
    return BackupFailure.told(this::restore);
  }

  private void restore() throws IOException, BackupRefused {
    ProgressLine progress = new ProgressLine();
    try {
      // Before the archive is opened, which would make one.
      try (BackupFile backup =
          BackupFile.checked(file, CommandArchive.secret(System::getenv), progress)) {
        CommandArchive archive = CommandArchive.open(System::getenv);
        new Restore(archive, backup).run(force, Actor.commandLine(), progress);
        progress.end();
        System.out.println(
            "Restored into %s from %s"
                .formatted(
                    Terminal.safe(archive.place()),
                    BackupCommand.summary(file, backup.manifest())));
      }
    } finally {
      progress.end();
    }
  }
}
