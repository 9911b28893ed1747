package org.bilan.assessment;

import org.bilan.dossier.Reliability;

/**
 * The Admiralty code's two axes (STANAG 2511), computed from disjoint facts.
 *
 * @param reliability of the sources, A to F: from who speaks
 * @param credibility of the information, 1 (confirmed by other origins) to 6 (cannot be judged):
 *     from what is said and by how many origins
 */
public record Admiralty(Reliability reliability, int credibility) {}
