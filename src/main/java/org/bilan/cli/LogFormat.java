package org.bilan.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the service's messages are written. */
enum LogFormat {
  /** For people. */
  TEXT,
  /** One JSON object a line, for what collects logs. */
  JSON;

  /** Reads the word; blank is text, as compose files leave variables blank. */
  static final class Reader implements ITypeConverter<LogFormat> {
    @Override
    public LogFormat convert(String value) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "", "text" -> TEXT;
        case "json" -> JSON;
        default ->
            throw new TypeConversionException(
                "'%s' is no format of logs. Give text or json.".formatted(value));
      };
    }
  }
}
