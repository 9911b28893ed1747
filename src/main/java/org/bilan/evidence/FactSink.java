package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the facts of one claim, and what was missing for those that cannot be established. */
final class FactSink {

  private final List<Aspect> facts = new ArrayList<>();
  private final Map<Class<? extends Aspect>, SortedSet<String>> missing = new LinkedHashMap<>();

  void add(Aspect fact) {
    facts.add(fact);
  }

  void missing(Class<? extends Aspect> type, String... fields) {
    missing.computeIfAbsent(type, t -> new TreeSet<>()).addAll(Arrays.asList(fields));
  }

  List<Aspect> facts() {
    return List.copyOf(facts);
  }

  /** What was missing, for the kinds of facts of which the claim has none at all. */
  Map<Class<? extends Aspect>, SortedSet<String>> missing() {
    facts.forEach(fact -> missing.remove(fact.getClass()));
    return missing;
  }
}
