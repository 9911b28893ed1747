package org.bilan.cli;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bilan.access.Logins;
import org.bilan.access.Passwords;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.LastAdmin;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;
import org.bilan.ledger.Actor;
import org.bilan.people.Person;
import org.bilan.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that works with the archive of the environment. Whoever may read its secret on this
 * machine is trusted with it; the ledger says who of the operating system's users that was.
 */
@Command(
    footerHeading = "%n",
    footer = {
      "The archive is that of the service: DATABASE_URL with BILAN_SECRET, or the embedded one in",
      "BILAN_HOME (~/.bilan). A service may run meanwhile; what is changed counts at once.",
      "Exit code: 0 done, 1 not done (with the reason), 2 wrong use."
    },
    mixinStandardHelpOptions = true)
abstract class ArchiveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Does it. Returns the exit code. */
  abstract int run(CommandArchive archive);

  /** Looks at what was given, before the archive is opened for it. */
  void check() {}

  @Override
  public final Integer call() {
    check();
    try {
      return run(CommandArchive.begun(System::getenv));
    } catch (PreventFurtherStepsException reason) {
      return failed(reason.getMessage());
    } catch (LastAdmin last) {
      return failed(last.getMessage());
    } catch (ArchiveFailure failure) {
      return failed("The archive did not do it: " + failure.getMessage());
    }
  }

  static int failed(String why) {
    System.err.println(Terminal.safe(why));
    return 1;
  }

  static Logins logins(CommandArchive archive) {
    return new Logins(archive.people(), archive.tokens(), new Passwords(), name -> {});
  }

  static Actor actor() {
    return Actor.commandLine();
  }

  ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  String name(String given) {
    if (!Person.NAME.matcher(given).matches()) {
      throw wrong("'%s' is no login's name. Expected: %s".formatted(given, Person.NAME_FORM));
    }
    return given;
  }

  Set<Role> roles(String... given) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : given) {
      roles.add(
          Word.of(Role.class, word)
              .orElseThrow(
                  () ->
                      wrong(
                          "'%s' is no role. Roles: %s. %s"
                              .formatted(
                                  word,
                                  String.join(", ", Role.words()),
                                  Suggestion.advice(word, Role.words(), "")))));
    }
    return roles;
  }

  /** The password from standard input, if that was asked for. */
  Optional<String> password(boolean fromInput, String name) {
    if (!fromInput) {
      return Optional.empty();
    }
    try {
      // Not closed: it is not ours.
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      String password = line == null ? "" : line;
      String fault = Passwords.fault(password, name);
      if (fault != null) {
        throw wrong("Standard input holds no password that is taken. Expected: " + fault);
      }
      return Optional.of(password);
    } catch (IOException e) {
      throw wrong("Standard input cannot be read: " + e.getMessage());
    }
  }

  /** Prints rows in columns. */
  static void table(String[] head, Iterable<String[]> rows) {
    int[] widths = Arrays.stream(head).mapToInt(String::length).toArray();
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    line(head, widths);
    rows.forEach(row -> line(row, widths));
  }

  private static void line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String cell = Terminal.safe(row[i]);
      line.append(cell);
      if (i < row.length - 1) {
        line.append(" ".repeat(Math.max(2, widths[i] - cell.length() + 2)));
      }
    }
    System.out.println(line);
  }

  static String words(Set<Role> roles) {
    return String.join(" ", roles.stream().sorted().map(Role::word).toList());
  }
}
