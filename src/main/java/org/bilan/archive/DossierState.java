package org.bilan.archive;

/**
 * Where a dossier stands.
 *
 * @param tag names this state of it and no other
 * @param confidential whether any version of it holds confidential sources
 */
public record DossierState(String tag, boolean confidential) {}
