package org.bilan.fitting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.evaluation.GradedClaim;
import org.bilan.evaluation.HumanGrades;
import org.bilan.ruleset.Ruleset;

/**
 * A claim that people have graded, and what the rules' findings on it add up to.
 *
 * @param people the grade that people gave
 * @param supported whether that is confirmed or fair
 * @param fields by which results may be split
 */
public record FitCase(
    String incident,
    String claim,
    Grade people,
    boolean supported,
    Map<String, String> fields,
    ClaimSum sum) {

  /** So that the order in which they were read is none of the result's. */
  static final Comparator<FitCase> ORDER =
      Comparator.comparing(FitCase::incident).thenComparing(FitCase::claim);

  /** Makes cases of dossiers, by the rules of one ruleset. Used by several threads at once. */
  public static final class Maker {

    private final Ruleset ruleset;
    private final Map<String, Integer> places;

    /** With the ruleset whose weights are to be fitted. */
    public Maker(Ruleset ruleset) {
      this.ruleset = ruleset;
      List<WeightRange> rules = WeightRange.of(ruleset);
      this.places =
          IntStream.range(0, rules.size())
              .boxed()
              .collect(Collectors.toMap(place -> rules.get(place).rule(), place -> place));
    }

    /**
     * The claim of a dossier that people graded, as {@link GradedClaim#of} finds it by the present
     * weights; empty when there is none.
     */
    public Optional<FitCase> of(Dossier dossier, HumanGrades.HumanGrade human) {
      Assessment assessment = ruleset.judge(dossier, Language.EN);
      return GradedClaim.of(dossier, assessment, Map.of(), human)
          .map(
              graded ->
                  new FitCase(
                      graded.incident(),
                      graded.claim(),
                      graded.people(),
                      graded.supported(),
                      graded.fields(),
                      ClaimSum.of(judged(assessment, graded.claim()), ruleset.settings(), places)));
    }

    private static ClaimAssessment judged(Assessment assessment, String claim) {
      return assessment.claims().stream()
          .filter(each -> each.claim().equals(claim))
          .findFirst()
          .orElseThrow();
    }
  }
}
