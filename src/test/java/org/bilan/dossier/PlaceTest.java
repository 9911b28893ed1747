package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  /**
   * Great-circle distances on the mean sphere (6371 km), as published: Rosetta Code, "Haversine
   * formula" (Nashville to Los Angeles: 2886.4 km); Chris Veness, "Calculate distance, bearing and
   * more", movable-type.co.uk (Land's End to John o' Groats: 968.9 km); a degree of a great circle
   * (111.19 km), a quarter and half of one (10007.5 and 20015.1 km).
   */
  @ParameterizedTest
  @CsvSource({
    "36.12, -86.67, 33.94, -118.40, 2886",
    "50.066389, -5.714722, 58.643889, -3.07, 969",
    "0, 0, 0, 1, 111",
    "0, 0, 1, 0, 111",
    "0, 0, 90, 77, 10008",
    "90, 0, -90, 0, 20015",
    "16.27, -0.04, -16.27, 179.96, 20015",
    "0, 179.5, 0, -179.5, 111",
    "16.5, 0.4, 16.5, 0.4, 0",
  })
  void kilometresAgreeWithPublishedDistances(
      double lat, double lon, double otherLat, double otherLon, int kilometres) {
    Place one = at(OptionalDouble.of(lat), OptionalDouble.of(lon));
    Place other = at(OptionalDouble.of(otherLat), OptionalDouble.of(otherLon));
    assertThat(one.kilometresTo(other)).contains(kilometres);
    assertThat(other.kilometresTo(one)).contains(kilometres);
  }

  @Test
  void aPlaceWithoutCoordinatesIsAtNoKnownDistance() {
    Place somewhere = at(OptionalDouble.of(16.27), OptionalDouble.of(-0.04));
    Place noLongitude = at(OptionalDouble.of(16.27), OptionalDouble.empty());
    Place nowhere = at(OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(somewhere.kilometresTo(noLongitude)).isEmpty();
    assertThat(noLongitude.kilometresTo(somewhere)).isEmpty();
    assertThat(nowhere.kilometresTo(nowhere)).isEmpty();
  }

  private static Place at(OptionalDouble lat, OptionalDouble lon) {
    return new Place(
        Optional.empty(), Optional.empty(), Optional.empty(), lat, lon, Optional.empty());
  }
}
