package org.bilan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.archive.Backup;
import org.bilan.archive.BackupManifest;
import org.bilan.archive.BackupRefused;
import org.bilan.archive.CommandArchive;
import org.bilan.ledger.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the archive into a file. */
@Command(
    name = "backup",
    description = "Copies the archive into a file, also while the service runs.",
    footer = {
      "",
      "The file holds all dossiers, logins and the ledger, as of one moment: keep it like the archive.",
      "It does not hold BILAN_SECRET (or the file secret of BILAN_HOME), without which nobody can",
      "restore it: keep that too, elsewhere.",
      "Exit code: 0 made, 1 failed, 2 wrong use."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to write")
  private Path named;

  @Option(names = "--force", description = "Replace FILE if it is there")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    FilePaths.unwritable(named).ifPresent(this::refuse);
    Path target = OutputFile.followed(named).toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      refuse("it is no file. Name one.");
    }
    if (Files.exists(target) && !force) {
      refuse("it is there already. Name another file, or add --force to replace it.");
    }
    return BackupFailure.told(() -> backUp(target));
  }

  private void refuse(String cause) {
    throw new ParameterException(spec.commandLine(), "Cannot write %s: %s".formatted(named, cause));
  }

  private void backUp(Path target) throws IOException, BackupRefused {
    CommandArchive archive = CommandArchive.open(System::getenv);
    Path part =
        target.resolveSibling(
            ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid()));
    Thread interrupted = new Thread(() -> part.toFile().delete());
    Runtime.getRuntime().addShutdownHook(interrupted); // Ctrl-C ends the JVM without any finally
    try {
      Backup backup = new Backup(archive);
      MessageDigest digest = DigestUtils.getSha256Digest();
      BackupManifest manifest;
      ProgressLine progress = new ProgressLine();
      Files.deleteIfExists(part);
      try (FileChannel file =
              FileChannel.open(
                  part,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")));
          OutputStream out =
              new BufferedOutputStream(
                  new DigestOutputStream(Channels.newOutputStream(file), digest), 1 << 16)) {
        manifest = backup.write(out, BilanCommand.version(), progress);
        out.flush();
        file.force(true);
      } finally {
        progress.end();
      }
      backup.trace(manifest, HexFormat.of().formatHex(digest.digest()), Actor.commandLine());
      move(part, target);
      System.out.println(summary(target, manifest));
      if (archive.pictureFiles().anyInFolder()) {
        System.out.println(
            "It does not hold the originals of pictures that are in the folder of BILAN_PICTURES_FOLDER:"
                + " copy that too, now.");
      }
    } finally {
      Files.deleteIfExists(part);
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }

  private void move(Path part, Path target) throws IOException {
    if (force) {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } else {
      try {
        Files.move(part, target);
      } catch (FileAlreadyExistsException meanwhile) {
        throw new IOException(
            target + " has been made meanwhile. Name another file, or add --force to replace it.");
      }
    }
    try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException notHere) {
      // Some systems cannot; then the name is as safe as any other.
    }
  }

  static String summary(Path file, BackupManifest manifest) {
    return "%s: %d dossiers, %d assessments, %d people, ledger to entry %d (%s)%s"
        .formatted(
            Terminal.safe(file.toString()),
            manifest.rows("dossier"),
            manifest.rows("assessment"),
            manifest.rows("person"),
            manifest.ledger().number(),
            manifest.ledger().hash(),
            manifest.ledger().intact()
                ? ""
                : ". That ledger was not intact: run bilan ledger verify");
  }
}
