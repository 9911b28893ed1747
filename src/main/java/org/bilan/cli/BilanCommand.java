package org.bilan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The top of the command line. A new command is one more class in {@code subcommands}. */
@Command(
    name = "bilan",
    description = "Scores how well casualty claims are supported by what has been reported.",
    footer = {"", "Without a command, serve runs. Help on a command: bilan COMMAND --help"},
    subcommands = {
      ServeCommand.class,
      ScoreCommand.class,
      CheckCommand.class,
      DiffCommand.class,
      ImpactCommand.class,
      EvaluateCommand.class,
      FitCommand.class,
      RecordsCommand.class,
      RescoreCommand.class,
      ImportCommand.class,
      ExamineCommand.class,
      KnownCommand.class,
      ReexamineCommand.class,
      UserCommand.class,
      TokenCommand.class,
      LedgerCommand.class,
      ExportCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = BilanCommand.Version.class)
public final class BilanCommand implements Callable<Integer> {

  /** The command line, ready to execute. Wrong use gives 2, an exception 1. */
  public static CommandLine commandLine() {
    return new CommandLine(new BilanCommand())
        .setParameterExceptionHandler(new WrongUse())
        .setExecutionStrategy(BilanCommand::printed);
  }

  /** Runs the command; what a person or a script did not get to read has failed. */
  private static int printed(ParseResult command) {
    int code = new CommandLine.RunLast().execute(command);
    try {
      CheckedPrint.check(System.out, "standard output");
      return code;
    } catch (CheckedPrint.Unwritten e) {
      if (code == 0 && !e.nobodyReads()) {
        System.err.println("Stopped: " + Terminal.safe(e.getMessage()));
      }
      return code == 0 ? 1 : code;
    }
  }

  @Override
  public Integer call() {
    // Not called by hand: its options have defaults, which the command line fills in.
    return commandLine().execute("serve");
  }

  /** The version of this Bilan. */
  static String version() throws IOException {
    return new Version().getVersion()[0].replace("bilan ", "");
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
