package org.bilan.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Changes good dossiers in ways that people and programs get them wrong, and in ways that leave
 * them good. The same seed gives the same documents.
 */
public final class DossierMutator {

  /** Values of every type, at and beyond every limit, as JSON. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "-1",
          "2.0",
          "1.5",
          "3e0",
          "90",
          "90.5",
          "-180.00001",
          "10000000",
          "10000001",
          "2147483648",
          "9223372036854775808",
          "1e300",
          "-1e300",
          "1e-300",
          "123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "\"a b\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\n\"",
          "\"e\\u0301\"",
          "\"قتلى\"",
          "\"💥\"",
          "\"\\u202e\\u001b[31m\"",
          "\"{0}\"",
          "\"../../etc/passwd\"",
          "\"'; drop table claim; --\"",
          "\"unknown\"",
          "\"Unknown\"",
          "\"other\"",
          "\"ML\"",
          "\"ml\"",
          "\"fr\"",
          "\"en-GB\"",
          "\"https://example.org/a?b=c\"",
          "\"example.org\"",
          "\"2024-03-17\"",
          "\"2024-03-17T06:30:00Z\"",
          "\"2024-03-17T06:30:00.123456789+05:30\"",
          "\"2024-03-17T24:00:00Z\"",
          "\"2024-03-17T06:30\"",
          "\"2024-02-30\"",
          "\"0000-01-01\"",
          "\"9999-12-31\"",
          "\"2024-03-17T06:30:00+19:00\"",
          "\"17/03/2024\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[\"army\"]",
          "{\"id\": \"x\"}",
          "[{\"id\": \"x\"}]",
          "{\"min\": 3, \"max\": 2}",
          "{\"min\": 2, \"max\": 3, \"words\": \"several\"}");

  private static final int MOST_CHANGES = 4;

  private final Random random;
  private final List<ObjectNode> seeds;
  private final List<String> names;
  private final Map<String, List<JsonNode>> valuesByName = new TreeMap<>();

  /** Starts from the dossiers of {@code seeds/}, and from one that uses all that the rules know. */
  public DossierMutator(long seed) {
    this.random = new Random(seed);
    this.seeds = new ArrayList<>(Documents.seeds());
    seeds.add(Documents.small());
    seeds.add(Documents.with("/sources/0/confidential", "true"));
    seeds.forEach(document -> collect("", document));
    this.names = List.copyOf(new TreeSet<>(valuesByName.keySet()));
  }

  /** The next document, as bytes; now and then not even JSON. */
  public byte[] nextBytes() {
    byte[] json = Documents.bytes(next());
    return switch (random.nextInt(40)) {
      case 0 -> Arrays.copyOf(json, random.nextInt(json.length));
      case 1 -> damaged(json);
      case 2 -> doubled(json);
      case 3 -> new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      default -> json;
    };
  }

  /** The next document: a seed with one to four changes. */
  public ObjectNode next() {
    ObjectNode document = seeds.get(random.nextInt(seeds.size())).deepCopy();
    for (int n = random.nextInt(MOST_CHANGES); n >= 0; n--) {
      change(document);
    }
    return document;
  }

  private void change(ObjectNode document) {
    List<ObjectNode> objects = new ArrayList<>();
    List<ArrayNode> lists = new ArrayList<>();
    walk(document, objects, lists);
    ObjectNode object = pick(objects);
    switch (random.nextInt(14)) {
      case 0, 1 -> remove(object);
      case 2 -> rename(object);
      case 3, 4 -> replace(object, Documents.parse(pick(VALUES)));
      case 5, 6, 7 -> replaceByPeer(object);
      case 8 -> misspell(object);
      case 9 -> exchange(object, pick(objects));
      case 10 -> object.set(random.nextBoolean() ? pick(names) : "x" + random.nextInt(9), value());
      case 11 -> replace(object, random.nextBoolean() ? deep(random.nextInt(25)) : text());
      default -> {
        if (!lists.isEmpty()) {
          change(pick(lists));
        }
      }
    }
  }

