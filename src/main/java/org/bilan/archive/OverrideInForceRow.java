package org.bilan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The override that counts, of each claim that has one: of those made, the last not withdrawn. */
@Entity(name = "OverrideInForceRow")
@Table(name = "override_in_force")
@IdClass(OverrideColumns.Key.class)
@Immutable
class OverrideInForceRow extends OverrideColumns {

  GradeOverride stored() {
    return new GradeOverride(word().orElseThrow(), person, reason, at, version);
  }
}
