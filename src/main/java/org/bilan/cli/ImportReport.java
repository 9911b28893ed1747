package org.bilan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bilan.dossier.Problem;
import org.bilan.importer.Outcome;
import org.bilan.importer.Row;
import org.bilan.sheet.Armour;

/**
 * What an import has to say of its rows, a line for each thing: why a row is not taken, or what was
 * made of an odd one that is. As CSV, or as JSON Lines where the file's name ends so.
 */
final class ImportReport {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> COLUMNS =
      List.of("file", "line", "record", "taken", "code", "at", "found", "expected", "advice");

  private final PrintStream print;
  private final boolean lines;

  private ImportReport(PrintStream print, boolean lines) throws IOException {
    this.print = print;
    this.lines = lines;
    if (!lines) {
      csv(COLUMNS);
    }
  }

  /** To a file of this name. */
  static ImportReport to(Path file, PrintStream print) throws IOException {
    return new ImportReport(
        print,
        file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)(\\.(gz|zst))?"));
  }

  void tell(Row row, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Refused refused) {
      for (Problem problem : refused.problems()) {
        tell(row, refused.record(), false, problem);
      }
    } else if (outcome instanceof Outcome.Taken taken) {
      for (Problem note : taken.notes()) {
        tell(row, taken.dossier().incident().id(), true, note);
      }
    }
  }

  private void tell(Row row, String record, boolean taken, Problem problem) throws IOException {
    List<Object> values =
        List.of(
            row.file(),
            row.line(),
            record,
            taken,
            problem.code(),
            problem.pointer(),
            problem.found(),
            problem.expected(),
            problem.advice());
    if (lines) {
      json(values);
    } else {
      csv(values.stream().map(value -> Armour.throughout(value.toString())).toList());
    }
  }

  private void json(List<Object> values) throws JsonProcessingException {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      named.put(COLUMNS.get(i), values.get(i));
    }
    print.writeBytes(JSON.writeValueAsBytes(named));
    print.write('\n');
  }

  private void csv(List<String> values) throws IOException {
    StringBuilder line = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(line, CSVFormat.RFC4180)) {
      csv.printRecord(values);
    }
    print.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
  }
}
