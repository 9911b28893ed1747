package org.bilan.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A dossier exactly as it was sent once. */
@Entity(name = "DossierVersionRow")
@Table(name = "dossier_version")
@IdClass(DossierVersionRow.Key.class)
@Immutable
class DossierVersionRow {

  @Id String incident;
  @Id long version;
  byte[] document;
  String sha256;
  boolean confidential;

  @Column(name = "stored_at")
  Instant storedAt;

  record Key(String incident, long version) implements Serializable {}
}
