package org.bilan.archive;

import java.time.Instant;

/**
 * A dossier as it stands in the archive.
 *
 * @param tag names this state of it and no other
 * @param document the bytes exactly as they were sent
 */
public record StoredDossier(
    String incident, long version, String tag, byte[] document, Instant storedAt) {}
