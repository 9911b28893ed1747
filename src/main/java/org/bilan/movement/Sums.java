package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.bilan.movement.TollSums.Sum;

/** Tolls of some incidents, added up line by line. For one thread. */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
final class Sums {

  /** Which standing of an incident is added. */
  enum Side {
    BEFORE,
    AFTER,
    CAME
  }

  /** What is kept of each side: incidents, low, best, the highest that is known, open ones. */
  private static final int KEPT = 5;

  /** Incidents that are judged on both sides. */
  private long compared;

  /** Incidents that are judged the first time. */
  private long came;

  private Map<String, long[]> lines = new TreeMap<>();

  /** An incident that is judged on both sides. */
  void compare(List<Stood.Line> before, List<Stood.Line> after) {
    compared++;
    before.forEach(line -> add(line, Side.BEFORE));
    after.forEach(line -> add(line, Side.AFTER));
  }

  /** An incident that is judged the first time. */
  void come(List<Stood.Line> after) {
    came++;
    after.forEach(line -> add(line, Side.CAME));
  }

  private void add(Stood.Line line, Side side) {
    long[] sums =
        lines.computeIfAbsent(
            key(line.harm(), line.victims()), key -> new long[Side.values().length * KEPT]);
    int at = side.ordinal() * KEPT;
    sums[at]++;
    sums[at + 1] += line.low();
    sums[at + 2] += line.best();
    sums[at + 3] += line.high().orElse(line.best());
    sums[at + 4] += line.high().isPresent() ? 0 : 1;
  }

  /** Adds all of the others, so many times: once, or to take them away minus once. */
  void add(Sums others, int times) {
    compared += times * others.compared;
    came += times * others.came;
    others.lines.forEach(
        (key, more) -> {
          long[] sums = lines.computeIfAbsent(key, k -> new long[more.length]);
          for (int i = 0; i < more.length; i++) {
            sums[i] += times * more[i];
          }
        });
  }

  @JsonIgnore
  boolean isNothing() {
    return compared == 0 && came == 0;
  }

  TollSums told(TollSums.Of of, String name) {
    List<TollSums.Line> told = new ArrayList<>();
    for (Harm harm : Harm.values()) {
      for (Victims victims : Victims.values()) {
        long[] sums = lines.get(key(harm, victims));
        if (sums != null && Stream.of(Side.values()).anyMatch(s -> sums[s.ordinal() * KEPT] > 0)) {
          told.add(
              new TollSums.Line(
                  harm,
                  victims,
                  sum(sums, Side.BEFORE),
                  sum(sums, Side.AFTER),
                  sum(sums, Side.CAME)));
        }
      }
    }
    return new TollSums(of, name, compared, came, List.copyOf(told), new TreeMap<>());
  }

  private static Sum sum(long[] sums, Side side) {
    int at = side.ordinal() * KEPT;
    long open = sums[at + 4];
    return new Sum(
        sums[at],
        sums[at + 1],
        sums[at + 2],
        open == 0 ? OptionalLong.of(sums[at + 3]) : OptionalLong.empty(),
        sums[at + 3],
        open);
  }

  private static String key(Harm harm, Victims victims) {
    return KEYS[harm.ordinal()][victims.ordinal()];
  }

  private static final String[][] KEYS =
      Stream.of(Harm.values())
          .map(
              harm ->
                  Stream.of(Victims.values())
                      .map(victims -> harm.word() + "." + victims.word())
                      .toArray(String[]::new))
          .toArray(String[][]::new);
}
