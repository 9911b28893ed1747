package org.bilan.pictures;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bilan.archive.Appearance;
import org.bilan.archive.Appearances;
import org.bilan.ledger.Actor;

/**
 * Imports lists of known pictures. A list is read twice: nothing is kept of one with a problem.
 * What was imported before is not kept again, so that an import that was interrupted is simply run
 * again.
 */
@Singleton
public final class KnownImport {

  /** Rows of a transaction: while it writes, nobody else adds appearances. */
  private static final int CHUNK = 20_000;

  private final Appearances appearances;

  public KnownImport(Appearances appearances) {
    this.appearances = appearances;
  }

  /** A list, which can be read more than once. */
  public interface Source {
    InputStream open() throws IOException;
  }

  /** Is told how many rows are kept so far. */
  public interface Progress {
    void at(long rows);
  }

  /**
   * What came of a list.
   *
   * @param rows that it has
   * @param added those that were not known before
   */
  public record Imported(long rows, long added) {}

  /**
   * Imports a list.
   *
   * @throws InvalidKnown with all problems; then nothing of it is kept
   */
  public Imported run(Source list, Actor actor, Progress progress)
      throws InvalidKnown, IOException {
    try (InputStream in = list.open()) {
      KnownPictures.read(in, known -> {});
    }
    Chunks chunks = new Chunks(actor, progress);
    try (InputStream in = list.open()) {
      long rows = KnownPictures.read(in, chunks);
      chunks.keep();
      return new Imported(rows, chunks.added);
    }
  }

  private final class Chunks implements KnownPictures.Each {
    private final Actor actor;
    private final Progress progress;
    private final List<Appearance> chunk = new ArrayList<>(CHUNK);
    private long kept;
    private long added;

    Chunks(Actor actor, Progress progress) {
      this.actor = actor;
      this.progress = progress;
    }

    @Override
    public void take(Appearance known) {
      chunk.add(known);
      if (chunk.size() == CHUNK) {
        keep();
      }
    }

    void keep() {
      if (!chunk.isEmpty()) {
        added += appearances.add(chunk, actor);
        kept += chunk.size();
        chunk.clear();
        progress.at(kept);
      }
    }
  }
}
