package org.bilan.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The one way to write an assessment, so that every door gives the same bytes. */
public final class AssessmentJson {

  private static final ObjectWriter COMPACT =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build()
          .writerFor(Assessment.class);

  private static final ObjectWriter INDENTED = COMPACT.withDefaultPrettyPrinter();

  private AssessmentJson() {}

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(Assessment assessment) {
    try {
      return COMPACT.writeValueAsBytes(assessment);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An assessment cannot be written", e);
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
