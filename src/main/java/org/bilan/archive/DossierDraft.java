package org.bilan.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a draft of a dossier without reading it.
 *
 * @param title of the incident, if the draft has one yet
 * @param incident its id, likewise
 * @param changedAt when it was saved last
 * @param size bytes of the document
 * @param tag names this state of it, and any other of the same content
 */
public record DossierDraft(
    long id,
    Optional<String> title,
    Optional<String> incident,
    Instant changedAt,
    int size,
    String tag) {}
