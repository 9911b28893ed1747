package org.bilan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bilan.assessment.Language;
import org.bilan.dossier.Phrases;
import org.bilan.dossier.Suggestion;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.GradedClaim;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.InvalidGrades;
import org.bilan.evaluation.Split;
import org.bilan.tuning.Evaluations;

/** Reads what is to be evaluated: grades that people gave, as JSON or as a table. */
@ApplicationScoped
class EvaluationQuestions {

  /** Bytes: four hundred for each grade. */
  static final int MOST_BYTES = 400 * Evaluations.MOST_GRADES;

  private static final String GRADES = "grades";
  private static final int MOST_FIELDS = 10;
  private static final int LEAST_RESAMPLES = 39;

  /** Ends of intervals are steady by then; with many grades fewer have to do. */
  private static final int RESAMPLES = 1_000;

  private static final int MOST_RESAMPLES = 10_000;
  private static final int MOST_SEED = 999_999_999;
  private static final Pattern SPLIT = Pattern.compile("[^,]{1,200}(,[^,]{1,200}){0,9}");

  /** Of a table that is of something else, these are enough. */
  private static final int MOST_PROBLEMS = 50;

  private final RulesetPaths rulesets;

  EvaluationQuestions(RulesetPaths rulesets) {
    this.rulesets = rulesets;
  }

  /** Notes what is wrong with a field, or with a parameter of that name. */
  private interface Notes {
    void wrong(String code, String field, String found, String expected, String advice);
  }

  /** Of a body that is JSON. */
  Evaluations.Question ofJson(InputStream body, boolean sees, Language language) {
    Fields fields = Fields.read(body, MOST_BYTES);
    List<Map<String, String>> rows = fields.rows(GRADES, Evaluations.MOST_GRADES);
    fields.missing(GRADES, "a list of objects with incident and grade");
    Optional<String> ruleset =
        fields.reference("ruleset", RulesetPaths.NAMED, RulesetPaths.NAMED_FORM);
    List<String> split = fields.list("split", MOST_FIELDS);
    OptionalInt resamples = fields.integer("resamples", LEAST_RESAMPLES, MOST_RESAMPLES);
    OptionalInt seed = fields.integer("seed", 0, MOST_SEED);
    Optional<HumanGrades> grades = Optional.empty();
    try {
      if (!rows.isEmpty() || fields.isEmpty(GRADES)) {
        grades = Optional.of(HumanGrades.of(rows));
        check(grades.get(), split, resamples, fields::wrong, phrases(Language.EN));
      }
    } catch (InvalidGrades invalid) {
      for (InvalidGrades.Problem problem : invalid.problems()) {
        String place = problem.row() == 0 ? "" : "/" + (problem.row() - 1);
        String column = problem.column().isEmpty() ? "" : "/" + problem.column();
        fields.wrong(
            problem.code(), GRADES + place + column, null, null, problem.what(Language.EN));
      }
    }
    fields.check();
    return question(grades.orElseThrow(), ruleset, split, resamples, seed, sees, language);
  }

  /** Of a body that is a table as CSV: all else are parameters. */
  Evaluations.Question ofTable(InputStream body, Query query, boolean sees, Language language) {
    Optional<String> ruleset = query.text("ruleset", RulesetPaths.NAMED, RulesetPaths.NAMED_FORM);
    List<String> split =
        query
            .text("split", SPLIT, "at most 10 fields, with commas between them")
            .map(text -> List.of(text.split(",")))
            .orElse(List.of());
    OptionalInt resamples = query.integer("resamples", LEAST_RESAMPLES, MOST_RESAMPLES);
    OptionalInt seed = query.integer("seed", 0, MOST_SEED);
    query.check();
    List<ProblemDetail.Fault> faults = new ArrayList<>();
    Optional<HumanGrades> grades = Optional.empty();
    try {
      grades = Optional.of(HumanGrades.read(body, GRADES));
      check(grades.get(), split, resamples, ofParameters(faults), phrases(language));
    } catch (InvalidGrades invalid) {
      invalid
          .problems()
          .forEach(
              problem ->
                  faults.add(
                      new ProblemDetail.Fault(
                          problem.code(), "", null, null, null, problem.sentence(language))));
    } catch (IOException e) {
      throw Refusal.badRequest("The body ended before its time.");
    }
    if (!faults.isEmpty()) {
      throw invalid(faults, language);
    }
    return question(grades.orElseThrow(), ruleset, split, resamples, seed, sees, language);
  }

