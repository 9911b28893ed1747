package org.bilan.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.bilan.importer.Outcome;

/**
 * Where imported dossiers go.
 *
 * @param <R> what is made of each, to be put there
 */
interface Destination<R> {

  /** Makes of a dossier what is put there. Many threads may do so at once. */
  R make(Outcome.Taken taken);

  /** Puts it there. One thread does so, in the dossiers' order. */
  void put(R made) throws IOException;

  /** Puts there what still waits. */
  default void end() throws IOException {}

  /** To a file of JSON Lines. */
  static Destination<byte[]> lines(PrintStream print) {
    return new Destination<>() {
      @Override
      public byte[] make(Outcome.Taken taken) {
        return taken.line();
      }

      @Override
      public void put(byte[] line) {
        print.writeBytes(line);
        print.write('\n');
      }
    };
  }
}
