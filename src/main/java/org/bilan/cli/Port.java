package org.bilan.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port, so that a wrong one is refused before anything is started for it. */
final class Port implements ITypeConverter<Integer> {

  private static final int MOST = 65_535;

  @Override
  public Integer convert(String value) {
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) > MOST) {
      throw new TypeConversionException(
          "'%s' is no port. Give a whole number, 0 to %d; 0 takes any that is free."
              .formatted(value, MOST));
    }
    return Integer.valueOf(value);
  }
}
