package org.bilan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bilan.dossier.Dossier;
import org.bilan.importer.Reading;
import org.bilan.records.GradedDossiers;
import org.bilan.records.Past;
import org.bilan.records.PastJson;

/**
 * Dossiers of an archive with what was known of their sources. The archive is read twice: what of a
 * dossier is kept meanwhile are its incident's id and day, and its sources.
 */
final class RecordsInto {

  /** A dossier as it is read the second time. */
  private record Again(Past.Asked asked, byte[] json) {}

  private final List<String> files;
  private final Reading reading;
  private final GradedDossiers archive;
  private final List<Past.Asked> asked = new ArrayList<>();

  RecordsInto(List<String> files, Reading reading, GradedDossiers archive) {
    this.files = files;
    this.reading = reading;
    this.archive = archive;
  }

  /** Takes the next dossier that is read the first time. */
  void ask(Dossier dossier) {
    asked.add(archive.ask(dossier));
  }

  /**
   * Reads the archive once more, as it was read: what is bad in it has been told.
   *
   * @throws IOException also when it does not hold the same dossiers in the same order
   */
  void write(PrintStream print) throws IOException {
    Iterator<Past.Asked> before = asked.iterator();
    Iterator<Past> past = archive.before(asked).iterator();
    new Scoring<>(
            (dossier, json) -> new Again(archive.ask(dossier), json),
            new PrintStream(OutputStream.nullOutputStream()))
        .score(
            files,
            reading,
            again -> {
              if (!before.hasNext() || !before.next().equals(again.asked())) {
                throw changed(again.asked().incident());
              }
              print.write(PastJson.into(again.json(), past.next()));
              print.write('\n');
            });
    if (before.hasNext()) {
      throw changed(before.next().incident());
    }
  }

  private static IOException changed(String incident) {
    return new IOException(
        ("the archive has changed while it was read: incident %s is not where it was, or not the"
                + " same. Nothing was written; run it again when nobody writes the archive.")
            .formatted(incident));
  }
}
