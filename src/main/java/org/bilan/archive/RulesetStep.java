package org.bilan.archive;

import java.time.Instant;

/**
 * What happened to a ruleset.
 *
 * @param by the login
 * @param why in that person's words
 */
public record RulesetStep(RulesetState state, String by, String why, Instant at) {}
