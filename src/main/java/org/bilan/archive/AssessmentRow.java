package org.bilan.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One version of a dossier, judged under one revision of the rules: for ever the same. */
@Entity(name = "AssessmentRow")
@Table(name = "assessment")
@Immutable
class AssessmentRow {

  @Id Long id;
  String incident;
  long version;
  String revision;

  @Column(name = "as_of")
  Instant asOf;

  byte[] document;

  @Column(name = "stored_at")
  Instant storedAt;

  StoredAssessment stored() {
    return new StoredAssessment(incident, version, revision, asOf, document, storedAt);
  }
}
