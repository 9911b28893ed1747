package org.bilan.dossier;

import java.util.List;
import java.util.Optional;

/** What happened where and when, and who fights there. */
public record Incident(
    String id,
    Optional<String> title,
    Period date,
    Optional<Place> place,
    Optional<String> conflict,
    List<Party> parties,
    List<Action> actions) {}
