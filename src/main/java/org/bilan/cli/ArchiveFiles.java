package org.bilan.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.bilan.importer.ArchiveInput;
import org.bilan.importer.Packing;
import org.bilan.importer.Reading;
import org.bilan.importer.Row;

/** The rows of several archives, one after the other; - is standard input. */
final class ArchiveFiles implements AutoCloseable {

  private final Iterator<String> files;
  private final Reading reading;
  private String name;
  private ArchiveInput open;

  ArchiveFiles(List<String> files, Reading reading) {
    this.files = files.iterator();
    this.reading = reading;
  }

  /**
   * The next row, or null after the last file.
   *
   * @throws IOException when a file cannot be read on, which it names
   */
  Row next() throws IOException {
    try {
      while (open != null || files.hasNext()) {
        if (open == null) {
          open(files.next());
        }
        Row next = open.next();
        if (next != null) {
          return next;
        }
        close();
      }
      return null;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(name + ": " + why(e), e);
    }
  }

  /**
   * Looks whether packed files are whole, before anything is made of them: that stands at their
   * ends. Pipes can be read once only.
   */
  static void check(List<String> files) throws IOException {
    for (String file : files) {
      Path path = Path.of(file);
      if (!file.equals("-") && Files.isRegularFile(path)) {
        try {
          Packing.check(path);
        } catch (FileSystemException e) {
          throw e;
        } catch (IOException e) {
          throw new IOException(file + ": " + why(e), e);
        }
      }
    }
  }

  /** What the libraries that unpack say is short, or nothing. */
  private static String why(IOException e) {
    String said = String.valueOf(e.getMessage());
    if (e instanceof EOFException || said.contains("Truncated")) {
      return "it ends too early: fetch or copy it again";
    }
    if (said.contains("too much memory")) {
      return "it needs too much memory to be unpacked: pack it again, without --long";
    }
    return said;
  }

  private void open(String file) throws IOException {
    boolean standard = file.equals("-");
    name = standard ? "standard input" : file;
    open =
        ArchiveInput.open(
            standard ? System.in : Files.newInputStream(Path.of(file)), name, reading);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
