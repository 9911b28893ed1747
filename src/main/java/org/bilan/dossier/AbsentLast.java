package org.bilan.dossier;

import java.util.Comparator;
import java.util.Optional;

/** The order of values that may not be known. */
public final class AbsentLast {

  private AbsentLast() {}

  /** What is unknown comes last. */
  public static <T extends Comparable<? super T>> Comparator<Optional<T>> order() {
    return (a, b) -> {
      if (a.isPresent() && b.isPresent()) {
        return a.get().compareTo(b.get());
      }
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    };
  }
}
