package org.bilan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Two rulesets side by side, both fit to judge. */
final class TwoRulesets implements AutoCloseable {

  private final RulesPlace beforeAt;
  private final RulesPlace afterAt;
  private final Ruleset before;
  private final Ruleset after;

  private TwoRulesets(RulesPlace beforeAt, RulesPlace afterAt, Ruleset before, Ruleset after) {
    this.beforeAt = beforeAt;
    this.afterAt = afterAt;
    this.before = before;
    this.after = after;
  }

  /**
   * Loads both.
   *
   * @param undone what does not happen unless both are fit, for people
   * @return empty when one is not fit, or both: which, is told
   * @throws ParameterException when a folder is not there: that is wrong use
   */
  static Optional<TwoRulesets> load(
      RulesPlace before, RulesPlace after, CommandSpec command, String undone) {
    Stream.of(before, after).forEach(place -> place.check(command));
    Optional<Ruleset> one = fit(before, command, undone);
    Optional<Ruleset> other = fit(after, command, undone);
    if (one.isPresent() && other.isPresent()) {
      return Optional.of(new TwoRulesets(before, after, one.get(), other.get()));
    }
    Stream.of(one, other).flatMap(Optional::stream).forEach(Ruleset::close);
    return Optional.empty();
  }

  private static Optional<Ruleset> fit(RulesPlace place, CommandSpec command, String undone) {
    try {
      return Optional.of(place.load(command));
    } catch (InvalidRuleset refused) {
      System.err.println(undone + ": " + place.unfit(refused, command));
      return Optional.empty();
    }
  }

  Ruleset before() {
    return before;
  }

  Ruleset after() {
    return after;
  }

  /**
   * That a file lies in neither folder.
   *
   * @param out may be null
   * @throws ParameterException when it does: it would be one of a ruleset's files
   */
  void checkOutside(CommandSpec command, Path out) {
    for (RulesPlace place : List.of(beforeAt, afterAt)) {
      if (out != null && FilePaths.isIn(place.folder(), out)) {
        throw new ParameterException(
            command.commandLine(),
            "Cannot write %s: it is in the rules folder %s. Name another place."
                .formatted(out, place.folder()));
      }
    }
  }

  /** Prints which two they are. */
  void print(PrintStream out, TableWords words) {
    Columns columns = new Columns("lll");
    side(columns, words, "before", beforeAt, before);
    side(columns, words, "after", afterAt, after);
    columns.print(out, "");
    if (before.revision().equals(after.revision())) {
      out.println(words.text("same"));
    }
  }

  private static void side(
      Columns columns, TableWords words, String key, RulesPlace place, Ruleset ruleset) {
    columns.row(
        words.text(key),
        Terminal.safe(place.folder().toString()),
        words.text("ruleset", ruleset.revision().substring(0, 12), Terminal.safe(ruleset.name())));
  }

  @Override
  public void close() {
    before.close();
    after.close();
  }
}
