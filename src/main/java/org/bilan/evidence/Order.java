package org.bilan.evidence;

import java.util.Comparator;
import java.util.Optional;

/** Orders that treat what is unknown as last. */
final class Order {

  private Order() {}

  static <T extends Comparable<? super T>> Comparator<Optional<T>> absentLast() {
    return (a, b) -> {
      if (a.isPresent() && b.isPresent()) {
        return a.get().compareTo(b.get());
      }
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    };
  }
}
