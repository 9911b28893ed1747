package org.bilan.records;

import java.util.Set;
import org.bilan.assessment.Grade;

/**
 * How records are made.
 *
 * @param identity what makes sources of several dossiers one
 * @param wrong the grades by which what was asserted counts as wrong; never confirmed or fair
 * @param lag days from the end of an incident until its grade is taken to be known, where the table
 *     of grades does not say when that was
 */
public record Terms(Identity identity, Set<Grade> wrong, int lag) {

  public static final Terms USUAL = new Terms(Identity.ID, Set.of(Grade.DISCOUNTED), 0);
}
