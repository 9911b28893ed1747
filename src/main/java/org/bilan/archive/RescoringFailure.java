package org.bilan.archive;

/**
 * A dossier that a run could not judge.
 *
 * @param version of the dossier
 * @param reason in words, without what the dossier says
 */
public record RescoringFailure(String incident, long version, String reason) {}
