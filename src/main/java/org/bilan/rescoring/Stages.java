package org.bilan.rescoring;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * How long each stage took, summed over the threads that were at it: two cores judge two seconds in
 * one. For many threads.
 */
public final class Stages {

  private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);

  public Stages() {
    for (Stage stage : Stage.values()) {
      nanos.put(stage, new LongAdder());
    }
  }

  <T> T time(Stage stage, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.get(stage).add(System.nanoTime() - began);
    }
  }

  /** Seconds so far. */
  public double seconds(Stage stage) {
    return nanos.get(stage).sum() / 1e9;
  }

  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(", ");
    nanos.keySet().forEach(s -> words.add("%s %.1f s".formatted(s.word(), seconds(s))));
    return words.toString();
  }
}