  private void change(ArrayNode list) {
    if (list.isEmpty()) {
      list.add(value());
      return;
    }
    JsonNode entry = list.get(random.nextInt(list.size()));
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        List<JsonNode> entries = new ArrayList<>();
        list.forEach(entries::add);
        Collections.shuffle(entries, random);
        list.removeAll();
        list.addAll(entries);
      }
      case 2 -> list.add(entry.deepCopy());
      case 3 -> list.remove(random.nextInt(list.size()));
      case 4 -> list.set(random.nextInt(list.size()), value());
      default -> {
        JsonNode copy = entry.deepCopy();
        if (copy instanceof ObjectNode object && object.has("id")) {
          object.put("id", "new-" + random.nextInt(1_000_000));
        }
        list.add(copy);
      }
    }
  }

  private void remove(ObjectNode object) {
    if (!object.isEmpty()) {
      object.remove(name(object));
    }
  }

  private void rename(ObjectNode object) {
    if (!object.isEmpty()) {
      String name = name(object);
      JsonNode value = object.remove(name);
      object.set(random.nextInt(3) == 0 ? pick(names) : misspelt(name), value);
    }
  }

  private void replace(ObjectNode object, JsonNode value) {
    if (!object.isEmpty()) {
      object.set(name(object), value);
    }
  }

  /** Another value that a field of this name has somewhere: often still a good dossier. */
  private void replaceByPeer(ObjectNode object) {
    if (!object.isEmpty()) {
      String name = name(object);
      List<JsonNode> peers = valuesByName.get(name);
      if (peers != null) {
        object.set(name, pick(peers).deepCopy());
      }
    }
  }

  private void misspell(ObjectNode object) {
    if (!object.isEmpty()) {
      String name = name(object);
      if (object.get(name).isTextual() && !object.get(name).textValue().isEmpty()) {
        object.put(name, misspelt(object.get(name).textValue()));
      }
    }
  }

  private void exchange(ObjectNode one, ObjectNode other) {
    if (!one.isEmpty() && !other.isEmpty()) {
      String oneName = name(one);
      String otherName = name(other);
      JsonNode value = one.get(oneName).deepCopy();
      one.set(oneName, other.get(otherName).deepCopy());
      other.set(otherName, value);
    }
  }

  private String misspelt(String word) {
    int at = random.nextInt(word.length());
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
      case 2 -> word.toUpperCase(java.util.Locale.ROOT);
      default -> word.substring(0, at) + "-" + word.substring(at);
    };
  }

  private JsonNode value() {
    return Documents.parse(pick(VALUES));
  }

  private JsonNode text() {
    int[] lengths = {1, 100, 101, 128, 129, 200, 201, 500, 501, 2_000, 2_001, 10_000, 10_001};
    String[] units = {"a", "é", "💥", "a-", "\\u0007"};
    int length = random.nextInt(100) == 0 ? 100_001 : lengths[random.nextInt(lengths.length)];
    return Documents.parse('"' + units[random.nextInt(units.length)].repeat(length) + '"');
  }

  private static JsonNode deep(int levels) {
    return Documents.parse("[".repeat(levels + 1) + "]".repeat(levels + 1));
  }

  private byte[] damaged(byte[] json) {
    byte[] damaged = json.clone();
    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    return damaged;
  }

  /** With its first field given twice. */
  private static byte[] doubled(byte[] json) {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.writeBytes("{\"incident\":{},".getBytes(StandardCharsets.UTF_8));
    twice.write(json, 1, json.length - 1);
    return twice.toByteArray();
  }

  private String name(ObjectNode object) {
    List<String> own = new ArrayList<>();
    object.fieldNames().forEachRemaining(own::add);
    return pick(own);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void collect(String name, JsonNode node) {
    if (!name.isEmpty()) {
      valuesByName.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
    }
    node.fields().forEachRemaining(field -> collect(field.getKey(), field.getValue()));
    if (node.isArray()) {
      node.forEach(entry -> collect("", entry));
    }
  }

  private static void walk(JsonNode node, List<ObjectNode> objects, List<ArrayNode> lists) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    } else if (node instanceof ArrayNode list) {
      lists.add(list);
    }
    // What a change has nested too deep is not followed.
    node.forEach(
        child -> {
          if (objects.size() + lists.size() < 2_000) {
            walk(child, objects, lists);
          }
        });
  }
}
