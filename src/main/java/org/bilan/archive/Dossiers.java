package org.bilan.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of the dossiers as they stand now. */
@ApplicationScoped
class Dossiers implements PanacheRepositoryBase<DossierRow, String> {

  /** Lets no other transaction change this incident's dossier until this one ends. */
  void lock(String incident) {
    getEntityManager()
        .createNativeQuery(Locks.ONE, Integer.class)
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
