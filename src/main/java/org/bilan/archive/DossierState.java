package org.bilan.archive;

import java.time.Instant;

/**
 * Where a dossier stands.
 *
 * @param tag names this state of it and no other
 * @param lineage the number of this dossier, which it shares with no other, also of its incident:
 *     one that is deleted and sent again is another
 * @param updatedAt since when; tells apart what a backup that is put back would give the same tag
 * @param confidential whether any version of it holds confidential sources
 */
public record DossierState(String tag, long lineage, Instant updatedAt, boolean confidential) {

  /** Whether a tag names a state of the same dossier: it was not deleted since. */
  public boolean isOf(String otherTag) {
    return DossierRow.names(otherTag, lineage);
  }
}
