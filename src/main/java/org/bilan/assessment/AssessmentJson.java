package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/** The one way to write an assessment, so that every door gives the same bytes. */
public final class AssessmentJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final ObjectWriter COMPACT = MAPPER.writerFor(Assessment.class);

  private static final ObjectWriter INDENTED = COMPACT.withDefaultPrettyPrinter();

  private static final JsonMapper LENIENT =
      MAPPER
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private static final ObjectReader READER = LENIENT.readerFor(Assessment.class);

  private AssessmentJson() {}

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(Assessment assessment) {
    try {
      return COMPACT.writeValueAsBytes(assessment);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An assessment cannot be written", e);
    }
  }

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(Comparison comparison) {
    return written(comparison);
  }

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(Timeline timeline) {
    return written(timeline);
  }

  /**
   * Reads what {@link #write(Assessment)} wrote, perhaps years ago. Lists that were left out are
   * empty; what assessments have had since then is not there, and what they no longer have is
   * passed over.
   *
   * @throws IllegalArgumentException when it is no assessment
   */
  public static Assessment read(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("No assessment", e);
    }
  }

  /**
   * Reads what {@link #write(Comparison)} wrote.
   *
   * @throws IllegalArgumentException when it is no comparison
   */
  public static Comparison readComparison(byte[] json) {
    try {
      return LENIENT.readValue(json, Comparison.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("No comparison", e);
    }
  }

  private static byte[] written(Object document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written", e);
    }
  }

  /** For people to read and to compare as a diff. */
  public static String indented(Assessment assessment) {
    try {
      return INDENTED.writeValueAsString(assessment) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An assessment cannot be written", e);
    }
  }
}
