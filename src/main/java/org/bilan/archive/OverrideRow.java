package org.bilan.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One override or withdrawal: for ever the same. */
@Entity(name = "OverrideRow")
@Table(name = "grade_override")
@IdClass(OverrideColumns.Key.class)
@Immutable
class OverrideRow extends OverrideColumns {}
