package org.bilan.records;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import org.bilan.dossier.Copying;
import org.bilan.dossier.Moment;

/** Writes what was known of a dossier's sources into it, in the place of what stood there. */
public final class PastJson {

  /** Numbers stay as they are spelt. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private PastJson() {}

  /** The dossier, which was read, on one line in UTF-8, without its end. */
  public static byte[] into(byte[] dossier, Past past) {
    try {
      JsonNode document = JSON.readTree(dossier);
      document.path("sources").forEach(source -> into((ObjectNode) source, past));
      return JSON.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void into(ObjectNode source, Past past) {
    source.remove(List.of("record", "copies"));
    String id = source.path("id").textValue();
    if (past.records().containsKey(id)) {
      var record = past.records().get(id);
      source
          .putObject("record")
          .put("right", record.right())
          .put("wrong", record.wrong())
          .put("unknown", record.unknown())
          .put("usual", record.usual())
          .put("asOf", day(record.asOf()));
    }
    for (Copying copying : past.copies().getOrDefault(id, List.of())) {
      source
          .withArray("copies")
          .addObject()
          .put("source", copying.source())
          .put("percent", copying.percent())
          .put("shared", copying.shared())
          .put("asOf", day(copying.asOf()));
    }
  }

  private static String day(Moment moment) {
    return moment.earliest().atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
