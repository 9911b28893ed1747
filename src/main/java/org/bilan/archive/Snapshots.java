package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.bilan.operation.Traced;

/** Lets all of the archive be read as of one moment, whatever is written meanwhile. */
@Guarded
@ApplicationScoped
@Traced
public class Snapshots {

  private final DataSource database;

  Snapshots(DataSource database) {
    this.database = database;
  }

  /** What is done with a snapshot. */
  public interface Reading {
    void of(Snapshot snapshot) throws IOException;
  }

  /** Reads, in one transaction that changes nothing. */
  public void read(Reading reading) throws IOException {
    try {
      Jdbc.<Void>transaction(
          database,
          connection -> {
            Jdbc.run(connection, "set transaction isolation level repeatable read, read only");
            try {
              reading.of(new Snapshot(connection));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return null;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
