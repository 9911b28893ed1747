package org.bilan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.bilan.export.About;
import org.bilan.export.ExportFormat;
import org.bilan.export.ExportWriter;
import org.bilan.export.ExportedClaim;

/** Shows dossiers that were judged as an export: a row or an entry for each claim. */
final class JudgedExport implements Scoring.Show<Judged> {

  private final PrintStream print;
  private final String name;
  private final ExportWriter export;

  /**
   * Begins it.
   *
   * @param name of what is printed to, for people
   */
  JudgedExport(ExportFormat format, About about, PrintStream print, String name)
      throws IOException {
    this.print = print;
    this.name = name;
    this.export = format.writer(print, about);
  }

  /** Nobody has graded a claim here; it is reviewed as of when its reports end. */
  @Override
  public void show(Judged judged) throws IOException {
    for (ExportedClaim claim :
        ExportedClaim.of(
            judged.dossier(), judged.assessment(), Map.of(), judged.assessment().asOf())) {
      export.write(claim);
    }
    // A whole archive is not judged for nobody.
    CheckedPrint.check(print, name);
  }

  void end() throws IOException {
    // What could not be judged is told beside it.
    export.end(0);
  }
}
