package org.bilan.importer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The names of a table's columns. Case, blanks around and hyphens in them do not count. */
final class Header {

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final int width;

  Header(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(plain(names.get(i)), i);
    }
    this.width = names.size();
  }

  static String plain(String name) {
    return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  int width() {
    return width;
  }

  boolean has(String... names) {
    return List.of(names).stream().allMatch(name -> places.containsKey(plain(name)));
  }

  OptionalInt place(String name) {
    Integer place = places.get(plain(name));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  Collection<String> names() {
    return places.keySet();
  }
}
