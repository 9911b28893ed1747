package org.bilan.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Bytes to a JSON document, within bounds. What is wrong here ends the reading. */
final class JsonText {

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.DEPTH)
                          .maxNameLength(1_000)
                          .maxTokenCount(Limits.TOKENS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private JsonText() {}

  /**
   * The document that bytes spell: at most {@link Limits#BYTES}, in UTF-8 or marked otherwise.
   *
   * @throws InvalidDossier with the one problem that ends the reading
   */
  static JsonNode parse(byte[] json) throws InvalidDossier {
    if (json.length > Limits.BYTES) {
      throw invalid(
          "json.too-large",
          json.length + " bytes",
          "at most " + Limits.BYTES + " bytes",
          "Split the dossier, or leave out texts that no stance rests on.");
    }
    OptionalInt notUtf8 = Characters.notUtf8(json);
    if (notUtf8.isPresent()) {
      throw invalid(
          "json.encoding",
          "0x%02X, byte %d".formatted(json[notUtf8.getAsInt()], notUtf8.getAsInt() + 1),
          "JSON in UTF-8",
          "Save the file as UTF-8.");
    }
    try {
      JsonNode node = JSON.readTree(json);
      if (node == null || node.isMissingNode()) {
        throw invalid("json.syntax", "nothing", "a dossier: a JSON object", "Give one.");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new InvalidDossier(List.of(JsonFault.of(json, e)));
    } catch (IOException e) {
      throw invalid(
          "json.encoding", "bytes that spell nothing", "JSON in UTF-8", "Save the file as UTF-8.");
    }
  }

  private static InvalidDossier invalid(String code, String found, String expected, String advice) {
    return new InvalidDossier(List.of(new Problem(code, "", found, expected, advice)));
  }
}
