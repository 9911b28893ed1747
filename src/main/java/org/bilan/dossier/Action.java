package org.bilan.dossier;

import java.util.Optional;

/**
 * An action of a belligerent, known or alleged, near the incident's place and time.
 *
 * @param party id of the party
 * @param report id of the report that says so
 */
public record Action(
    String party, Optional<ActionKind> kind, ActionStatus status, Optional<String> report) {}
