package org.bilan.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.bilan.importer.ArchiveInput;
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
      throw new IOException(name + ": " + e.getMessage(), e);
    }
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
