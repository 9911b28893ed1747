package org.bilan.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;

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

  /** Keeps what a dossier is found by. */
  void word(DossierRow row) {
    getEntityManager()
        .createNativeQuery(
            "update dossier set words = cast(:words as tsvector) where incident = :incident")
        .setParameter("words", row.words.vector())
        .setParameter("incident", row.incident)
        .executeUpdate();
  }

  /** Sums up how a dossier stands, after its claims or what people say of them have changed. */
  void refresh(String incident) {
    getEntityManager().flush();
    getEntityManager()
        .unwrap(Session.class)
        .doWork(connection -> Stands.refresh(connection, List.of(incident)));
  }

  /** A number that no dossier has had before. */
  long newLineage() {
    return (Long)
        getEntityManager()
            .createNativeQuery("select nextval('dossier_lineage')", Long.class)
            .getSingleResult();
  }
}
