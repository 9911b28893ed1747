package org.bilan;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bilan.cli.BilanCommand;
import org.bilan.cli.CheckedPrint;

/** Where the JVM enters. Only the command {@code serve} starts Quarkus. */
@QuarkusMain
public final class Main {

  // Held: the log manager drops loggers that nobody refers to, and their levels with them.
  private static final Logger OWN_LOGGER = Logger.getLogger("org.bilan");

  Main() {}

  /** Runs the command line and exits: 0 fine, 1 failed or bad input, 2 wrong use. */
  public static void main(String... args) {
    // Names and sentences are UTF-8, whatever the locale of the terminal or of a pipe.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    // Messages wait until serve configures logging; of those that libraries write, only warnings
    // are worth that. Other commands print none: what a person must know they say themselves.
    Logger.getLogger("").setLevel(Level.WARNING);
    OWN_LOGGER.setLevel(Level.INFO);
    // Malformed addresses are refused by org.bilan.rest, which says why; Quarkus would not.
    System.setProperty("vertx.disableURIValidation", "true");
    // So that org.bilan.operation can tell how many threads are busy; read when the pool is made.
    System.setProperty("jboss.threads.eqe.statistics.active-count", "true");
    System.exit(BilanCommand.commandLine().execute(args));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return CheckedPrint.to(new FileOutputStream(descriptor), true);
  }
}
