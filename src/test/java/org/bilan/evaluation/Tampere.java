package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts of rain for the next day, Tampere 2003, by the Finnish Meteorological Institute: the
 * worked example of "Verifying probability of precipitation" by the WWRP/WGNE Joint Working Group
 * on Verification (cawcr.gov.au/projects/verification/POP3/POP3.html). The counts are of the data
 * set pop.light of the R package verification, of P. Nurmi.
 */
final class Tampere {

  /** On how many days each tenth, from 0 to 10, was forecast. */
  private static final int[] DAYS = {46, 55, 59, 41, 19, 22, 22, 34, 24, 11, 13};

  /** On how many of them it rained. */
  private static final int[] RAIN = {1, 1, 5, 5, 4, 8, 6, 16, 16, 8, 11};

  /** A bin for each tenth that was forecast. */
  static final Bins TENTHS =
      new Bins(List.of(0.0, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1.0));

  private Tampere() {}

  /** All 346. */
  static List<Forecast> forecasts() {
    List<Forecast> forecasts = new ArrayList<>();
    for (int tenth = 0; tenth <= 10; tenth++) {
      for (int day = 0; day < DAYS[tenth]; day++) {
        forecasts.add(new Forecast(tenth / 10.0, day < RAIN[tenth]));
      }
    }
    return forecasts;
  }
}
