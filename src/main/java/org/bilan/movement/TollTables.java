package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tolls added up by country, by conflict and by month. For one thread. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class TollTables {

  /**
   * Names that one table tells. Conflicts are free text: an archive in which each has another must
   * not fill the memory. Of more the first by their order are kept, whatever came when; the others
   * are what is left of all.
   */
  static final int MOST_NAMES = 5_000;

  /** Incidents by which a conflict's name is known: one of these is likely to stay. */
  private static final int MOST_KNOWN_IN = 5;

  /** Where what is not known is counted: a name is never empty. */
  private static final String UNKNOWN = "";

  private Sums all = new Sums();
  private TreeMap<String, Sums> countries = new TreeMap<>();
  private TreeMap<String, Sums> conflicts = new TreeMap<>();
  private TreeMap<String, Sums> months = new TreeMap<>();

  /**
   * For each conflict the first of its incidents by their ids, with the states of their dossiers.
   */
  private TreeMap<String, TreeMap<String, String>> conflictsIn = new TreeMap<>();

  /**
   * Adds an incident.
   *
   * @param state names the state of its dossier, where that is kept; else empty
   */
  void add(Where where, String state, Optional<Stood> before, Stood after) {
    List<Sums> each =
        List.of(
            all,
            of(countries, where.country()),
            of(conflicts, where.conflict()),
            of(months, where.month()));
    for (Sums sums : each) {
      before.ifPresentOrElse(
          stood -> sums.compare(stood.toll(), after.toll()), () -> sums.come(after.toll()));
    }
    where.conflict().ifPresent(name -> known(name, Map.of(where.incident(), state)));
    limit();
  }

  private void known(String conflict, Map<String, String> incidents) {
    TreeMap<String, String> some = conflictsIn.computeIfAbsent(conflict, n -> new TreeMap<>());
    some.putAll(incidents);
    while (some.size() > MOST_KNOWN_IN) {
      some.pollLastEntry();
    }
  }

  private static Sums of(Map<String, Sums> table, Optional<String> name) {
    return table.computeIfAbsent(name.orElse(UNKNOWN), n -> new Sums());
  }

  void merge(TollTables others) {
    all.add(others.all, 1);
    merge(countries, others.countries);
    merge(conflicts, others.conflicts);
    merge(months, others.months);
    others.conflictsIn.forEach(this::known);
    limit();
  }

  private static void merge(Map<String, Sums> table, Map<String, Sums> others) {
    others.forEach((name, more) -> of(table, Optional.of(name)).add(more, 1));
  }

  /** One of the first names in the end has been among the first all the time: none is lost. */
  private void limit() {
    for (TreeMap<String, Sums> table : List.of(countries, conflicts, months)) {
      while (table.size() > MOST_NAMES) {
        table.pollLastEntry();
      }
    }
    while (conflictsIn.size() > MOST_NAMES) {
      conflictsIn.pollLastEntry();
    }
  }

  TollSums all() {
    return all.told(TollSums.Of.ALL, "");
  }

  List<TollSums> countries() {
    return told(countries);
  }

  List<TollSums> conflicts() {
    return told(conflicts).stream()
        .map(sums -> sums.in(conflictsIn.getOrDefault(sums.name(), new TreeMap<>())))
        .toList();
  }

  List<TollSums> months() {
    return told(months);
  }

  /** By their names; what is not known, and all others, come last. */
  private List<TollSums> told(Map<String, Sums> table) {
    List<TollSums> told = new ArrayList<>();
    Sums others = new Sums();
    others.add(all, 1);
    table.forEach(
        (name, sums) -> {
          others.add(sums, -1);
          if (!name.equals(UNKNOWN)) {
            told.add(sums.told(TollSums.Of.NAMED, name));
          }
        });
    if (table.containsKey(UNKNOWN)) {
      told.add(table.get(UNKNOWN).told(TollSums.Of.UNKNOWN, ""));
    }
    if (!others.isNothing()) {
      told.add(others.told(TollSums.Of.OTHERS, ""));
    }
    return List.copyOf(told);
  }
}
