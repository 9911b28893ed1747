package org.bilan.evaluation;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Place;
import org.bilan.dossier.Proposition;

/**
 * A claim that people have graded, and what the rules make of it.
 *
 * @param people the grade that people gave
 * @param standing how it stands by the rules
 * @param score from 0 to 100
 * @param fields by which results may be split: what the table of grades says, and {@code year} and
 *     {@code country} of the incident
 * @param without for each rule without which the claim would stand otherwise, by its id, how
 */
public record GradedClaim(
    String incident,
    String claim,
    Grade people,
    Standing standing,
    int score,
    List<Finding> findings,
    Map<String, String> fields,
    Map<String, Standing> without) {

  /** Fields that come from the dossier, where the table has none of that name. */
  public static final List<String> OF_DOSSIERS = List.of("year", "country");

  /**
   * How a claim stands.
   *
   * @param evidence in decibans: the least of its propositions'
   * @param propositions the evidence of each that it asserts, in decibans
   */
  public record Standing(Grade grade, int evidence, Map<Proposition, Integer> propositions) {

    public Standing {
      propositions = Map.copyOf(propositions);
    }

    static Standing of(ClaimAssessment judged) {
      Map<Proposition, Integer> propositions = new EnumMap<>(Proposition.class);
      judged.propositions().forEach((which, score) -> propositions.put(which, score.evidence()));
      return new Standing(judged.grade(), judged.evidence(), propositions);
    }
  }

  /** With what may be said of it in place of what was found. */
  GradedClaim told(String called, List<Finding> redacted) {
    return new GradedClaim(incident, called, people, standing, score, redacted, fields, without);
  }

  /** The grade by the rules. */
  public Grade machine() {
    return standing.grade();
  }

  /** In decibans, by the rules. */
  public int evidence() {
    return standing.evidence();
  }

  /**
   * The claim that people graded; empty when the dossier has no such claim. Where they graded the
   * incident as a whole it is the claim that most is said for, among those of people killed if
   * there are any: what recorders grade is whether the incident killed people at all. Of equals the
   * first.
   *
   * @param whole the dossier judged by all rules
   * @param without the same without each rule, by its id
   */
  public static Optional<GradedClaim> of(
      Dossier dossier,
      Assessment whole,
      Map<String, Assessment> without,
      HumanGrades.HumanGrade human) {
    return place(dossier, whole, human.claim())
        .map(
            place -> {
              ClaimAssessment judged = whole.claims().get(place);
              Standing standing = Standing.of(judged);
              Map<String, Standing> others = new LinkedHashMap<>();
              without.forEach(
                  (rule, assessment) -> {
                    Standing other = Standing.of(assessment.claims().get(place));
                    if (!other.equals(standing)) {
                      others.put(rule, other);
                    }
                  });
              return new GradedClaim(
                  whole.incident(),
                  judged.claim(),
                  human.grade(),
                  standing,
                  judged.score(),
                  judged.findings(),
                  fields(dossier, human),
                  Map.copyOf(others));
            });
  }

  /** Whether people say that it is well enough supported to be counted: confirmed, or fair. */
  public boolean supported() {
    return Pair.supported(people);
  }

  private static Optional<Integer> place(
      Dossier dossier, Assessment whole, Optional<String> graded) {
    List<Claim> claims = dossier.claims();
    Comparator<Integer> mostIsSaidFor =
        Comparator.<Integer, Boolean>comparing(i -> claims.get(i).harm() == Harm.KILLED)
            .thenComparing(i -> whole.claims().get(i).evidence())
            .thenComparing(Comparator.reverseOrder());
    return IntStream.range(0, claims.size())
        .boxed()
        .filter(i -> graded.isEmpty() || graded.get().equals(claims.get(i).id()))
        .max(mostIsSaidFor);
  }

  private static Map<String, String> fields(Dossier dossier, HumanGrades.HumanGrade human) {
    Map<String, String> fields = new LinkedHashMap<>();
    int year = dossier.incident().date().from().earliest().atOffset(ZoneOffset.UTC).getYear();
    fields.put(OF_DOSSIERS.get(0), Integer.toString(year));
    dossier
        .incident()
        .place()
        .flatMap(Place::country)
        .ifPresent(country -> fields.put(OF_DOSSIERS.get(1), country));
    fields.putAll(human.fields());
    return Map.copyOf(fields);
  }
}
