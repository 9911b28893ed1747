package org.bilan.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.bilan.batch.InOrder;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Problem;
import org.bilan.importer.Outcome;
import org.bilan.importer.Reading;
import org.bilan.importer.Row;

/**
 * Judges dossier after dossier, on all processors, and shows them in their order. What goes wrong
 * with one is told, and the next is judged.
 *
 * @param <T> what judging a dossier gives
 */
final class Scoring<T> {

  /** Judges one dossier, which was read from JSON. Many threads do so at once. */
  interface Judge<T> {
    T judge(Dossier dossier, byte[] json);
  }

  /** Shows one dossier that was judged. One thread does so. */
  interface Show<T> {
    void show(T judged) throws IOException;
  }

  /** What became of a row: its outcome, and of a dossier its judgement or our fault. */
  private record Result<T>(
      Row row, Outcome outcome, Optional<T> judged, Optional<RuntimeException> fault) {}

  private final Judge<T> judge;
  private final PrintStream errors;
  private final Runnable beforeTelling;
  private final Faults faults;
  private int bad;

  Scoring(Judge<T> judge, PrintStream errors) {
    this(judge, errors, () -> {});
  }

  /** With what has to be done before anything is told, as to clear a line of progress. */
  Scoring(Judge<T> judge, PrintStream errors, Runnable beforeTelling) {
    this.judge = judge;
    this.errors = errors;
    this.faults = new Faults(errors);
    this.beforeTelling = beforeTelling;
  }

  /** How many dossiers were not judged. */
  int failed() {
    return bad + faults.count();
  }

  /** 0 when all were judged, 1 when some are no dossiers, 70 after a fault of ours. */
  int exitCode() {
    return faults.count() > 0 ? Faults.CODE : bad > 0 ? 1 : 0;
  }

  /** Judges what archives hold; - is standard input. */
  void score(List<String> files, Reading reading, Show<T> show) throws IOException {
    try (ArchiveFiles rows = new ArchiveFiles(files, reading)) {
      InOrder.onAllProcessors().run(rows::next, Row::weight, this::judge, r -> tell(r, show));
    }
  }

  private Result<T> judge(Row row) {
    Outcome outcome = null;
    try {
      outcome = row.read();
      return new Result<>(
          row,
          outcome,
          outcome instanceof Outcome.Taken taken
              ? Optional.of(judge.judge(taken.dossier(), taken.json()))
              : Optional.empty(),
          Optional.empty());
    } catch (RuntimeException e) {
      return new Result<>(row, outcome, Optional.empty(), Optional.of(e));
    }
  }

  private void tell(Result<T> result, Show<T> show) throws IOException {
    if (result.fault().isPresent()) {
      beforeTelling.run();
      faults.tell(result.row().place(), result.fault().get());
    } else if (result.outcome() instanceof Outcome.Refused refused) {
      refused.problems().forEach(problem -> tell(result.row().place(), words(problem)));
      bad++;
    } else {
      show.show(result.judged().orElseThrow());
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
