package org.bilan.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where traces are sent.
 *
 * @param address empty: nowhere
 */
record Collector(Optional<URI> address) {

  /** Reads an address; blank is none, as compose files leave variables blank. */
  static final class Reader implements ITypeConverter<Collector> {
    @Override
    public Collector convert(String value) {
      if (value.isBlank()) {
        return new Collector(Optional.empty());
      }
      try {
        URI address = new URI(value.strip());
        if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
          return new Collector(Optional.of(address));
        }
      } catch (URISyntaxException e) {
        // Said below.
      }
      // It may hold a password, so it is not repeated here.
      throw new TypeConversionException(
          "The address for traces is none. Give that of an OTLP collector: http://host:4318");
    }
  }
}
