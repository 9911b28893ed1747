package org.bilan.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.RulesetDifference;
import org.bilan.ruleset.RulesetFiles;

/** What differs between two rulesets, as a person reads it. */
final class DifferenceTable {

  private static final String INDENT = "  ";

  private final PrintStream out;
  private final TableWords words;

  DifferenceTable(PrintStream out, Language language) {
    this.out = out;
    this.words = new TableWords("tuning", language);
  }

  void print(TwoRulesets rulesets) {
    rulesets.print(out, words);
    RulesetFiles before = rulesets.before().files();
    RulesetFiles after = rulesets.after().files();
    RulesetDifference difference = RulesetDifference.between(before, after);
    numbers(difference.numbers());
    files(besideNumbers(before, after, difference));
  }

  private void numbers(List<RulesetDifference.Number> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    out.println(words.text("numbers"));
    Columns columns = new Columns("llrlrl");
    for (RulesetDifference.Number number : numbers) {
      columns.row(
          number.rule(),
          Terminal.safe(number.number()),
          value(number.before()),
          "→",
          value(number.after()),
          Terminal.safe(words.word("unit", number.unit())));
    }
    columns.print(out, INDENT);
  }

  private static String value(Optional<Integer> value) {
    return value.map(number -> String.valueOf(number).replace('-', '−')).orElse("–");
  }

  /** Files that the numbers alone do not make those of the other side. */
  private static List<RulesetDifference.File> besideNumbers(
      RulesetFiles before, RulesetFiles after, RulesetDifference difference) {
    List<NumberChange> changes =
        difference.numbers().stream()
            .filter(number -> number.before().isPresent() && number.after().isPresent())
            .map(
                number ->
                    new NumberChange(
                        new CardNumber.Address(number.rule(), number.number()),
                        number.after().get()))
            .toList();
    return RulesetDifference.between(CardNumbers.of(before).with(changes), after).files();
  }

  private void files(List<RulesetDifference.File> files) {
    if (files.isEmpty()) {
      return;
    }
    out.println(words.text("files"));
    Columns columns = new Columns("ll");
    for (RulesetDifference.File file : files) {
      columns.row(words.text("file." + file.present().word()), Terminal.safe(file.path()));
    }
    columns.print(out, INDENT);
  }
}
