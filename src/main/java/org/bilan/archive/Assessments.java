package org.bilan.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;

/** The rows of the assessments. They are appended, never changed. */
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<AssessmentRow, Long> {

  /** Adds an assessment with its claims, unless it is there already. Returns its id. */
  long append(Dossier dossier, long version, Assessment assessment, Instant now) {
    List<Long> added =
        getEntityManager()
            .createNativeQuery(
                """
                insert into assessment (incident, version, revision, as_of, document, stored_at)
                values (:incident, :version, :revision, :asOf, :document, :now)
                on conflict (incident, version, revision) do nothing
                returning id
                """,
                Long.class)
            .setParameter("incident", assessment.incident())
            .setParameter("version", version)
            .setParameter("revision", assessment.ruleset())
            .setParameter("asOf", DossierRow.micros(assessment.asOf()))
            .setParameter("document", AssessmentJson.write(assessment))
            .setParameter("now", now)
            .getResultList();
    if (added.isEmpty()) {
      return find(assessment.incident(), version, assessment.ruleset());
    }
    Map<String, Claim> claims =
        dossier.claims().stream().collect(Collectors.toMap(Claim::id, Function.identity()));
    for (ClaimAssessment judged : assessment.claims()) {
      getEntityManager().persist(ClaimRow.of(added.get(0), judged, claims.get(judged.claim())));
    }
    return added.get(0);
  }

  /** Whether that version of a dossier was judged under that revision before. */
  boolean holds(String incident, long version, String revision) {
    return count("incident = ?1 and version = ?2 and revision = ?3", incident, version, revision)
        > 0;
  }

  private long find(String incident, long version, String revision) {
    return getEntityManager()
        .createQuery(
            "select a.id from AssessmentRow a"
                + " where a.incident = :incident and a.version = :version and a.revision = :revision",
            Long.class)
        .setParameter("incident", incident)
        .setParameter("version", version)
        .setParameter("revision", revision)
        .getSingleResult();
  }
}
