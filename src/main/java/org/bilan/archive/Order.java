package org.bilan.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which order dossiers are listed; those that are alike in it by the incidents' ids. */
public enum Order {
  INCIDENT("incident", ""),
  /** By the first moment of the incident, the oldest first. */
  DATE("date", "d.date_from, "),
  NEWEST("-date", "d.date_from desc, "),
  /** By when they were sent last. */
  UPDATED("updated", "d.updated_at, "),
  LAST_UPDATED("-updated", "d.updated_at desc, "),
  /** By the highest score of their claims; those without claims last. */
  SCORE("score", "d.score, "),
  HIGHEST("-score", "d.score desc nulls last, ");

  private final String word;
  private final String columns;

  Order(String word, String columns) {
    this.word = word;
    this.columns = columns;
  }

  /** How it is asked for. */
  public static Optional<Order> of(String word) {
    return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(order -> order.word).toList();
  }

  String sql() {
    return " order by " + columns + "d.incident";
  }
}
