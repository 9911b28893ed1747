package org.bilan.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether a ruleset is fit to go live. */
@Command(
    name = "check",
    description = "Tells whether a ruleset is fit to go live: reads all files, runs all cases.",
    footer = {
      "",
      "Exit code: 0 fit, 1 not fit (all problems are told, with file and line) or a methodology that",
      "cannot be written, 2 wrong use (also a rules folder that is not there).",
      "Example: bilan check --methodology methodology.html --lang fr",
      "The service gives the same page at /methodology."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Mixin private RulesOption rules;

  @Mixin private MethodologyOption methodology;

  @Override
  public Integer call() {
    methodology.check();
    try (Ruleset ruleset = rules.load()) {
      Map<String, Long> byStatus =
          ruleset.cards().stream()
              .collect(
                  Collectors.groupingBy(
                      card -> card.status().word(), TreeMap::new, Collectors.counting()));
      long topics = ruleset.cards().stream().map(RuleCard::topic).distinct().count();
      System.out.printf("%s is fit to go live.%n", rules.folder());
      System.out.printf("name      %s%n", ruleset.name());
      System.out.printf("revision  %s%n", ruleset.revision());
      System.out.printf("rules     %s, in %d topics%n", counts(byStatus), topics);
      methodology.write(ruleset).ifPresent(file -> System.out.printf("written   %s%n", file));
      return 0;
    } catch (InvalidRuleset e) {
      e.problems().forEach(System.err::println);
      System.err.printf(
          "%s is not fit to go live: %d problem(s).%n", rules.folder(), e.problems().size());
      return 1;
    } catch (CheckedPrint.Unwritten e) {
      System.err.println("Stopped: " + Terminal.safe(e.getMessage()));
      return 1;
    } catch (IOException e) {
      System.err.println("Stopped, since a file failed: " + Terminal.safe(FilePaths.cause(e)));
      return 1;
    }
  }

  private static String counts(Map<String, Long> byStatus) {
    return byStatus.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
