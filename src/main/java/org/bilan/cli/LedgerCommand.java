package org.bilan.cli;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.archive.CommandArchive;
import org.bilan.ledger.Bytes;
import org.bilan.ledger.Entry;
import org.bilan.ledger.Head;
import org.bilan.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads and verifies the ledger. */
@Command(
    name = "ledger",
    description = "Shows what was done, by whom, and whether that record is as it was written.",
    subcommands = {LedgerCommand.Show.class, LedgerCommand.Verify.class},
    mixinStandardHelpOptions = true)
final class LedgerCommand {

  @Command(name = "list", description = "Lists entries, the newest first.")
  static final class Show extends ArchiveCommand {
    @Option(
        names = "--object",
        paramLabel = "KIND:ID",
        description = "To what, such as dossier:ml-2024-03-17-amasrakad")
    private String object;

    @Option(names = "--actor", paramLabel = "NAME", description = "By whom")
    private String actor;

    @Option(
        names = "--last",
        paramLabel = "N",
        defaultValue = "50",
        description = "How many. Default: ${DEFAULT-VALUE}")
    private int last;

    @Override
    void check() {
      if (last < 1) {
        throw wrong("--last is %d. Expected: at least 1".formatted(last));
      }
    }

    @Override
    int run(CommandArchive archive) {
      List<String[]> rows =
          archive
              .ledger()
              .entries(Optional.ofNullable(object), Optional.ofNullable(actor), 0, last)
              .items()
              .stream()
              .map(Show::row)
              .toList();
      table(
          new String[] {"number", "at", "actor", "means", "from", "action", "object", "details"},
          rows);
      return 0;
    }

    private static String[] row(Entry entry) {
      return new String[] {
        String.valueOf(entry.number()),
        entry.at().toString(),
        entry.actor().name(),
        entry.actor().means(),
        entry.actor().address(),
        entry.action(),
        entry.object(),
        entry.details()
      };
    }
  }

  @Command(
      name = "verify",
      description = {
        "Reads all of the ledger and tells each entry that is altered, missing or misplaced.",
        "It cannot see that the whole database was put back to an earlier state, unless it is told where",
        "the ledger ended at an earlier time: keep the end that it prints somewhere else."
      })
  static final class Verify extends ArchiveCommand {
    private static final Pattern END = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    @Option(
        names = "--expect",
        paramLabel = "NUMBER:HASH",
        description = "An end that was printed at an earlier time: that entry must be there")
    private String expect;

    private Optional<Head> expected = Optional.empty();

    @Override
    void check() {
      if (expect != null) {
        Matcher parts = END.matcher(expect);
        if (!parts.matches()) {
          throw wrong(
              "--expect is a number, a colon and 64 hexadecimal digits, as an earlier ledger verify"
                  + " printed them.");
        }
        expected =
            Optional.of(
                new Head(
                    Long.parseLong(parts.group(1)),
                    Bytes.of(HexFormat.of().parseHex(parts.group(2))),
                    null));
      }
    }

    @Override
    int run(CommandArchive archive) {
      Verification.Result result = archive.ledger().verify(expected);
      result.faults().forEach(fault -> System.out.println(sentence(fault)));
      if (result.more()) {
        System.out.println("There is more, which is not told.");
      }
      System.out.printf(
          "%d entries read: %s%n",
          result.entries(),
          result.intact()
              ? "the ledger is as it was written."
              : "THE LEDGER IS NOT AS IT WAS WRITTEN.");
      System.out.printf("end  %d:%s%n", result.number(), result.hash());
      return result.intact() ? 0 : 1;
    }

    private static String sentence(Verification.Fault fault) {
      String which =
          fault.first() == fault.last()
              ? "entry " + fault.first()
              : "entries " + fault.first() + " to " + fault.last();
      return switch (fault.kind()) {
        case ALTERED -> which + ": not what was written";
        case MISSING -> which + ": missing";
        case MISPLACED -> which + ": whole, but does not follow what is before it";
        case HEAD_ALTERED -> "the record of where the ledger ends: not what was written";
      };
    }
  }
}
