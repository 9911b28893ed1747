package org.bilan.archive;

import java.time.Instant;
import java.util.Map;

/**
 * A dossier as a snapshot has it, with what is said of its claims.
 *
 * @param dossier as it stands
 * @param lineage as in {@link DossierState}
 * @param confidential whether any version of it holds confidential sources
 * @param assessment its current assessment, as JSON
 * @param judgedAt when that was made
 * @param overrides people's grades in force, by the claims' ids
 */
public record ArchivedClaims(
    StoredDossier dossier,
    long lineage,
    boolean confidential,
    byte[] assessment,
    Instant judgedAt,
    Map<String, GradeOverride> overrides) {}
