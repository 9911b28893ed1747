package org.bilan.dossier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A fixed word of the contract: an enum constant, written in kebab case ({@code first-hand}). */
public interface Word {

  /** The constant's Java name. */
  String name();

  /** The word as files and the API spell it. */
  @JsonValue
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that is spelt so, or empty. Spelling is exact: case matters. */
  static <E extends Enum<E> & Word> Optional<E> of(Class<E> type, String spelling) {
    for (E constant : type.getEnumConstants()) {
      if (constant.word().equals(spelling)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
