package org.bilan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bilan.assessment.Assessment;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Problem;
import org.jboss.logging.Logger;

/** Judges dossier after dossier. What goes wrong with one is told, and the next is judged. */
final class Scoring {

  private static final Logger LOG = Logger.getLogger(Scoring.class);

  /** Judges one dossier. */
  interface Judge {
    Assessment judge(Dossier dossier);
  }

  /** Shows one dossier that was judged. */
  interface Show {
    void show(Dossier dossier, Assessment assessment) throws IOException;
  }

  private final Judge judge;
  private final PrintStream errors;
  private int bad;
  private int faults;

  Scoring(Judge judge, PrintStream errors) {
    this.judge = judge;
    this.errors = errors;
  }

  /** How many inputs are no dossier. */
  int bad() {
    return bad;
  }

  /** How many dossiers were not judged by a fault of ours. */
  int faults() {
    return faults;
  }

  /** Judges what files hold; - is standard input. */
  void score(List<String> files, Show show) throws IOException {
    for (String file : files) {
      InputStream stream = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
      try (DossierInput input = new DossierInput(stream, file)) {
        byte[] json = input.next();
        if (json == null) {
          tell(place(file, input), "no dossier");
          bad++;
        }
        for (; json != null; json = input.next()) {
          score(json, place(file, input), show);
        }
      }
    }
  }

  private static String place(String file, DossierInput input) {
    String name = file.equals("-") ? "standard input" : file;
    return input.lines() ? name + ":" + input.line() : name;
  }

  private void score(byte[] json, String place, Show show) throws IOException {
    Dossier dossier;
    try {
      dossier = DossierReader.read(json);
    } catch (InvalidDossier e) {
      e.problems().forEach(problem -> tell(place, words(problem)));
      bad++;
      return;
    }
    Assessment assessment;
    try {
      assessment = judge.judge(dossier);
    } catch (RuntimeException e) {
      tell(place, "internal fault: the fault is Bilan's, not the dossier's. The log tells more.");
      LOG.errorf(e, "Internal fault at %s", Terminal.safe(place));
      faults++;
      return;
    }
    show.show(dossier, assessment);
  }

  private static String words(Problem problem) {
    return problem.code().equals("json.syntax")
        ? problem + " An input is one dossier a line (JSON Lines), or one JSON document a file."
        : problem.toString();
  }

  private void tell(String place, String what) {
    errors.println(Terminal.safe(place + ": " + what));
  }
}
