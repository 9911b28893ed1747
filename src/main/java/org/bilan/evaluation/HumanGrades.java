package org.bilan.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;

/**
 * The grades that people gave, from a table: the incident's {@code id}, its {@code grade}, perhaps
 * the {@code claim} that was graded, and any other columns, by which results may be split.
 */
public final class HumanGrades {

  private static final String ID = "id";

  /** What an incident's id is called in a list of objects. */
  private static final String INCIDENT = "incident";

  private static final String GRADE = "grade";
  private static final String CLAIM = "claim";

  private static final List<String> WORDS = Arrays.stream(Grade.values()).map(Grade::word).toList();

  private static final String MALFORMED = "table.malformed";

  /** Of a table that is of something else, these are enough. */
  private static final int MOST_PROBLEMS = 50;

  /** Far more than people keep beside a grade; a table with more is of something else. */
  private static final int MOST_COLUMNS = 100;

  /**
   * What people made of an incident.
   *
   * @param claim the claim that they graded; empty when they graded the incident
   * @param fields what else the table says of it, by column
   */
  public record HumanGrade(Grade grade, Optional<String> claim, Map<String, String> fields) {}

  private final Map<String, HumanGrade> grades = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> fields = new ArrayList<>();
  private final List<InvalidGrades.Problem> problems = new ArrayList<>();

  /** What the incident's id is called in this table. */
  private final String id;

  private HumanGrades(String id) {
    this.id = id;
  }

  /**
   * Reads a table: see {@link Cells}.
   *
   * @param file its name, for messages
   * @throws InvalidGrades with all problems
   * @throws IOException when it cannot be read
   */
  public static HumanGrades read(InputStream in, String file) throws InvalidGrades, IOException {
    HumanGrades all = new HumanGrades(ID);
    try {
      all.read(in);
    } catch (CharacterCodingException encoding) {
      all.unreadable(encoding, 0);
    }
    return all.checked(file);
  }

  /**
   * Takes a table from a list.
   *
   * @param rows each with the {@code incident}, its {@code grade}, perhaps the {@code claim}, and
   *     other columns
   * @throws InvalidGrades with all problems
   */
  public static HumanGrades of(List<Map<String, String>> rows) throws InvalidGrades {
    HumanGrades all = new HumanGrades(INCIDENT);
    rows.stream()
        .flatMap(row -> row.keySet().stream())
        .filter(name -> !List.of(INCIDENT, GRADE, CLAIM).contains(name))
        .distinct()
        .sorted()
        .forEach(all.fields::add);
    all.checkColumns(all.fields.size(), 0);
    long row = 0;
    for (Map<String, String> cells : rows) {
      row++;
      if (all.mayGoOn() && all.fields.size() <= MOST_COLUMNS) {
        all.add(row, new LinkedHashMap<>(cells));
      }
    }
    return all.checked("grades");
  }

  private void unreadable(IOException why, long row) {
    if (why instanceof CharacterCodingException) {
      problem("table.encoding", 0, "", "encoding");
    } else {
      problem(MALFORMED, row, "", "quotes");
    }
  }

  private boolean mayGoOn() {
    return problems.size() < MOST_PROBLEMS;
  }

  private HumanGrades checked(String file) throws InvalidGrades {
    if (grades.isEmpty() && problems.isEmpty()) {
      problem("grades.missing", 0, "", "none", id);
    }
    if (!mayGoOn()) {
      problem(MALFORMED, 0, "", "more");
    }
    if (!problems.isEmpty()) {
      throw new InvalidGrades(file, problems);
    }
    return this;
  }

  private void read(InputStream in) throws IOException {
    try (CSVParser rows = Cells.open(in)) {
      try {
        take(rows);
      } catch (UncheckedIOException failed) {
        unreadable(failed.getCause(), rows.getRecordNumber() + 1);
      }
    }
  }

  private void take(CSVParser rows) {
    List<String> columns = List.of();
    for (CSVRecord row : rows) {
      if (columns.isEmpty()) {
        columns = columns(row);
        if (!problems.isEmpty()) {
          return;
        }
      } else if (row.size() < columns.size() || !Cells.blank(row, columns.size())) {
        problem(MALFORMED, row.getRecordNumber(), "", "cells", row.size(), columns.size());
      } else {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          cells.put(columns.get(i), row.get(i));
        }
        add(row.getRecordNumber(), cells);
      }
      if (!mayGoOn()) {
        return;
      }
    }
  }

  private void checkColumns(int count, long row) {
    if (count > MOST_COLUMNS) {
      problem("columns.too-many", row, "", "columns", count, MOST_COLUMNS);
    }
  }

  private List<String> columns(CSVRecord header) {
    checkColumns(header.size(), header.getRecordNumber());
    if (!problems.isEmpty()) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      String bare = name.strip();
      String lower = bare.toLowerCase(Locale.ROOT);
      columns.add(List.of(ID, GRADE, CLAIM).contains(lower) ? lower : bare);
    }
    while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
      columns.remove(columns.size() - 1); // as spreadsheets leave them at the end
    }
    Set<String> once = new HashSet<>();
    for (String name : columns) {
      if (!once.add(name) && mayGoOn()) {
        problem(MALFORMED, 1, name, "column.twice", name);
      }
    }
    for (String needed : List.of(ID, GRADE)) {
      if (!columns.contains(needed)) {
        problem(MALFORMED, header.getRecordNumber(), needed, "column.missing", needed);
      }
    }
    columns.stream().filter(name -> !List.of(ID, GRADE, CLAIM).contains(name)).forEach(fields::add);
    return columns;
  }

  private void add(long row, Map<String, String> cells) {
    cells.replaceAll((column, cell) -> cell.strip());
    String incident = Objects.requireNonNullElse(cells.remove(id), "");
    String said = Objects.requireNonNullElse(cells.remove(GRADE), "");
    Optional<String> claim = Optional.ofNullable(cells.remove(CLAIM)).filter(c -> !c.isEmpty());
    Optional<Grade> grade = Word.of(Grade.class, said.toLowerCase(Locale.ROOT));
    if (incident.isEmpty()) {
      problem("incident.missing", row, id, "incident.missing", id);
    }
    if (grade.isEmpty()) {
      Optional<String> meant = Suggestion.nearest(said.toLowerCase(Locale.ROOT), WORDS);
      problem(
          "grade.unknown",
          row,
          GRADE,
          meant.isPresent() ? "grade.meant" : "grade.unknown",
          said,
          meant.orElse(String.join(", ", WORDS)));
    }
    if (!incident.isEmpty() && !seen.add(incident)) {
      problem("incident.twice", row, id, "incident.twice", incident);
    }
    grade.ifPresent(given -> grades.put(incident, new HumanGrade(given, claim, Map.copyOf(cells))));
  }

  private void problem(String code, long row, String column, String phrase, Object... values) {
    problems.add(new InvalidGrades.Problem(code, row, column, phrase, List.of(values)));
  }

  /** By the incidents' ids. */
  public Map<String, HumanGrade> grades() {
    return Map.copyOf(grades);
  }

  /** The columns beside id, grade and claim. */
  public List<String> fields() {
    return List.copyOf(fields);
  }

  /** How many values a column has; 0 when there is none of that name. */
  public int values(String field) {
    return (int)
        grades.values().stream()
            .flatMap(grade -> Optional.ofNullable(grade.fields().get(field)).stream())
            .distinct()
            .count();
  }
}
