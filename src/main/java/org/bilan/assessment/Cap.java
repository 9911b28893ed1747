package org.bilan.assessment;

import org.bilan.dossier.Proposition;

/**
 * A topic whose findings on one proposition add up to more than the topic may weigh.
 *
 * @param sum of the findings' weights, in decibans
 * @param capped what counts instead
 */
public record Cap(String topic, Proposition proposition, int sum, int capped) {}
