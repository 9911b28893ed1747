package org.bilan.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Place;
import org.bilan.dossier.Precision;
import org.bilan.dossier.Proposition;

/** Facts about how exactly it is known where and when the incident happened. */
public final class Setting {

  private static final long SECONDS_OF_A_DAY = 86_400;

  private Setting() {}

  /**
   * How exactly the place is known (Airwars: the ladder of location accuracy).
   *
   * @param rung from 1, the exact place, over street, neighbourhood, village, town, district and
   *     province to 8, the country
   */
  public record PlacePrecision(
      String claim, Proposition proposition, int rung, String place, List<String> facts)
      implements Aspect {}

  /**
   * How exactly the time is known.
   *
   * @param days begun days from the earliest moment that it may have begun to the latest that it
   *     may have ended, at least 1
   */
  public record TimePrecision(String claim, Proposition proposition, int days, List<String> facts)
      implements Aspect {}

  static void derive(Claim claim, Incident incident, FactSink sink) {
    Optional<Precision> precision = incident.place().flatMap(Place::precision);
    if (precision.isPresent()) {
      int rung = precision.get().ordinal() + 1;
      String word = precision.get().word();
      sink.add(new PlacePrecision(claim.id(), Proposition.HARM, rung, word, List.of()));
    } else {
      sink.missing(PlacePrecision.class, "incident.place.precision");
    }
    Optional<Moment> to = incident.date().to();
    if (to.isPresent()) {
      Moment from = incident.date().from();
      sink.add(new TimePrecision(claim.id(), Proposition.HARM, days(from, to.get()), List.of()));
    } else {
      sink.missing(TimePrecision.class, "incident.date.to");
    }
  }

  private static int days(Moment from, Moment to) {
    long seconds = Duration.between(from.earliest(), to.latest()).toSeconds();
    long days = (seconds + SECONDS_OF_A_DAY - 1) / SECONDS_OF_A_DAY;
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, days));
  }
}
