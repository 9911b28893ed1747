package org.bilan.dossier;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A place.
 *
 * @param country ISO 3166-1 alpha-2
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 * @param precision how exactly it is known
 */
public record Place(
    Optional<String> name,
    Optional<String> admin1,
    Optional<String> country,
    OptionalDouble lat,
    OptionalDouble lon,
    Optional<Precision> precision) {

  /** Mean radius of the Earth in kilometres (IUGG). */
  private static final double EARTH_RADIUS_KM = 6371.0;

  /**
   * Great-circle distance in whole kilometres, or empty when either place has no coordinates.
   * Haversine formula, in strict arithmetic so that every machine gets the same number.
   */
  public Optional<Integer> kilometresTo(Place other) {
    if (lat.isEmpty() || lon.isEmpty() || other.lat.isEmpty() || other.lon.isEmpty()) {
      return Optional.empty();
    }
    double phi1 = StrictMath.toRadians(lat.getAsDouble());
    double phi2 = StrictMath.toRadians(other.lat.getAsDouble());
    double dPhi = StrictMath.sin((phi2 - phi1) / 2);
    double dLambda =
        StrictMath.sin(StrictMath.toRadians(other.lon.getAsDouble() - lon.getAsDouble()) / 2);
    double a = dPhi * dPhi + StrictMath.cos(phi1) * StrictMath.cos(phi2) * dLambda * dLambda;
    double angle = 2 * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1.0, a)));
    return Optional.of((int) StrictMath.round(EARTH_RADIUS_KM * angle));
  }
}
