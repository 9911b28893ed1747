package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import org.bilan.operation.Traced;

/** Finds single assessments in a dossier's history. */
@Guarded
@ApplicationScoped
@Traced
public class History {

  private static final String FITS =
      "from AssessmentRow a where a.incident = :incident"
          + " and (:version = 0 or a.version = :version) and a.revision like :revision";

  private final EntityManager entities;

  History(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Which entries are meant.
   *
   * @param version of the dossier, from 1; empty means any
   * @param revision how the revision of the rules begins, in hexadecimal digits; empty means any
   */
  public record Wanted(OptionalLong version, Optional<String> revision) {

    /** Any entry. */
    public boolean any() {
      return version.isEmpty() && revision.isEmpty();
    }
  }

  /** The newest entry that fits. */
  @Transactional
  public Optional<StoredAssessment> newest(String incident, Wanted wanted) {
    return first(incident, wanted, OptionalLong.empty());
  }

  /**
   * The entry that fits and stands nearest before another one in the history; if there is none, the
   * newest that follows it; if there is none either, the other one itself where it fits and was
   * asked for.
   */
  @Transactional
  public Optional<StoredAssessment> before(StoredAssessment other, Wanted wanted) {
    long id =
        entities
            .createQuery(
                "select a.id from AssessmentRow a where a.incident = :incident"
                    + " and a.version = :version and a.revision = :revision",
                Long.class)
            .setParameter("incident", other.incident())
            .setParameter("version", other.version())
            .setParameter("revision", other.revision())
            .getResultStream()
            .findFirst()
            .orElse(0L);
    Optional<StoredAssessment> found = first(other.incident(), wanted, OptionalLong.of(id));
    return found.isEmpty() && !wanted.any() ? newest(other.incident(), wanted) : found;
  }

  private Optional<StoredAssessment> first(String incident, Wanted wanted, OptionalLong than) {
    return entities
        .createQuery(
            FITS
                + " and a.id <> :than order by case when a.id < :than then 0 else 1 end, a.id desc",
            AssessmentRow.class)
        .setParameter("incident", incident)
        .setParameter("version", wanted.version().orElse(0))
        .setParameter("revision", wanted.revision().orElse("") + "%")
        .setParameter("than", than.orElse(0))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(AssessmentRow::stored);
  }
}
