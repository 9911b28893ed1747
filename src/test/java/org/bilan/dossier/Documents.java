package org.bilan.dossier;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Dossiers as JSON, to be changed at will. */
public final class Documents {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectWriter ASCII = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private Documents() {}

  /** A small dossier without a problem; each call gives a new one. */
  public static ObjectNode small() {
    return (ObjectNode)
        parse(
            """
            {
              "incident": {
                "id": "incident",
                "date": {"from": "2024-03-17"},
                "place": {"name": "Amasrakad", "lat": 16.5, "lon": 0.4},
                "parties": [{"id": "army"}, {"id": "rebels", "adversaries": ["army"]}],
                "access": "denied",
                "communications": "cut",
                "actions": [{"party": "army", "status": "declared", "report": "statement"}]
              },
              "sources": [
                {
                  "id": "resident",
                  "kind": "resident",
                  "alignedWith": ["rebels"],
                  "record": {"right": 9, "wrong": 1, "unknown": 2, "usual": 70, "asOf": "2024-03-16"},
                  "copies": [{"source": "staff", "percent": 12, "shared": 1, "asOf": "2024-03-16"}]
                },
                {"id": "staff", "kind": "military", "party": "army"}
              ],
              "claims": [
                {"id": "civilians", "harm": "killed", "count": {"min": 13, "max": 14}, "responsible": "army"},
                {"id": "fighters", "harm": "killed", "victims": "combatant", "victimsParty": "rebels"}
              ],
              "reports": [
                {"id": "call", "source": "resident", "stances": [{"claim": "civilians", "stance": "asserts"}]},
                {
                  "id": "statement",
                  "source": "staff",
                  "cites": ["call"],
                  "stances": [{"claim": "fighters", "stance": "asserts"}, {"claim": "civilians", "stance": "denies"}]
                }
              ],
              "media": [{"id": "picture", "report": "call", "kind": "photo", "supports": ["civilians"]}]
            }
            """);
  }

  /** The small dossier, with one value set (as JSON text) where a JSON Pointer points. */
  public static ObjectNode with(String pointer, String json) {
    return set(small(), pointer, json);
  }

  /** Sets a value, given as JSON text; {@code -} at the end of a list's pointer appends. */
  public static ObjectNode set(ObjectNode document, String pointer, String json) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = document.at(at.head());
    String last = at.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      if (last.equals("-")) {
        list.add(parse(json));
      } else {
        list.set(Integer.parseInt(last), parse(json));
      }
    } else {
      ((ObjectNode) parent).set(last, parse(json));
    }
    return document;
  }

  /** The small dossier, without the field that a JSON Pointer points to. */
  public static ObjectNode without(String pointer) {
    ObjectNode document = small();
    JsonPointer at = JsonPointer.compile(pointer);
    ((ObjectNode) document.at(at.head())).remove(at.last().getMatchingProperty());
    return document;
  }

  /** The dossiers of {@code seeds/}, in the order of their names. */
  public static List<ObjectNode> seeds() {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Documents::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what must be a dossier. */
  public static Dossier read(JsonNode document) {
    try {
      return DossierReader.read(bytes(document));
    } catch (InvalidDossier e) {
      throw new AssertionError(e.problems().toString(), e);
    }
  }

  /** All that is wrong with a document; empty when it is a dossier. */
  public static List<Problem> problems(byte[] json) {
    try {
      DossierReader.read(json);
      return List.of();
    } catch (InvalidDossier e) {
      return e.problems();
    }
  }

  public static List<Problem> problems(JsonNode document) {
    return problems(bytes(document));
  }

  public static List<Problem> problems(String json) {
    return problems(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The document in UTF-8; half a surrogate pair, which UTF-8 cannot hold, is escaped. */
  public static byte[] bytes(JsonNode document) {
    try {
      String json = document.toString();
      return StandardCharsets.UTF_8.newEncoder().canEncode(json)
          ? json.getBytes(StandardCharsets.UTF_8)
          : ASCII.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode file(Path file) {
    try {
      return (ObjectNode) JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
