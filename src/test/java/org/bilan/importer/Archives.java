package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Dossier;

/** Archives read to their end. */
final class Archives {

  private Archives() {}

  /** A row's place and what became of it. */
  record Read(String place, Outcome outcome) {

    Outcome.Taken taken() {
      assertThat(outcome).as(place).isInstanceOf(Outcome.Taken.class);
      return (Outcome.Taken) outcome;
    }

    Dossier dossier() {
      return taken().dossier();
    }

    /** The codes and places of all problems, or of all notes. */
    List<String> codes() {
      return (outcome instanceof Outcome.Refused refused ? refused.problems() : taken().notes())
          .stream().map(problem -> problem.code() + " " + problem.pointer()).toList();
    }

    boolean refused() {
      return outcome instanceof Outcome.Refused;
    }
  }

  static List<Read> read(String text, String file) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), file, Reading.AS_FOUND);
  }

  static List<Read> read(byte[] bytes, String file, Reading reading) throws IOException {
    return read(new ByteArrayInputStream(bytes), file, reading);
  }

  static List<Read> read(InputStream stream, String file, Reading reading) throws IOException {
    List<Read> all = new ArrayList<>();
    try (ArchiveInput input = ArchiveInput.open(stream, file, reading)) {
      for (Row row = input.next(); row != null; row = input.next()) {
        all.add(new Read(row.place(), row.read()));
      }
    }
    return all;
  }
}
