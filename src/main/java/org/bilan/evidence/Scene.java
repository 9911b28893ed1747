package org.bilan.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Period;
import org.bilan.dossier.Place;
import org.bilan.dossier.Precision;

/**
 * When and where the incident was, and what of a picture is certainly out of it. Certainly: whoever
 * says that a picture shows something else calls somebody wrong, so every doubt is left to it.
 */
record Scene(Period date, Optional<Place> place) {

  /**
   * Kilometres within which a place lies that is known to a town or better: the UCDP GED codebook
   * codes as precision 2 what is known to lie within about 25 km of a known point. Districts and
   * coarser have no such bound: some are larger than a country.
   */
  private static final int PLACE_KM = 25;

  /**
   * Kilometres from which a strike may still be filmed: something 200 m above the ground, as a
   * column of smoke, sinks below the horizon at 3.57 √200, about 50 km (Bowditch, The American
   * Practical Navigator, on the distance of the horizon).
   */
  private static final int SIGHT_KM = 50;

  /**
   * Kilometres beyond which one place cannot be seen from another, with what is doubtful of each.
   */
  static final int OUT_OF_SIGHT_KM = 2 * PLACE_KM + SIGHT_KM;

  private static final Set<Precision> COARSE =
      EnumSet.of(Precision.DISTRICT, Precision.PROVINCE, Precision.COUNTRY);

  /**
   * Whether a moment was before the incident wherever on earth it was. Where either is a date
   * without a time of day, that may be a local one: then a day's grace.
   */
  boolean after(Moment moment) {
    Instant begun = date.from().earliest();
    if (timed(moment) && timed(date.from())) {
      return moment.latest().isBefore(begun);
    }
    return !moment.latest().isAfter(begun.minus(1, ChronoUnit.DAYS));
  }

  private static boolean timed(Moment moment) {
    return moment.earliest().equals(moment.latest());
  }

  /** Whole kilometres to a place; empty where either has no coordinates, or those of a region. */
  Optional<Integer> kilometres(Place taken) {
    return coarse(Optional.of(taken)) || coarse(place)
        ? Optional.empty()
        : place.flatMap(taken::kilometresTo);
  }

  static boolean located(Place place) {
    return place.lat().isPresent() && place.lon().isPresent();
  }

  /** Whether a place's coordinates are merely somewhere in a region. */
  static boolean coarse(Optional<Place> place) {
    return place.flatMap(Place::precision).filter(COARSE::contains).isPresent();
  }

  /** The field without which the distance to where pictures were taken is not known. */
  String missingForDistance(List<Picture> pictures) {
    List<Place> located =
        pictures.stream().flatMap(Picture::places).filter(Scene::located).toList();
    if (located.isEmpty()) {
      return "media.place";
    }
    if (place.filter(Scene::located).isEmpty()) {
      return "incident.place";
    }
    return coarse(place) ? "incident.place.precision" : "media.place.precision";
  }

  /** The field without which it is not known whether it could be seen from there. */
  String missingForSight(List<Picture> pictures) {
    boolean far =
        pictures.stream().flatMap(Picture::places).anyMatch(taken -> kilometres(taken).isPresent());
    if (!far) {
      return missingForDistance(pictures);
    }
    boolean precise = place.flatMap(Place::precision).isPresent();
    return precise ? "media.place.precision" : "incident.place.precision";
  }

  /** The field without which it is not known whether pictures were taken in another country. */
  String missingForCountry(List<Picture> pictures) {
    boolean given =
        pictures.stream().flatMap(Picture::places).anyMatch(taken -> taken.country().isPresent());
    return given ? "incident.place.country" : "media.place.country";
  }

  /** Whether it could not be seen from there; empty where that is not certain either way. */
  Optional<Boolean> outOfSight(Place taken) {
    boolean precise = taken.precision().isPresent() && place.flatMap(Place::precision).isPresent();
    return kilometres(taken)
        .filter(kilometres -> precise || kilometres <= OUT_OF_SIGHT_KM)
        .map(kilometres -> kilometres > OUT_OF_SIGHT_KM);
  }

  /** The same of coordinates that a camera wrote, which are exact. */
  Optional<Boolean> outOfSightOfExact(Place taken) {
    return outOfSight(
        new Place(
            taken.name(),
            taken.admin1(),
            taken.country(),
            taken.lat(),
            taken.lon(),
            Optional.of(Precision.EXACT)));
  }

  /** The field without which that is not known. */
  String missingForSightOfExact() {
    return place.filter(Scene::located).isPresent() ? "incident.place.precision" : "incident.place";
  }

  /**
   * Whether a place is in another country; empty where either country is not given. One province
   * under two countries' names is not another country: states dispute some.
   */
  Optional<Boolean> abroad(Place taken) {
    Optional<String> here = place.flatMap(Place::country);
    if (here.isEmpty() || taken.country().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> province = place.flatMap(Place::admin1);
    boolean sameProvince = province.isPresent() && province.equals(taken.admin1());
    return Optional.of(!here.equals(taken.country()) && !sameProvince);
  }
}
