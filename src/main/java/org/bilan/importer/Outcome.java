package org.bilan.importer;

import java.util.List;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Problem;

/** What became of one row. */
public sealed interface Outcome {

  /**
   * It is a dossier.
   *
   * @param json the dossier as JSON, as it was given or made of a row
   * @param notes what was odd in the row and what was made of it; the advice says that
   */
  record Taken(Dossier dossier, byte[] json, List<Problem> notes) implements Outcome {

    /** The dossier as JSON on one line, without its end: as it was given, if that is a line. */
    public byte[] line() {
      return JsonLine.of(json);
    }
  }

  /**
   * It is none.
   *
   * @param record what the row calls itself, or empty
   * @param problems all of them
   */
  record Refused(String record, List<Problem> problems) implements Outcome {

    static Refused of(String code, String found, String expected, String advice) {
      return new Refused("", List.of(new Problem(code, "", found, expected, advice)));
    }
  }
}
