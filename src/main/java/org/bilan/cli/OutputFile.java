package org.bilan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.bilan.importer.Packing;

/**
 * A file that is written whole or not at all: whoever reads it never finds half of it under its
 * name, whatever ends the work. The part is written beside it, under a name of this process, and
 * goes with it. One whose name ends so is packed as gzip ({@code .gz}) or Zstandard ({@code .zst}).
 */
final class OutputFile {

  /** What writes the file's content. */
  interface Content {
    void write(PrintStream print) throws IOException;
  }

  /**
   * Writes where somebody wants it, and tells when that fails.
   *
   * @param out null for standard output
   */
  static void write(Path out, Content content) throws IOException {
    String name = out == null ? "standard output" : out.toString();
    Content checked =
        print -> {
          content.write(print);
          CheckedPrint.check(print, name);
        };
    if (out == null) {
      checked.write(System.out);
    } else {
      new OutputFile(out).write(checked);
    }
  }

  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  private static final int MOST_LINKS = 40;

  /** Where Linux and macOS show the open files of a process. */
  private static final Pattern DESCRIPTORS = Pattern.compile("/proc/.*/fd|/dev/fd");

  private final Path target;
  private final Path part;

  /** Follows a link to what it names, also to what is not there yet, rather than to replace it. */
  OutputFile(Path file) {
    this.target = followed(file).toAbsolutePath();
    this.part =
        target.resolveSibling(
            ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid()));
  }

  /**
   * Where a file is written. What leads to an open file of this process, as {@code /dev/stdout}
   * does, has no other name: what it shows may be a pipe, or a file that is gone.
   */
  static Path followed(Path file) {
    try {
      Path end = file;
      for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(end) && !descriptor(end); i++) {
        end = end.resolveSibling(Files.readSymbolicLink(end));
      }
      return Files.isRegularFile(end) && !descriptor(end) ? end.toRealPath() : end;
    } catch (IOException e) {
      return file;
    }
  }

  private static boolean descriptor(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null
        && Files.isDirectory(folder)
        && DESCRIPTORS.matcher(folder.toRealPath().toString()).matches();
  }

  void write(Content content) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target) || descriptor(target)) {
      // A device, a pipe or an open file is written to; to replace it would be a mishap.
      print(Files.newOutputStream(target, StandardOpenOption.APPEND), content);
      return;
    }
    LastWords interrupted = new LastWords(this::discard);
    try {
      print(open(), content);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      discard();
      interrupted.forgone();
    }
  }

  private void print(OutputStream out, Content content) throws IOException {
    OutputStream packed = Packing.of(target.toString()).pack(out);
    try (PrintStream print = CheckedPrint.to(packed, false)) {
      content.write(print);
      CheckedPrint.check(print, target.toString());
      // Its last bytes too must be written: what a print stream's own end fails of is not told.
      packed.close();
    }
  }

  /** The part, from its first byte on open to those only to whom the file is that it replaces. */
  private OutputStream open() throws IOException {
    if (!Files.exists(target)
        || !target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.newOutputStream(part);
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
    SeekableByteChannel channel =
        Files.newByteChannel(part, ANEW, PosixFilePermissions.asFileAttribute(permissions));
    // Neither the umask nor a file that was there already has a say.
    Files.setPosixFilePermissions(part, permissions);
    return Channels.newOutputStream(channel);
  }

  private void discard() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It is a hidden file that nobody takes for the whole.
    }
  }
}
