package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The one way to write what a run moved as JSON, so that every door gives the same bytes. */
public final class MovedJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private MovedJson() {}

  /** One document. */
  private record Document(RunFacts run, @JsonUnwrapped Moved moved) {}

  /** One line of UTF-8, without the line's end. */
  public static byte[] write(RunFacts run, Moved moved) {
    try {
      return JSON.writeValueAsBytes(new Document(run, moved));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What moved cannot be written", e);
    }
  }
}
