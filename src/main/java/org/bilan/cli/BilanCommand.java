package org.bilan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The top of the command line. A new command is one more class in {@code subcommands}. */
@Command(
    name = "bilan",
    description = "Scores how well casualty claims are supported by what has been reported.",
    footer = {"", "Without a command, serve runs. Help on a command: bilan COMMAND --help"},
    subcommands = {ServeCommand.class, ScoreCommand.class, CheckCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = BilanCommand.Version.class)
public final class BilanCommand implements Callable<Integer> {

  /** The command line, ready to execute. Wrong use gives 2, an exception 1. */
  public static CommandLine commandLine() {
    return new CommandLine(new BilanCommand()).setParameterExceptionHandler(new WrongUse());
  }

  @Override
  public Integer call() {
    return new ServeCommand().call();
  }

  /** Tells the version that Maven wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream in = BilanCommand.class.getResourceAsStream("/bilan.properties")) {
        properties.load(in);
      }
      return new String[] {"bilan " + properties.getProperty("version")};
    }
  }
}
