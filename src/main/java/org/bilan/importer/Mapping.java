package org.bilan.importer;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.dossier.Problem;
import org.bilan.dossier.Suggestion;

/**
 * Explains the columns of a table: each row is an incident, with a report by a source that takes a
 * stance on claims.
 *
 * @param file its name, for people
 * @param separator of cells; where absent, the one that the header has most of
 * @param charset where it says so
 * @param date how days are written
 * @param fields what stands where, by the names of {@link MappingFields} ({@code incident.id})
 * @param claims of each claim what stands where ({@code harm})
 */
public record Mapping(
    String file,
    Optional<Character> separator,
    Optional<Charset> charset,
    DateTimeFormatter date,
    Map<String, Value> fields,
    List<Map<String, Value>> claims) {

  /**
   * Where a value stands.
   *
   * @param text a column's name, or the value itself
   * @param constant whether it is the value itself
   * @param line of the mapping
   */
  record Value(String text, boolean constant, int line) {}

  /**
   * Reads a mapping.
   *
   * @throws InvalidMapping with all its problems
   */
  public static Mapping read(String file, String yaml) throws InvalidMapping {
    return new MappingReader(file).read(yaml);
  }

  /** Columns that it names and a table does not have. */
  List<Problem> missing(Header header) {
    List<Problem> missing = new ArrayList<>();
    Stream.concat(Stream.of(fields), claims.stream())
        .flatMap(values -> values.values().stream())
        .filter(value -> !value.constant() && !header.has(value.text()))
        .forEach(
            value ->
                missing.add(
                    new Problem(
                        "mapping.column",
                        "",
                        "\"%s\" in line %d of %s".formatted(value.text(), value.line(), file),
                        "a column of the table: " + String.join(", ", header.names()),
                        Suggestion.advice(
                            value.text(),
                            header.names(),
                            "Name one, or write = before what is the same in each row."))));
    return missing;
  }
}
