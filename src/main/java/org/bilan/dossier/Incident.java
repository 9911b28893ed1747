package org.bilan.dossier;

import java.util.List;
import java.util.Optional;

/**
 * What happened where and when, and who fights there.
 *
 * @param access whether investigators and the press could reach the place
 * @param communications whether people at the place could be heard
 */
public record Incident(
    String id,
    Optional<String> title,
    Period date,
    Optional<Place> place,
    Optional<String> conflict,
    Optional<Access> access,
    Optional<Communications> communications,
    List<Party> parties,
    List<Action> actions) {}
