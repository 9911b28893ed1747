package org.bilan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Suggestion;
import org.bilan.evaluation.GradedClaim;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.Split;
import org.bilan.importer.Reading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * An archive whose incidents people have graded.
 *
 * @param <T> what is made of a claim that was graded
 * @param claims in the archive's order; of each incident one at most
 * @param missing incidents that people graded and the archive does not hold, or not with the claim
 *     that they graded
 * @param failed incidents that people graded, and that could not be judged for a fault of ours
 * @param ungraded dossiers that nobody graded
 * @param exitCode as {@link Scoring#exitCode}
 */
record GradedArchive<T>(
    List<T> claims, Set<String> missing, Set<String> failed, long ungraded, int exitCode) {

  /** What is said where there are no claims. */
  static final String NOTHING =
      "Nothing to compare: no dossier has an incident (and claim) that the table grades. Is its"
          + " column id the incident's id?";

  /** Makes something of a dossier that was graded. Many threads do so at once. */
  interface Judge<T> {

    /** Empty when the dossier does not have the claim that was graded. */
    Optional<T> judge(Dossier dossier, HumanGrades.HumanGrade grade);
  }

  /** What became of a dossier: its graded claim, or that nobody graded it. */
  private record Judged<T>(String incident, Optional<T> claim, boolean graded) {}

  /**
   * Looks whether what is given to {@code --split} are fields, with not too many values.
   *
   * @throws ParameterException when not: that is wrong use
   */
  static void check(CommandSpec command, List<String> fields, HumanGrades human) {
    List<String> known = new ArrayList<>(human.fields());
    known.addAll(GradedClaim.OF_DOSSIERS);
    for (String field : fields) {
      if (!known.contains(field)) {
        throw new ParameterException(
            command.commandLine(),
            "--split is %s. %s"
                .formatted(
                    field,
                    Suggestion.advice(
                        field, known, "Known are: " + String.join(", ", known) + ".")));
      }
      if (human.values(field) > Split.MOST_VALUES) {
        throw refused(command, new Split.TooManyValues(field, human.values(field)));
      }
    }
  }

  /** What is said where a field has too many values: that is wrong use. */
  static ParameterException refused(CommandSpec command, Split.TooManyValues many) {
    return new ParameterException(
        command.commandLine(),
        "--split is %s, which has %d values; at most %d are told. Leave it out, or put its values into fewer groups."
            .formatted(many.field(), many.values(), Split.MOST_VALUES));
  }

  /** Reads archives, and judges what was graded. */
  static <T> GradedArchive<T> read(
      List<String> files, Reading reading, HumanGrades human, Judge<T> judge) throws IOException {
    Map<String, HumanGrades.HumanGrade> given = human.grades();
    Set<String> failed = new ConcurrentSkipListSet<>();
    ProgressLine progress = new ProgressLine();
    Scoring<Judged<T>> scoring =
        new Scoring<>(
            (dossier, json) -> {
              String id = dossier.incident().id();
              HumanGrades.HumanGrade grade = given.get(id);
              return grade == null
                  ? new Judged<>(id, Optional.empty(), false)
                  : new Judged<>(id, judged(judge, dossier, grade, failed), true);
            },
            System.err,
            progress::end);
    List<T> claims = new ArrayList<>();
    Set<String> missing = new TreeSet<>(given.keySet());
    Set<String> seen = new TreeSet<>();
    long[] counts = new long[2];
    try {
      scoring.score(
          files,
          reading,
          judged -> {
            progress.judged(++counts[0]);
            counts[1] += judged.graded() ? 0 : 1;
            // Of an incident that is there twice the last would not be what people graded.
            if (judged.claim().isPresent() && seen.add(judged.incident())) {
              missing.remove(judged.incident());
              claims.add(judged.claim().get());
            }
          });
    } finally {
      progress.end();
    }
    failed.removeAll(seen);
    missing.removeAll(failed);
    return new GradedArchive<>(claims, missing, failed, counts[1], scoring.exitCode());
  }

  /** Notes whose judgement failed; the fault is told elsewhere. */
  private static <T> Optional<T> judged(
      Judge<T> judge, Dossier dossier, HumanGrades.HumanGrade grade, Set<String> failed) {
    try {
      return judge.judge(dossier, grade);
    } catch (RuntimeException fault) {
      failed.add(dossier.incident().id());
      throw fault;
    }
  }
}
