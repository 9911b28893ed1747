package org.bilan.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Party;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;

/**
 * One claim of one assessment, with all that exports tell of it.
 *
 * @param dossier as it was known at the assessment's "as of"
 * @param judged the machine's assessment of the claim
 * @param ruleset revision: SHA-256 of the rules that judged
 * @param asOf what was published later is left out
 * @param human the grade of a person; absent where nobody gave one
 * @param reviewedAt when it was judged, or graded by that person if that was later
 */
public record ExportedClaim(
    Dossier dossier,
    Claim claim,
    ClaimAssessment judged,
    String ruleset,
    Instant asOf,
    Optional<HumanGrade> human,
    Instant reviewedAt) {

  /**
   * The claims of a dossier, in the assessment's order.
   *
   * @param human by the claims' ids
   * @param judgedAt when the assessment was made
   */
  public static List<ExportedClaim> of(
      Dossier dossier, Assessment assessment, Map<String, HumanGrade> human, Instant judgedAt) {
    Dossier known = dossier.asOf(assessment.asOf());
    Map<String, Claim> claims =
        known.claims().stream().collect(Collectors.toMap(Claim::id, claim -> claim));
    return assessment.claims().stream()
        .map(
            judged -> {
              Optional<HumanGrade> said = Optional.ofNullable(human.get(judged.claim()));
              return new ExportedClaim(
                  known,
                  claims.get(judged.claim()),
                  judged,
                  assessment.ruleset(),
                  assessment.asOf(),
                  said,
                  said.map(HumanGrade::at).filter(judgedAt::isBefore).orElse(judgedAt));
            })
        .toList();
  }

  /** The grade that stands: the person's where there is one, else the machine's. */
  public Grade grade() {
    return human.map(HumanGrade::grade).orElse(judged.grade());
  }

  Incident incident() {
    return dossier.incident();
  }

  /** The name of a party to the conflict, or its id where it has none. */
  String label(String party) {
    return incident().parties().stream()
        .filter(known -> known.id().equals(party))
        .map(Party::label)
        .findFirst()
        .orElse(party);
  }

  /** Where it was asserted or relayed: dated ones first, the earliest before the others. */
  List<Appearance> appearances() {
    Map<String, Source> sources =
        dossier.sources().stream().collect(Collectors.toMap(Source::id, source -> source));
    return dossier.reports().stream()
        .filter(this::carries)
        .map(
            report ->
                new Appearance(
                    report.url(),
                    sources.get(report.source()).label(),
                    sources.get(report.source()).kind().person(),
                    report.publishedAt().map(moment -> moment.earliest())))
        .sorted(Comparator.comparing(appearance -> appearance.at().orElse(Instant.MAX)))
        .toList();
  }

  private boolean carries(Report report) {
    return report.stances().stream()
        .anyMatch(stance -> stance.claim().equals(claim.id()) && stance.kind().carries());
  }
}