  private static void check(
      HumanGrades grades, List<String> split, OptionalInt resamples, Notes notes, Phrases phrases) {
    int count = grades.grades().size();
    if (count > Evaluations.MOST_GRADES) {
      notes.wrong(
          "grades.too-many",
          GRADES,
          String.valueOf(count),
          phrases.say("grades.expected", Evaluations.MOST_GRADES),
          phrases.say("grades.advice"));
    }
    grades.grades().keySet().stream()
        .filter(incident -> !Paths.ID.matcher(incident).matches())
        .sorted()
        .limit(MOST_PROBLEMS)
        .forEach(
            incident ->
                notes.wrong(
                    "incident.malformed", GRADES, incident, phrases.say("incident.expected"), ""));
    List<String> known = new ArrayList<>(grades.fields());
    known.addAll(GradedClaim.OF_DOSSIERS);
    split.stream()
        .filter(field -> !known.contains(field))
        .forEach(
            field ->
                notes.wrong(
                    "field.not-allowed",
                    "split",
                    field,
                    phrases.say("field.expected"),
                    Suggestion.nearest(field, known)
                        .map(meant -> phrases.say("field.meant", meant))
                        .orElseGet(() -> phrases.say("field.known", String.join(", ", known)))));
    split.stream()
        .distinct()
        .filter(field -> grades.values(field) > Split.MOST_VALUES)
        .forEach(field -> noteTooManyValues(field, grades.values(field), notes, phrases));
    int most = Math.max(LEAST_RESAMPLES, Evaluations.MOST_WORK / count);
    resamples.ifPresent(
        wanted -> {
          if (wanted > most) {
            notes.wrong(
                "field.number",
                "resamples",
                String.valueOf(wanted),
                phrases.say("resamples.expected", most, count),
                phrases.say("resamples.advice"));
          }
        });
  }

  private static void noteTooManyValues(String field, int values, Notes notes, Phrases phrases) {
    notes.wrong(
        "field.too-many-values",
        "split",
        field,
        phrases.say("values.expected", Split.MOST_VALUES),
        phrases.say("values.advice", values));
  }

  /**
   * What is said where a field of the dossiers has too many values, which is known only by then.
   *
   * @param table whether the body is a table, and the fields a parameter
   */
  static Refusal refused(Split.TooManyValues many, boolean table, Language language) {
    List<ProblemDetail.Fault> faults = new ArrayList<>();
    if (table) {
      noteTooManyValues(many.field(), many.values(), ofParameters(faults), phrases(language));
      return invalid(faults, language);
    }
    noteTooManyValues(many.field(), many.values(), ofFields(faults), phrases(Language.EN));
    return Refusal.badFields(faults);
  }

  /** A table is what people send; JSON is of programs, whose fields are refused in English. */
  private static Refusal invalid(List<ProblemDetail.Fault> faults, Language language) {
    Phrases phrases = phrases(language);
    return Refusal.invalid(
        "invalid-grades",
        phrases.say("title"),
        phrases.say(faults.size() == 1 ? "detail.one" : "detail", faults.size()),
        faults.stream().limit(Refusal.MOST_PROBLEMS).toList(),
        language);
  }

  private static Phrases phrases(Language language) {
    return new Phrases("org.bilan.rest.evaluation", Locale.forLanguageTag(language.word()));
  }

  private static Notes ofFields(List<ProblemDetail.Fault> faults) {
    return (code, field, found, expected, advice) ->
        faults.add(new ProblemDetail.Fault(code, "/" + field, null, found, expected, advice));
  }

  private static Notes ofParameters(List<ProblemDetail.Fault> faults) {
    return (code, field, found, expected, advice) ->
        faults.add(
            new ProblemDetail.Fault(
                code,
                field.equals(GRADES) ? "" : null,
                field.equals(GRADES) ? null : field,
                found,
                expected,
                advice));
  }

  private Evaluations.Question question(
      HumanGrades grades,
      Optional<String> ruleset,
      List<String> split,
      OptionalInt resamples,
      OptionalInt seed,
      boolean sees,
      Language language) {
    int usual = Math.min(RESAMPLES, Evaluations.MOST_WORK / grades.grades().size());
    return new Evaluations.Question(
        grades,
        ruleset.map(rulesets::find),
        split.stream().distinct().toList(),
        new Bootstrap(resamples.orElse(usual), seed.orElse(1)),
        sees,
        language);
  }
}
