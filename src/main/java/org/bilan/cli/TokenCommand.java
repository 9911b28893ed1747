package org.bilan.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.access.Logins;
import org.bilan.archive.CommandArchive;
import org.bilan.people.Role;
import org.bilan.people.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Manages the API's tokens. */
@Command(
    name = "token",
    description = "Manages tokens, by which programs enter under a person's name.",
    footer = {
      "",
      "A program sends its token as: Authorization: Bearer bilan_…",
      "A token may do what its person may, or less. What its person may no longer do, it may not either."
    },
    subcommands = {TokenCommand.Add.class, TokenCommand.Show.class, TokenCommand.Revoke.class},
    mixinStandardHelpOptions = true)
final class TokenCommand {

  @Command(name = "add", description = "Makes a token.")
  static final class Add extends ArchiveCommand {
    @Parameters(paramLabel = "NAME", description = "Whose it is")
    private String name;

    @Option(names = "--label", paramLabel = "TEXT", required = true, description = "What it is for")
    private String label;

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        description = "One of the person's roles; may be given several times. Default: all of them")
    private String[] roles = {};

    @Option(
        names = "--days",
        paramLabel = "DAYS",
        defaultValue = "90",
        description = "Until it ends, at most 366. Default: ${DEFAULT-VALUE}")
    private int days;

    private Set<Role> granted;

    @Override
    void check() {
      name(name);
      granted = roles(roles);
      if (!Token.LABEL.matcher(label).matches()) {
        throw wrong("--label does not do. Expected: " + Token.LABEL_FORM);
      }
      if (days < 1 || days > Logins.LONGEST_TOKEN.toDays()) {
        throw wrong(
            "--days is %d. Expected: 1 to %d".formatted(days, Logins.LONGEST_TOKEN.toDays()));
      }
    }

    @Override
    int run(CommandArchive archive) {
      Optional<Logins.NewToken> made;
      try {
        made =
            logins(archive)
                .token(
                    name,
                    label,
                    roles.length == 0 ? Optional.empty() : Optional.of(granted),
                    Duration.ofDays(days),
                    actor());
      } catch (Logins.LacksRole lacks) {
        return failed(
            "%s has not all of these roles. Roles of %s: %s"
                .formatted(name, name, words(lacks.has())));
      }
      if (made.isEmpty()) {
        return failed("There is no login of the name %s. See: bilan user list".formatted(name));
      }
      Token token = made.get().token();
      System.out.printf("id       %s%n", token.id());
      System.out.printf("roles    %s%n", words(token.roles()));
      System.out.printf("until    %s%n", token.expiresAt());
      System.out.printf("token    %s   (shown this once)%n", made.get().spelt());
      return 0;
    }
  }

  @Command(name = "list", description = "Lists tokens, the newest first.")
  static final class Show extends ArchiveCommand {
    @Option(names = "--user", paramLabel = "NAME", description = "Those of one person")
    private String name;

    @Override
    void check() {
      if (name != null) {
        name(name);
      }
    }

    @Override
    int run(CommandArchive archive) {
      List<String[]> rows =
          logins(archive).tokens(Optional.ofNullable(name)).stream()
              .map(
                  token ->
                      new String[] {
                        token.id(),
                        token.person(),
                        state(token),
                        token.expiresAt().toString(),
                        words(token.roles()),
                        token.label()
                      })
              .toList();
      table(new String[] {"id", "user", "state", "until", "roles", "label"}, rows);
      return 0;
    }

    private static String state(Token token) {
      if (token.revokedAt().isPresent()) {
        return "revoked";
      }
      return token.expiresAt().isAfter(Instant.now()) ? "valid" : "expired";
    }
  }

  @Command(name = "revoke", description = "Lets nobody in by a token any more, at once.")
  static final class Revoke extends ArchiveCommand {
    @Parameters(paramLabel = "ID", description = "As bilan token list tells it")
    private String id;

    @Override
    int run(CommandArchive archive) {
      if (!logins(archive).revoke(id, Optional.empty(), actor())) {
        return failed("There is no token of the id %s. See: bilan token list".formatted(id));
      }
      System.out.printf("%s is revoked.%n", id);
      return 0;
    }
  }
}
