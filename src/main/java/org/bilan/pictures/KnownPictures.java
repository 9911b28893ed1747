package org.bilan.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bilan.archive.Appearance;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Suggestion;
import org.bilan.evaluation.Cells;
import org.bilan.likeness.Fingerprint;

/**
 * A list of known pictures: a table with the columns {@code hash} (Bilan's fingerprint of the
 * picture, 64 hexadecimal digits) and {@code date} (when it was seen: a date, or a date-time with
 * offset), and perhaps {@code place}, {@code url} and {@code note}.
 */
public final class KnownPictures {

  private static final String HASH = "hash";
  private static final String DATE = "date";
  private static final String PLACE = "place";
  private static final String URL = "url";
  private static final String NOTE = "note";
  private static final List<String> COLUMNS = List.of(HASH, DATE, PLACE, URL, NOTE);

  private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  /** Characters of a place, an address or a note, as many as a dossier's url has at most. */
  private static final int LONGEST = 2_000;

  /** Of a table that is of something else, these are enough. */
  private static final int MOST_PROBLEMS = 50;

  private static final String MALFORMED = "table.malformed";

  /** Clocks differ; no picture was seen later than this from now. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** Takes what a list says of one picture. */
  public interface Each {
    void take(Appearance known);
  }

  private final Each each;
  private final Instant latest = Instant.now().plus(AHEAD);
  private final List<InvalidKnown.Problem> problems = new ArrayList<>();
  private long rows;
  private long line;

  private KnownPictures(Each each) {
    this.each = each;
  }

  /**
   * Reads a list: in UTF-8, with commas, semicolons or tabs between the cells.
   *
   * @param each takes each row, until one is bad
   * @return how many rows it has
   * @throws InvalidKnown with all problems, at most 50
   * @throws IOException when it cannot be read
   */
  public static long read(InputStream in, Each each) throws InvalidKnown, IOException {
    KnownPictures known = new KnownPictures(each);
    try {
      known.read(in);
    } catch (CharacterCodingException encoding) {
      known.unreadable(encoding);
    } catch (UncheckedIOException failed) {
      known.unreadable(failed.getCause());
    }
    if (known.rows == 0 && known.problems.isEmpty()) {
      known.wrong("known.missing", 1, "none");
    }
    if (!known.problems.isEmpty()) {
      throw new InvalidKnown(known.problems);
    }
    return known.rows;
  }

  private void unreadable(IOException why) throws IOException {
    if (why instanceof CharacterCodingException) {
      wrong("table.encoding", line + 1, "encoding");
    } else if (why instanceof CSVException) {
      wrong(MALFORMED, line + 1, "quotes");
    } else {
      throw why;
    }
  }

  private void read(InputStream in) throws IOException {
    try (CSVParser table = Cells.open(in)) {
      List<String> columns = List.of();
      for (CSVRecord row : table) {
        line = table.getCurrentLineNumber();
        if (columns.isEmpty()) {
          columns = columns(row);
          if (!problems.isEmpty()) {
            return;
          }
        } else if (row.size() < columns.size() || !Cells.blank(row, columns.size())) {
          wrong(MALFORMED, line, "cells", row.size(), columns.size());
        } else {
          take(cells(columns, row));
        }
        if (problems.size() > MOST_PROBLEMS) {
          problems.subList(MOST_PROBLEMS, problems.size()).clear();
          wrong(MALFORMED, line, "more");
          return;
        }
      }
    }
  }

  private List<String> columns(CSVRecord header) {
    List<String> columns = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (String cell : header) {
      String name = cell.strip().toLowerCase(Locale.ROOT);
      columns.add(name);
      if (!name.isEmpty() && !COLUMNS.contains(name)) {
        Optional<String> meant = Suggestion.nearest(name, COLUMNS);
        wrong(
            "column.unknown",
            line,
            meant.isPresent() ? "column.meant" : "column.unknown",
            shortened(name),
            meant.orElseGet(() -> String.join(", ", COLUMNS)));
      } else if (!name.isEmpty() && !once.add(name)) {
        wrong(MALFORMED, line, "column.twice", name);
      }
    }
    while (!columns.isEmpty() && columns.get(columns.size() - 1).isEmpty()) {
      columns.remove(columns.size() - 1); // as spreadsheets leave them at the end
    }
    for (String needed : List.of(HASH, DATE)) {
      if (!columns.contains(needed)) {
        wrong("column.missing", line, "column.missing", needed);
      }
    }
    return columns;
  }

  private static Map<String, String> cells(List<String> columns, CSVRecord row) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), row.get(i).strip());
    }
    return cells;
  }

  private void take(Map<String, String> cells) {
    int before = problems.size();
    rows++;
    String hash = cells.get(HASH);
    if (!DIGITS.matcher(hash).matches()) {
      wrong("hash.malformed", line, "hash", shortened(hash));
    }
    Optional<Moment> at = Moment.parse(cells.get(DATE));
    if (at.isEmpty()) {
      wrong("date.malformed", line, "date", shortened(cells.get(DATE)));
    } else if (at.get().earliest().isAfter(latest)) {
      wrong("date.ahead", line, "date.ahead", cells.get(DATE));
    }
    Optional<String> place = text(cells, PLACE);
    Optional<String> url = text(cells, URL).filter(this::checked);
    Optional<String> note = text(cells, NOTE);
    if (problems.size() == before && problems.isEmpty()) {
      each.take(Appearance.known(Fingerprint.parse(hash), micros(at.get()), place, url, note));
    }
  }

  private static Moment micros(Moment at) {
    return new Moment(
        at.earliest().truncatedTo(ChronoUnit.MICROS), at.latest().truncatedTo(ChronoUnit.MICROS));
  }

  private Optional<String> text(Map<String, String> cells, String column) {
    String text = cells.getOrDefault(column, "");
    if (text.length() > LONGEST) {
      wrong(column + ".too-long", line, "text.long", column, text.length(), LONGEST);
    } else if (CONTROL.matcher(text).find()) {
      wrong(column + ".malformed", line, "text.control", column);
    }
    return Optional.of(text).filter(said -> !said.isEmpty());
  }

  /** People follow it: nothing but pages. */
  private boolean checked(String address) {
    try {
      URI url = new URI(address);
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("(?i)https?")) {
        return true;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    wrong("url.malformed", line, "url", shortened(address));
    return false;
  }

  private static String shortened(String text) {
    String safe = CONTROL.matcher(text).replaceAll(" ");
    return safe.length() <= 80 ? safe : safe.substring(0, 80) + "…";
  }

  private void wrong(String code, long line, String word, Object... values) {
    problems.add(new InvalidKnown.Problem(code, line, word, List.of(values)));
  }
}
