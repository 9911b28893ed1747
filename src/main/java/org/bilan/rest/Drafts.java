package org.bilan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.archive.RulesetOrigin;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.ChangeFault;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.sheet.Edited;
import org.bilan.sheet.InvalidSheet;
import org.bilan.sheet.SheetProblem;
import org.bilan.sheet.SheetReader;
import org.bilan.tuning.Draft;
import org.bilan.tuning.RulesetZip;
import org.bilan.tuning.Tuning;

/** Reads what editors send to become a ruleset. */
@ApplicationScoped
class Drafts {

  /** What is said to be the base of files. */
  static final String BASE = "the id or revision of the ruleset whose files were changed";

  static final Pattern ANY = Pattern.compile("(?s).{1,200}");

  private final Tuning tuning;
  private final Rulesets rulesets;
  private final RulesetPaths paths;

  Drafts(Tuning tuning, Rulesets rulesets, RulesetPaths paths) {
    this.paths = paths;
    this.tuning = tuning;
    this.rulesets = rulesets;
  }

  StoredRuleset ofJson(InputStream body, Actor actor) {
    Fields fields = Fields.read(body, RulesetZip.MOST_BYTES);
    String why = Reasons.in(fields);
    RulesetFiles base = tuning.base();
    List<NumberChange> changes = NumberChanges.read(fields, () -> CardNumbers.of(base));
    Map<String, String> files = fields.texts("files");
    fields.optionalText("base", ANY, BASE).ifPresent(seen -> refuseOther(seen, base));
    refuseQuestions(files, base);
    for (RuleProblem problem : Draft.problems(files, base)) {
      fields.wrong(problem.code(), "files", problem.file(), problem.message(), problem.advice());
    }
    NumberChanges.either(fields, "files", "either changes of numbers, or files, at least one");
    fields.check();
    if (files.isEmpty()) {
      return tuning.draft(base, changes, RulesetOrigin.CHANGES, actor, why);
    }
    return ofFiles(base, files, RulesetOrigin.CHANGES, why, actor);
  }

  /** Whoever changed files of another ruleset would take back what came since. */
  private void refuseOther(String seen, RulesetFiles base) {
    if (!paths.find(seen).revision().equals(base.revision())) {
      throw Refusal.conflict(
          "base-replaced",
          "Ruleset %s is not in force any more. Change the files of the one that is: GET /rulesets/%s/files."
              .formatted(seen, base.revision()));
    }
  }

  /**
   * Of a rules folder.
   *
   * @param seen which ruleset it was made from, if that is said
   */
  StoredRuleset ofZip(byte[] zip, Optional<String> seen, String why, Actor actor) {
    try {
      Map<String, String> files = RulesetZip.read(zip);
      RulesetFiles base = tuning.base();
      seen.ifPresent(ruleset -> refuseOther(ruleset, base));
      List<RuleProblem> problems = Draft.problems(files, base);
      if (!problems.isEmpty() && Draft.questions(files, base).isEmpty()) {
        throw refused(problems);
      }
      return ofFiles(base, files, RulesetOrigin.ZIP, why, actor);
    } catch (RulesetZip.InvalidZip invalid) {
      throw refused(invalid.problems());
    }
  }

  /**
   * What differs in a sheet from the ruleset that it was made from, changed in the one in force.
   */
  StoredRuleset ofSheet(byte[] sheet, String why, Actor actor) {
    try {
      Edited edited =
          SheetReader.read(sheet, revision -> rulesets.files(revision).map(CardNumbers::of));
      List<NumberChange> changes = edited.changes();
      RulesetFiles base = tuning.base();
      CardNumbers numbers = CardNumbers.of(base);
      CardNumbers seen =
          edited.revision().equals(base.revision())
              ? numbers
              : CardNumbers.of(rulesets.files(edited.revision()).orElseThrow());
      List<ProblemDetail.Fault> faults = new ArrayList<>();
      for (NumberChange change : changes) {
        changedSince(change, seen, numbers).ifPresent(faults::add);
        ChangeFault fault = numbers.fault(change);
        if (fault != null) {
          faults.add(
              new ProblemDetail.Fault(
                  fault.code(), "", null, fault.found(), fault.expected(), fault.advice()));
        }
      }
      if (changes.isEmpty()) {
        faults.add(
            new ProblemDetail.Fault(
                "sheet.unchanged", "", null, null, "at least one other value", ""));
      }
      if (!faults.isEmpty()) {
        throw Refusal.badFields(faults);
      }
      return tuning.draft(base, changes, RulesetOrigin.SHEET, actor, why);
    } catch (InvalidSheet invalid) {
      throw Refusal.badFields(
          invalid.problems().stream()
              .map(
                  p ->
                      new ProblemDetail.Fault(
                          p.code(), place(p), null, p.found(), p.expected(), p.advice()))
              .toList());
    }
  }

  /** Two who change one number from what it was would not know of each other. */
  private static Optional<ProblemDetail.Fault> changedSince(
      NumberChange change, CardNumbers seen, CardNumbers now) {
    Optional<Integer> was = seen.find(change.number()).map(CardNumber::value);
    return now.find(change.number())
        .map(CardNumber::value)
        .filter(value -> !was.equals(Optional.of(value)))
        .map(
            value ->
                new ProblemDetail.Fault(
                    "number.changed-since",
                    "",
                    null,
                    "%s %s: %d in the sheet's ruleset, %d in force now"
                        .formatted(
                            change.number().rule(), change.number().name(), was.get(), value),
                    "a sheet of the ruleset in force",
                    "Somebody else has changed it. Get the sheet anew, and change it there."));
  }

  /** Where in a sheet: its name, row, column and cell. */
  private static String place(SheetProblem problem) {
    return Stream.of(
            problem.sheet(),
            problem.row() == 0 ? "" : "row " + problem.row(),
            problem.column(),
            problem.cell())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private StoredRuleset ofFiles(
      RulesetFiles base, Map<String, String> files, RulesetOrigin origin, String why, Actor actor) {
    refuseQuestions(files, base);
    return tuning.draft(base, Draft.changed(files, base), origin, actor, why);
  }

  private static void refuseQuestions(Map<String, String> files, RulesetFiles base) {
    List<String> questions = Draft.questions(files, base);
    if (!questions.isEmpty()) {
      throw Refusal.forbidden(
          Draft.NO_QUESTIONS
              + " Here: "
              + String.join(", ", questions.subList(0, Math.min(5, questions.size())))
              + ".");
    }
  }

  /** Files that are no ruleset. */
  static Refusal refused(List<RuleProblem> problems) {
    return Refusal.badFields(faults(problems));
  }

  /** What is wrong with files, as refusals tell it. */
  static List<ProblemDetail.Fault> faults(List<RuleProblem> problems) {
    return problems.stream()
        .map(p -> new ProblemDetail.Fault(p.code(), "", null, p.file(), p.message(), p.advice()))
        .toList();
  }
}
