package org.bilan.movement;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Place;

/**
 * Where an incident belongs in a table.
 *
 * @param incident its id
 * @param country ISO 3166-1 alpha-2, where it is known
 * @param conflict as the dossier names it, where it is known
 * @param month in which the incident began, in UTC ({@code 2024-03}), where it is known
 */
public record Where(
    String incident, Optional<String> country, Optional<String> conflict, Optional<String> month) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

  /** Where a dossier's incident belongs. */
  public static Where of(Dossier dossier) {
    return new Where(
        dossier.incident().id(),
        dossier.incident().place().flatMap(Place::country),
        dossier.incident().conflict(),
        Optional.of(MONTH.format(dossier.incident().date().from().earliest())));
  }

  /** Without the conflict, whose name is free text: of a dossier of which not all see all. */
  public Where withoutConflict() {
    return new Where(incident, country, Optional.empty(), month);
  }
}
