package org.bilan.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.archive.CommandArchive;
import org.bilan.people.Person;
import org.bilan.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Manages logins. */
@Command(
    name = "user",
    description = "Manages who may log in, and as what.",
    footer = {
      "",
      "Roles: reader reads and judges; reporter writes dossiers; editor drafts rules and overrides",
      "grades; approver approves them; operator runs and imports; admin manages logins and reads the",
      "ledger; confidant sees the names of confidential sources. None includes another; all may read.",
      "Nobody is deleted, so that what they did keeps its name: disable lets them in no more."
    },
    subcommands = {
      UserCommand.Add.class,
      UserCommand.Show.class,
      UserCommand.Roles.class,
      UserCommand.Password.class,
      UserCommand.Disable.class,
      UserCommand.Enable.class
    },
    mixinStandardHelpOptions = true)
final class UserCommand {

  private static final String NOBODY = "There is no login of the name %s. See: bilan user list";

  @Command(name = "add", description = "Adds a login.")
  static final class Add extends ArchiveCommand {
    @Parameters(paramLabel = "NAME", description = Person.NAME_FORM)
    private String name;

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        description = "A role; may be given several times. Default: reader")
    private String[] roles = {Role.Named.READER};

    @Option(
        names = "--password-stdin",
        description = "Read the password from standard input, instead of generating one")
    private boolean fromInput;

    @Option(
        names = "--no-password",
        description = "For who enters by token, or by a proxy that vouches for them")
    private boolean none;

    private Set<Role> granted;

    @Override
    void check() {
      name(name);
      granted = roles(roles);
      if (none && fromInput) {
        throw wrong("--no-password and --password-stdin exclude each other.");
      }
    }

    @Override
    int run(CommandArchive archive) {
      Optional<String> given = password(fromInput, name);
      Optional<String> password = Optional.empty();
      boolean added;
      if (none) {
        added = logins(archive).addWithoutPassword(name, granted, actor());
      } else {
        password = logins(archive).add(name, granted, given, actor());
        added = password.isPresent();
      }
      if (!added) {
        return failed(
            "There is a login of the name %s already. To change it: bilan user roles, bilan user password"
                .formatted(name));
      }
      System.out.printf("%s may log in, as: %s%n", name, words(granted));
      if (given.isEmpty() && !none) {
        System.out.printf("password  %s   (shown this once)%n", password.get());
      }
      return 0;
    }
  }

  @Command(name = "list", description = "Lists all logins.")
  static final class Show extends ArchiveCommand {
    @Override
    int run(CommandArchive archive) {
      List<String[]> rows =
          logins(archive).people().stream()
              .map(
                  person ->
                      new String[] {
                        person.name(),
                        person.disabled() ? "disabled" : "enabled",
                        words(person.roles()),
                        person.createdAt().toString()
                      })
              .toList();
      table(new String[] {"name", "state", "roles", "since"}, rows);
      return 0;
    }
  }

  @Command(name = "roles", description = "Gives a login these roles and no others.")
  static final class Roles extends ArchiveCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE")
    private String[] roles;

    private Set<Role> granted;

    @Override
    void check() {
      name(name);
      granted = roles(roles);
    }

    @Override
    int run(CommandArchive archive) {
      if (!logins(archive).roles(name, granted, actor())) {
        return failed(NOBODY.formatted(name));
      }
      System.out.printf("%s is now: %s%n", name, words(granted));
      return 0;
    }
  }

  @Command(
      name = "password",
      description = "Gives a login another password, and ends its sessions. Tokens stay.")
  static final class Password extends ArchiveCommand {
    @Parameters(paramLabel = "NAME")
    private String name;

    @Option(
        names = "--password-stdin",
        description = "Read the password from standard input, instead of generating one")
    private boolean fromInput;

    @Override
    void check() {
      name(name);
    }

    @Override
    int run(CommandArchive archive) {
      Optional<String> given = password(fromInput, name);
      Optional<String> password = logins(archive).password(name, given, actor());
      if (password.isEmpty()) {
        return failed(NOBODY.formatted(name));
      }
      System.out.println(
          given.isPresent()
              ? name + " has the password that you gave."
              : "password  " + password.get() + "   (shown this once)");
      return 0;
    }
  }

  @Command(name = "disable", description = "Lets nobody in under this name any more, by no means.")
  static final class Disable extends Switch {
    Disable() {
      super(true);
    }
  }

  @Command(name = "enable", description = "Lets a disabled login in again.")
  static final class Enable extends Switch {
    Enable() {
      super(false);
    }
  }

  private abstract static class Switch extends ArchiveCommand {
    private final boolean disabled;

    @Parameters(paramLabel = "NAME")
    private String name;

    Switch(boolean disabled) {
      this.disabled = disabled;
    }

    @Override
    void check() {
      name(name);
    }

    @Override
    int run(CommandArchive archive) {
      if (!logins(archive).disable(name, disabled, actor())) {
        return failed(NOBODY.formatted(name));
      }
      System.out.printf("%s is %s.%n", name, disabled ? "disabled" : "enabled");
      return 0;
    }
  }
}
