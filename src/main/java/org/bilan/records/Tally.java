package org.bilan.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bilan.dossier.Moment;
import org.bilan.dossier.TrackRecord;

/** What some incidents tell, added up; what one told can be taken out again. Not thread-safe. */
final class Tally {

  /**
   * How a source fared.
   *
   * @param unknown in how many incidents nobody knows
   */
  private record Counts(int right, int wrong, int unknown) {
    Counts plus(Verdict verdict, int sign) {
      return new Counts(
          right + (verdict == Verdict.RIGHT ? sign : 0),
          wrong + (verdict == Verdict.WRONG ? sign : 0),
          unknown + (verdict == Verdict.UNKNOWN ? sign : 0));
    }
  }

  private static final Counts NONE = new Counts(0, 0, 0);

  private final Map<String, Counts> sources = new HashMap<>();
  private final Map<SourcePair, Shared> pairs = new HashMap<>();
  private Counts all = NONE;
  private int incidents;

  void add(Told told) {
    count(told, 1);
  }

  void takeOut(Told told) {
    count(told, -1);
  }

  private void count(Told told, int sign) {
    incidents += told.verdicts().isEmpty() ? 0 : sign;
    told.verdicts()
        .forEach(
            (source, verdict) -> {
              sources.merge(source, NONE.plus(verdict, sign), (a, b) -> a.plus(verdict, sign));
              all = all.plus(verdict, sign);
            });
    told.pairs()
        .forEach(
            (pair, shared) ->
                pairs.merge(
                    pair, Shared.NOTHING.plus(shared, sign), (a, b) -> a.plus(shared, sign)));
  }

  /** How many incidents tell how somebody fared. */
  int incidents() {
    return incidents;
  }

  /** Of all that was right or wrong, how many percent were right; 50 where nothing was. */
  int usual() {
    int cases = all.right() + all.wrong();
    return cases == 0 ? 50 : (int) Math.round(100.0 * all.right() / cases);
  }

  /** A source's record; absent where there is no case of it. */
  Optional<TrackRecord> record(String source, Moment asOf) {
    return Optional.ofNullable(sources.get(source))
        .filter(counts -> !counts.equals(NONE))
        .map(c -> new TrackRecord(c.right(), c.wrong(), c.unknown(), usual(), asOf));
  }

  Shared shared(SourcePair pair) {
    return pairs.getOrDefault(pair, Shared.NOTHING);
  }

  /** The records of all sources, by identity. */
  Map<String, TrackRecord> records(Moment asOf) {
    Map<String, TrackRecord> records = new TreeMap<>();
    sources.keySet().forEach(s -> record(s, asOf).ifPresent(r -> records.put(s, r)));
    return records;
  }

  /** All pairs that have shared a figure. */
  Map<SourcePair, Shared> pairs() {
    Map<SourcePair, Shared> sharing = new TreeMap<>();
    pairs.forEach(
        (pair, shared) -> {
          if (shared.same() > 0) {
            sharing.put(pair, shared);
          }
        });
    return sharing;
  }
}
