package org.bilan.importer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON on one line, in UTF-8. */
final class JsonLine {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonLine() {}

  /** The same document; its bytes too, if they are a line of UTF-8 already. */
  static byte[] of(byte[] json) {
    return fits(json) ? json : copy(json);
  }

  private static boolean fits(byte[] json) {
    if (json.length == 0 || json[0] != '{') {
      return false;
    }
    for (byte b : json) {
      if (b == '\n' || b == '\r' || b == 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] copy(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
    try (JsonParser parser = JSON.createParser(json);
        JsonGenerator generator = JSON.createGenerator(out)) {
      while (parser.nextToken() != null) {
        generator.copyCurrentEventExact(parser);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
