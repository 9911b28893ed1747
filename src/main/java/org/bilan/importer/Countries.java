package org.bilan.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The codes of countries (ISO 3166-1, two letters) by the names that data sets give them. */
final class Countries {

  private static final Map<String, String> CODES = read();

  private Countries() {}

  /** The code of a country; empty for a name that is not known, or of a country that is no more. */
  static Optional<String> code(String name) {
    String plain = plain(name);
    return Optional.ofNullable(CODES.get(plain))
        .or(() -> Optional.ofNullable(CODES.get(plain.replaceFirst("\\s*\\(.*\\)$", ""))));
  }

  /** Lines of a code and the names of its country, separated by bars. */
  private static Map<String, String> read() {
    Map<String, String> codes = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Countries.class.getResourceAsStream("countries.txt"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (String name : line.substring(3).split("\\|")) {
          codes.put(plain(name), line.substring(0, 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
