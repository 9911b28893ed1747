package org.bilan.tuning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.bilan.ruleset.RulesetDifference;

/**
 * Writes what a change of rules does, for commands. The service writes the same records by its own
 * mapper, in the same bytes: TuningTest holds the two together.
 */
public final class TuningJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private TuningJson() {}

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(Impact impact) {
    return written(impact);
  }

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(RulesetDifference difference) {
    return written(difference);
  }

  private static byte[] written(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written", e);
    }
  }
}
