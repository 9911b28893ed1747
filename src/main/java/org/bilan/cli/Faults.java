package org.bilan.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;

/** Faults of ours in the midst of much work: told, and the work goes on. */
final class Faults {

  /** The exit code after one, as EX_SOFTWARE of sysexits.h. */
  static final int CODE = 70;

  private final PrintStream errors;
  private final Set<String> traced = new HashSet<>();
  private int told;

  Faults(PrintStream errors) {
    this.errors = errors;
  }

  /** How many there were. */
  int count() {
    return told;
  }

  /** With its trace, here where nobody configures a log; the same fault again without. */
  void tell(String place, RuntimeException e) {
    told++;
    errors.println(
        Terminal.safe(
            place
                + ": internal fault: the fault is Bilan's, not the dossier's. Please report it."));
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    StackTraceElement[] frames = e.getStackTrace();
    if (traced.add(e.getClass() + (frames.length == 0 ? "" : " " + frames[0]))) {
      trace.toString().lines().forEach(line -> errors.println("  " + Terminal.safe(line)));
    }
  }
}
