package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Cases by the values of a field. */
public final class Split {

  /** More groups nobody reads, and each costs resamples of its own. */
  public static final int MOST_VALUES = 50;

  /** What cases have whose table or dossier does not say it. */
  private static final String NOT_KNOWN = "";

  private Split() {}

  /** A field has more values than anything is split by. */
  public static final class TooManyValues extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final int values;

    /**
     * Says so.
     *
     * @param values how many it has
     */
    public TooManyValues(String field, int values) {
      super("%s has %d values".formatted(field, values), null, false, false);
      this.field = field;
      this.values = values;
    }

    /** Which field. */
    public String field() {
      return field;
    }

    /** How many it has. */
    public int values() {
      return values;
    }
  }

  /**
   * The cases of each value, in their order; those that have none are under the empty one.
   *
   * @param fields of a case, by name
   * @throws TooManyValues when there are more than {@link #MOST_VALUES}
   */
  public static <T> SortedMap<String, List<T>> by(
      String field, List<T> cases, Function<T, Map<String, String>> fields) {
    SortedMap<String, List<T>> groups = new TreeMap<>();
    for (T each : cases) {
      groups
          .computeIfAbsent(
              fields.apply(each).getOrDefault(field, NOT_KNOWN), value -> new ArrayList<>())
          .add(each);
    }
    if (groups.size() > MOST_VALUES) {
      throw new TooManyValues(field, groups.size());
    }
    return groups;
  }
}
