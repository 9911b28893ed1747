package org.bilan.archive;

/**
 * What became of a dossier that was put into the archive.
 *
 * @param created whether there was none of this incident
 * @param tag names the new state
 */
public record Receipt(boolean created, long version, String tag) {}
