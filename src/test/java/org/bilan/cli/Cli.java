package org.bilan.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * A command as a person runs it, without a process of its own.
 *
 * @param code the exit code
 */
record Cli(int code, byte[] out, String err) {

  static Cli run(String... arguments) {
    return run(new byte[0], arguments);
  }

  static Cli run(byte[] standardInput, String... arguments) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Cli run = run(standardInput, new PrintStream(written, true, StandardCharsets.UTF_8), arguments);
    return new Cli(run.code(), written.toByteArray(), run.err());
  }

  /** With another standard output; what is written there is not in the answer. */
  static Cli run(byte[] standardInput, PrintStream standardOutput, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setIn(new ByteArrayInputStream(standardInput));
    System.setOut(standardOutput);
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = BilanCommand.commandLine();
      line.setOut(new PrintWriter(System.out, true)).setErr(new PrintWriter(System.err, true));
      int code = line.execute(arguments);
      System.out.flush();
      return new Cli(code, new byte[0], errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  String text() {
    return new String(out, StandardCharsets.UTF_8);
  }
}
