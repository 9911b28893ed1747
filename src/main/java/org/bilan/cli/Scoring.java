package org.bilan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Problem;

/**
 * Judges dossier after dossier. What goes wrong with one is told, and the next is judged.
 *
 * @param <T> what judging a dossier gives
 */
final class Scoring<T> {

  /** As EX_SOFTWARE of sysexits.h. */
  private static final int FAULT = 70;

  /** Judges one dossier, which was read from JSON. */
  interface Judge<T> {
    T judge(Dossier dossier, byte[] json);
  }

  /** Shows one dossier that was judged. */
  interface Show<T> {
    void show(T judged) throws IOException;
  }

  private final Judge<T> judge;
  private final PrintStream errors;
  private final Runnable beforeTelling;
  private final Set<String> traced = new HashSet<>();
  private int bad;
  private int faults;

  Scoring(Judge<T> judge, PrintStream errors) {
    this(judge, errors, () -> {});
  }

  /** With what has to be done before anything is told, as to clear a line of progress. */
  Scoring(Judge<T> judge, PrintStream errors, Runnable beforeTelling) {
    this.judge = judge;
    this.errors = errors;
    this.beforeTelling = beforeTelling;
  }

  /** How many dossiers were not judged. */
  int failed() {
    return bad + faults;
  }

  /** 0 when all were judged, 1 when some are no dossiers, 70 after a fault of ours. */
  int exitCode() {
    return faults > 0 ? FAULT : bad > 0 ? 1 : 0;
  }

  /** Judges what files hold; - is standard input. */
  void score(List<String> files, Show<T> show) throws IOException {
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

  private void score(byte[] json, String place, Show<T> show) throws IOException {
    Dossier dossier;
    try {
      dossier = DossierReader.read(json);
    } catch (InvalidDossier e) {
      e.problems().forEach(problem -> tell(place, words(problem)));
      bad++;
      return;
    }
    T judged;
    try {
      judged = judge.judge(dossier, json);
    } catch (RuntimeException e) {
      fault(place, e);
      faults++;
      return;
    }
    show.show(judged);
  }

  /** With its trace, here where nobody configures a log; the same fault again without. */
  private void fault(String place, RuntimeException e) {
    tell(place, "internal fault: the fault is Bilan's, not the dossier's. Please report it.");
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    StackTraceElement[] frames = e.getStackTrace();
    if (traced.add(e.getClass() + (frames.length == 0 ? "" : " " + frames[0]))) {
      trace.toString().lines().forEach(line -> errors.println("  " + Terminal.safe(line)));
    }
  }

  private static String words(Problem problem) {
    return problem.code().equals("json.syntax")
        ? problem + " An input is one dossier a line (JSON Lines), or one JSON document a file."
        : problem.toString();
  }

  private void tell(String place, String what) {
    beforeTelling.run();
    errors.println(Terminal.safe(place + ": " + what));
  }
}
