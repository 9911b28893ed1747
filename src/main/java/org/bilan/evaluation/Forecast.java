package org.bilan.evaluation;

/**
 * A probability that was given, and what came of it.
 *
 * @param probability 0 to 1, that the event happens
 * @param happened whether it did
 */
public record Forecast(double probability, boolean happened) {

  /**
   * @throws IllegalArgumentException when the probability is not between 0 and 1
   */
  public Forecast {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("Not a probability, from 0 to 1: " + probability);
    }
  }

  /** The outcome as a number: 1 when the event happened, 0 when not. */
  double outcome() {
    return happened ? 1 : 0;
  }
}
