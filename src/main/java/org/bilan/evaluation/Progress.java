package org.bilan.evaluation;

/**
 * Is told how far an evaluation is, on the thread that asked for it. What it throws ends the work.
 */
@FunctionalInterface
public interface Progress {

  /** For when nobody looks. */
  Progress UNSEEN = (stage, done, of) -> {};

  /** Is run a few times a second while it is not its turn yet: what it throws ends the waiting. */
  default void waiting() {}

  /** What is being done: first the one, then the other. */
  enum Stage {
    /** Incidents are judged. */
    JUDGING,
    /** What is measured is: all claims, each group of them, what each rule adds. */
    MEASURING
  }

  /**
   * So far it is.
   *
   * @param done how many of the stage, from 0
   * @param of how many there are in the stage
   */
  void at(Stage stage, int done, int of);
}
