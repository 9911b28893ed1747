package org.bilan.archive;

import java.time.Instant;

/**
 * A version of a dossier as it was judged under a revision of the rules.
 *
 * @param version of the dossier
 * @param revision of the rules
 * @param document the assessment as JSON, in English
 */
public record StoredAssessment(
    String incident,
    long version,
    String revision,
    Instant asOf,
    byte[] document,
    Instant storedAt) {}
