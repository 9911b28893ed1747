package org.bilan.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command in a line or two: the whole usage would bury it. */
final class WrongUse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Terminal.safe(wrong.getMessage()));
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.printf("Help: %s --help%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }
}
