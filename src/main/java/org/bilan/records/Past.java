package org.bilan.records;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bilan.dossier.Copying;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Limits;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Source;
import org.bilan.dossier.TrackRecord;

/**
 * What was known of a dossier's sources before its incident began.
 *
 * @param records by the sources' ids
 * @param copies by the id of one source of each pair
 */
public record Past(Map<String, TrackRecord> records, Map<String, List<Copying>> copies) {

  /**
   * From how many percent on it is worth telling that two may copy: where it is likelier than not.
   */
  static final int TOLD = 50;

  /**
   * Whose past is asked for.
   *
   * @param incident id of the incident
   * @param day on which the incident begins, in UTC
   * @param identities what makes its sources one with those of other dossiers, by their ids
   */
  public record Asked(String incident, LocalDate day, Map<String, String> identities) {

    static Asked of(Dossier dossier, Identity identity) {
      Map<String, String> identities = new TreeMap<>();
      for (Source source : dossier.sources()) {
        identity.of(source).ifPresent(same -> identities.put(source.id(), same));
      }
      Instant begun = dossier.incident().date().from().earliest();
      return new Asked(
          dossier.incident().id(), LocalDate.ofInstant(begun, ZoneOffset.UTC), identities);
    }

    /** The same, as if its incident began on this day. */
    Asked asOfDay(LocalDate earlier) {
      return new Asked(incident, earlier, identities);
    }

    /** The last moment before that day. */
    Instant until() {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
    }
  }

  private record Suspected(SourcePair ids, Shared shared) {}

  /** By what was known before that day. */
  static Past of(Asked asked, Tally tally) {
    Optional<Moment> dayBefore = Moment.parse(asked.day().minusDays(1).toString());
    if (dayBefore.isEmpty()) {
      return new Past(Map.of(), Map.of()); // before the first year of the calendar
    }
    Moment asOf = dayBefore.get();
    Map<String, TrackRecord> records = new TreeMap<>();
    asked
        .identities()
        .forEach((id, same) -> tally.record(same, asOf).ifPresent(r -> records.put(id, r)));
    List<Suspected> suspected = new ArrayList<>();
    List<String> ids = new ArrayList<>(asked.identities().keySet());
    for (int i = 0; i < ids.size(); i++) {
      for (int k = 0; k < i; k++) {
        suspected(asked, ids.get(k), ids.get(i), tally).ifPresent(suspected::add);
      }
    }
    Map<String, List<Copying>> copies = new TreeMap<>();
    suspected.stream()
        .sorted(
            Comparator.comparing((Suspected s) -> -s.shared().percent())
                .thenComparing(Suspected::ids))
        .limit(Limits.COPIES)
        .forEach(
            s ->
                copies
                    .computeIfAbsent(s.ids().one(), id -> new ArrayList<>())
                    .add(
                        new Copying(
                            s.ids().other(), s.shared().percent(), s.shared().same(), asOf)));
    return new Past(records, copies);
  }

  private static Optional<Suspected> suspected(Asked asked, String one, String other, Tally tally) {
    String first = asked.identities().get(one);
    String second = asked.identities().get(other);
    Shared shared = tally.shared(SourcePair.of(first, second));
    boolean told = !first.equals(second) && shared.same() > 0 && shared.percent() >= TOLD;
    return told ? Optional.of(new Suspected(SourcePair.of(one, other), shared)) : Optional.empty();
  }
}
