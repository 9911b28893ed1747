package org.bilan.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the facts of one claim, and what was missing for those that cannot be established. */
final class FactSink {

  /** The place of a kind of fact among all. */
  private static final ClassValue<Integer> PLACE =
      new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          return Evidence.FACT_TYPES.indexOf(type);
        }
      };

  private final List<Aspect> facts = new ArrayList<>(Evidence.FACT_TYPES.size() * 2);
  private final BitSet established = new BitSet(Evidence.FACT_TYPES.size());
  private final List<Class<? extends Aspect>> lacking =
      new ArrayList<>(Evidence.FACT_TYPES.size() * 2);
  private final List<String> fields = new ArrayList<>(Evidence.FACT_TYPES.size() * 2);

  void add(Aspect fact) {
    facts.add(fact);
    established.set(PLACE.get(fact.getClass()));
  }

  /** Notes the field of the dossier without which a kind of fact cannot be established. */
  void missing(Class<? extends Aspect> type, String field) {
    lacking.add(type);
    fields.add(field);
  }

  List<Aspect> facts() {
    return Collections.unmodifiableList(facts);
  }

  /** What was missing, for the kinds of facts of which the claim has none at all. */
  Map<Class<? extends Aspect>, List<String>> missing() {
    Map<Class<? extends Aspect>, List<String>> missing = new IdentityHashMap<>(lacking.size());
    for (int i = 0; i < lacking.size(); i++) {
      if (!established.get(PLACE.get(lacking.get(i)))) {
        missing.merge(lacking.get(i), List.of(fields.get(i)), FactSink::both);
      }
    }
    return missing;
  }

  private static List<String> both(List<String> some, List<String> others) {
    if (some.containsAll(others)) {
      return some;
    }
    SortedSet<String> both = new TreeSet<>(some);
    both.addAll(others);
    return List.copyOf(both);
  }
}
