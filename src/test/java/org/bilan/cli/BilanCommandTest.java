package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BilanCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("bilan \\d+\\.\\d+.*\\R");
  }

  @Test
  void helpNamesTheCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("serve");
  }

  /** A text that cannot be formatted, as of a single percent sign, is told on standard error. */
  @Test
  void theHelpOfEachCommandIsWhole() {
    BilanCommand.commandLine()
        .getSubcommands()
        .keySet()
        .forEach(
            command -> {
              Cli help = Cli.run(command, "--help");
              assertThat(help.err()).as(command).isEmpty();
              assertThat(help.text()).as(command).contains("Usage: bilan " + command);
            });
  }

  @Test
  void wrongUseExitsWith2AndSaysWhatIsWrong() {
    assertThat(run("serve", "--prot", "8080")).isEqualTo(2);
    assertThat(err.toString()).contains("--prot");
    assertThat(run("serv")).isEqualTo(2);
    assertThat(err.toString()).contains("serve");
  }

  private int run(String... args) {
    CommandLine line = BilanCommand.commandLine();
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }
}
