package org.bilan.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
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
  private static final String GRADE = "grade";
  private static final String CLAIM = "claim";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final List<String> WORDS = Arrays.stream(Grade.values()).map(Grade::word).toList();

  /** Of a table that is of something else, these are enough. */
  private static final int MOST_PROBLEMS = 50;

  /**
   * What people made of an incident.
   *
   * @param claim the claim that they graded; empty when they graded the incident
   * @param fields what else the table says of it, by column
   */
  public record HumanGrade(Grade grade, Optional<String> claim, Map<String, String> fields) {}

  private final Map<String, HumanGrade> grades = new LinkedHashMap<>();
  private final List<String> fields = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private HumanGrades() {}

  /**
   * Reads a table in UTF-8, cells separated by commas (RFC 4180).
   *
   * @param file its name, for messages
   * @throws InvalidGrades with all problems
   * @throws IOException when it cannot be read
   */
  public static HumanGrades read(InputStream in, String file) throws InvalidGrades, IOException {
    HumanGrades all = new HumanGrades();
    try {
      all.read(in);
    } catch (UncheckedIOException quotes) {
      all.problem(0, "its quotes do not fit: " + quotes.getCause().getMessage());
    }
    if (!all.problems.isEmpty()) {
      throw new InvalidGrades(file, all.problems);
    }
    return all;
  }

  private void read(InputStream in) throws IOException {
    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
    try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
      List<String> columns = List.of();
      for (CSVRecord row : rows) {
        if (columns.isEmpty()) {
          columns = columns(row);
          if (!problems.isEmpty()) {
            return;
          }
        } else if (row.size() != columns.size()) {
          problem(
              row.getRecordNumber(),
              "it has %d cells, its header %d.".formatted(row.size(), columns.size()));
        } else {
          add(row, columns);
        }
        if (problems.size() >= MOST_PROBLEMS) {
          problems.add("There are more.");
          return;
        }
      }
      if (grades.isEmpty() && problems.isEmpty()) {
        problem(0, "it holds no grades. Give a row with id and grade for each incident.");
      }
    }
  }

  private List<String> columns(CSVRecord header) {
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      String bare = name.strip();
      columns.add(bare.isEmpty() || bare.charAt(0) != BYTE_ORDER_MARK ? bare : bare.substring(1));
    }
    columns.stream()
        .filter(name -> Collections.frequency(columns, name) > 1)
        .distinct()
        .forEach(name -> problem(1, "two columns are named \"%s\". Leave one.".formatted(name)));
    for (String needed : List.of(ID, GRADE)) {
      if (!columns.contains(needed)) {
        problem(
            header.getRecordNumber(),
            "there is no column \"%s\". The first row names the columns, with"
                + " commas between them: id,grade".formatted(needed));
      }
    }
    columns.stream().filter(name -> !List.of(ID, GRADE, CLAIM).contains(name)).forEach(fields::add);
    return columns;
  }

  private void add(CSVRecord row, List<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), row.get(i).strip());
    }
    String id = cells.remove(ID);
    String said = cells.remove(GRADE);
    Optional<String> claim = Optional.ofNullable(cells.remove(CLAIM)).filter(c -> !c.isEmpty());
    Optional<Grade> grade = Word.of(Grade.class, said.toLowerCase(Locale.ROOT));
    if (id.isEmpty()) {
      problem(row.getRecordNumber(), "its id is empty.");
    } else if (grade.isEmpty()) {
      problem(
          row.getRecordNumber(),
          "\"%s\" is no grade. %s"
              .formatted(
                  said,
                  Suggestion.advice(
                      said.toLowerCase(Locale.ROOT),
                      WORDS,
                      "Write one of: " + String.join(", ", WORDS) + ".")));
    } else if (grades.putIfAbsent(id, new HumanGrade(grade.get(), claim, Map.copyOf(cells)))
        != null) {
      problem(row.getRecordNumber(), "\"%s\" has been graded before. Leave one.".formatted(id));
    }
  }

  private void problem(long row, String what) {
    problems.add(row == 0 ? what : "row " + row + ": " + what);
  }

  /** By the incidents' ids. */
  public Map<String, HumanGrade> grades() {
    return Map.copyOf(grades);
  }

  /** The columns beside id, grade and claim. */
  public List<String> fields() {
    return List.copyOf(fields);
  }

  /** A table that does not say what people graded how. */
  public static final class InvalidGrades extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    private InvalidGrades(String file, List<String> problems) {
      super(file + ": " + String.join(" ", problems));
      this.problems = List.copyOf(problems);
    }

    /** All that is wrong, each in a sentence. */
    public List<String> problems() {
      return problems;
    }
  }
}
