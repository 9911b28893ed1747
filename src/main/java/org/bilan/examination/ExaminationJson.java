package org.bilan.examination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;

/** The one way to write an examination: it is kept and shown so. */
public final class ExaminationJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectWriter WRITER = MAPPER.writerFor(Examination.class);

  private static final ObjectReader READER = MAPPER.readerFor(Examination.class);

  private ExaminationJson() {}

  /** One line of UTF-8, without the line's end. Fields that are unknown are null. */
  public static byte[] write(Examination examination) {
    try {
      return WRITER.writeValueAsBytes(examination);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An examination cannot be written", e);
    }
  }

  /**
   * Reads what {@link #write} wrote, perhaps years ago.
   *
   * @throws IllegalArgumentException when it is no examination
   */
  public static Examination read(byte[] json) {
    try {
      return READER.readValue(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("No examination", e);
    }
  }
}
