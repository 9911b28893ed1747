package org.bilan.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of the dossiers as they stand now. */
@ApplicationScoped
class Dossiers implements PanacheRepositoryBase<DossierRow, String> {

  /**
   * Lets no other transaction change this incident's dossier until this one ends. A lock on the row
   * would not do: two that create the same dossier have no row yet.
   */
  void lock(String incident) {
    getEntityManager()
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:incident, 0))", Integer.class)
        .setParameter("incident", incident)
        .getSingleResult();
  }

  /** A number that no dossier has had before. */
  long newLineage() {
    return (Long)
        getEntityManager()
            .createNativeQuery("select nextval('dossier_lineage')", Long.class)
            .getSingleResult();
  }
}
