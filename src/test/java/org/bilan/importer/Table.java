package org.bilan.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of one row, whose cells a test changes. */
final class Table {

  private final Map<String, String> cells = new LinkedHashMap<>();
  private char separator = ',';

  /** A state-based event of UCDP GED, made up. */
  static Table ged() {
    return new Table()
        .with("id", "77")
        .with("type_of_violence", "1")
        .with("conflict_name", "Freedonia: Government")
        .with("dyad_name", "Government of Freedonia - Reds")
        .with("side_a", "Government of Freedonia")
        .with("side_b", "Reds")
        .with("source_article", "\"Gazette,2020-05-04,Nine die; more, perhaps\"")
        .with("source_original", "police")
        .with("where_prec", "1")
        .with("where_coordinates", "Aba village")
        .with("adm_1", "North")
        .with("latitude", "12.5")
        .with("longitude", "-3.25")
        .with("country", "Mali")
        .with("date_prec", "1")
        .with("date_start", "2020-05-03")
        .with("date_end", "2020-05-03")
        .with("deaths_a", "2")
        .with("deaths_b", "3")
        .with("deaths_civilians", "4")
        .with("deaths_unknown", "0")
        .with("best", "9")
        .with("high", "9")
        .with("low", "9");
  }

  /** An event of ACLED, made up. */
  static Table acled() {
    return new Table()
        .with("event_id_cnty", "FRE12")
        .with("event_date", "03 December 2020")
        .with("year", "2020")
        .with("time_precision", "1")
        .with("event_type", "Violence against civilians")
        .with("sub_event_type", "Attack")
        .with("actor1", "Reds")
        .with("inter1", "2")
        .with("actor2", "Civilians (Freedonia)")
        .with("inter2", "7")
        .with("country", "Mali")
        .with("admin1", "North")
        .with("location", "Aba")
        .with("latitude", "12.5")
        .with("longitude", "-3.25")
        .with("geo_precision", "2")
        .with("source", "Gazette; Radio One")
        .with("notes", "On 3 December, Reds killed five people at Aba [size=no report].")
        .with("fatalities", "5");
  }

  Table with(String column, String cell) {
    cells.put(column, cell);
    return this;
  }

  Table without(String... columns) {
    List.of(columns).forEach(cells::remove);
    return this;
  }

  Table renamed(String column, String name) {
    return with(name, cells.remove(column));
  }

  Table separatedBy(char other) {
    separator = other;
    return this;
  }

  String header() {
    return String.join(String.valueOf(separator), cells.keySet());
  }

  String row() {
    return cells.values().stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(String.valueOf(separator)));
  }

  /** The header, and the row as often as asked for. */
  String text(int rows) {
    List<String> lines = new ArrayList<>(List.of(header()));
    for (int i = 0; i < rows; i++) {
      lines.add(row());
    }
    return String.join("\n", lines) + "\n";
  }
}
