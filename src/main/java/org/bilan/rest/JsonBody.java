package org.bilan.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A body that is one JSON object, read strictly. */
final class JsonBody {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * Reads a body.
   *
   * @param most bytes
   */
  static ObjectNode read(InputStream body, int most) {
    return object(bytes(body, most));
  }

  /** Reads a body that may be left out: then it is an empty object. */
  static ObjectNode readIfAny(InputStream body, int most) {
    byte[] bytes = bytes(body, most);
    return bytes.length == 0 ? JSON.createObjectNode() : object(bytes);
  }

  private static byte[] bytes(InputStream body, int most) {
    try {
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Refusal.tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.badRequest("The body ended before its time.");
    }
  }

  private static ObjectNode object(byte[] bytes) {
    try {
      // Jackson takes longer spellings of a character, which others read otherwise.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException | CharacterCodingException notJson) {
      throw Refusal.badRequest("The body is not well-formed JSON.");
    } catch (IOException e) {
      throw new IllegalStateException("Bytes at hand cannot be read", e);
    }
    throw Refusal.badRequest("The body is not a JSON object.");
  }
}
