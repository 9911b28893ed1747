package org.bilan.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;

/**
 * The fields of a small JSON object. Those that are asked for are the known ones; {@link #check}
 * refuses the request with all that is wrong, unknown ones included: nobody sets what a form does
 * not have.
 */
final class Fields {

  /** Bytes; far more than any such object needs. */
  static final int MOST_BYTES = 64 * 1024;

  private final ObjectNode object;
  private final String at;
  private final List<ProblemDetail.Fault> problems;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Fields> children = new ArrayList<>();

  private Fields(ObjectNode object, String at, List<ProblemDetail.Fault> problems) {
    this.object = object;
    this.at = at;
    this.problems = problems;
  }

  /** Reads a body. */
  static Fields read(InputStream body) {
    return read(body, MOST_BYTES);
  }

  /** Reads a longer body, of at most so many bytes. */
  static Fields read(InputStream body, int most) {
    return new Fields(JsonBody.read(body, most), "", new ArrayList<>());
  }

  /** Reads a body that may be left out. */
  static Fields readIfAny(InputStream body) {
    return new Fields(JsonBody.readIfAny(body, MOST_BYTES), "", new ArrayList<>());
  }

  String text(String name, Pattern form, String expected) {
    Optional<String> text = optionalText(name, form, expected);
    if (text.isEmpty()) {
      missing(name, expected);
    }
    return text.orElse("");
  }

  Optional<String> optionalText(String name, Pattern form, String expected) {
    return fitting(name, v -> v.isTextual() && form.matcher(v.textValue()).matches(), expected)
        .map(JsonNode::textValue);
  }

  /** A number or a text that names something. */
  Optional<String> reference(String name, Pattern form, String expected) {
    return fitting(name, v -> v.isValueNode() && form.matcher(v.asText()).matches(), expected)
        .map(JsonNode::asText);
  }

  /** The value of a field; empty when it is absent, or does not fit, which is noted. */
  private Optional<JsonNode> fitting(String name, Predicate<JsonNode> fits, String expected) {
    JsonNode value = value(name);
    if (value != null && !fits.test(value)) {
      wrong("field.not-allowed", name, value.toString(), expected);
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  /** A text that is never repeated in a refusal. */
  Optional<String> secret(String name) {
    JsonNode value = value(name);
    if (value == null || value.isTextual() && writable(value)) {
      return Optional.ofNullable(value).map(JsonNode::textValue);
    }
    wrong("field.not-allowed", name, null, "a text");
    return Optional.empty();
  }

  OptionalInt integer(String name, int least, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value.isInt() && value.intValue() >= least && value.intValue() <= most) {
      return OptionalInt.of(value.intValue());
    }
    wrong("field.number", name, value.toString(), "a whole number, " + least + " to " + most);
    return OptionalInt.empty();
  }

  Optional<Boolean> yesOrNo(String name) {
    return fitting(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
  }

  /** One word, which must be there. */
  <E extends Enum<E> & Word> Optional<E> word(String name, Class<E> type) {
    return word(name, value(name), type);
  }

  private <E extends Enum<E> & Word> Optional<E> word(String name, JsonNode value, Class<E> type) {
    Optional<E> word =
        value != null && value.isTextual() ? Word.of(type, value.textValue()) : Optional.empty();
    if (word.isEmpty()) {
      wrong(
          object.has(name) ? "field.not-allowed" : "field.missing",
          name,
          value == null ? null : value.toString(),
          "one of " + String.join(", ", spellings(type)),
          value == null ? "" : Suggestion.advice(value.asText(), spellings(type), ""));
    }
    return word;
  }

  private static <E extends Enum<E> & Word> List<String> spellings(Class<E> type) {
    return EnumSet.allOf(type).stream().map(Word::word).toList();
  }

  /** Whether a list or an object is given that holds nothing. */
  boolean isEmpty(String name) {
    JsonNode value = value(name);
    return value != null && value.isContainerNode() && value.isEmpty();
  }

  /** A list of words; empty when the field is absent. */
  <E extends Enum<E> & Word> Optional<Set<E>> words(String name, Class<E> type) {
    JsonNode value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    List<String> spellings = spellings(type);
    Set<E> words = EnumSet.noneOf(type);
    if (!value.isArray() || value.size() > spellings.size()) {
      wrong("field.not-allowed", name, null, "a list of these: " + String.join(", ", spellings));
      return Optional.empty();
    }
    value.forEach(item -> word(name, item, type).ifPresent(words::add));
    return Optional.of(words);
  }

  /** The objects of a list; none when the field is absent. */
  List<Fields> objects(String name, int most) {
    List<JsonNode> items = items(name, most, "objects");
    return IntStream.range(0, items.size())
        .boxed()
        .flatMap(i -> child(items.get(i), at + "/" + name + "/" + i).stream())
        .toList();
  }

  /** The items of a list; none when the field is absent. */
  private List<JsonNode> items(String name, int most, String of) {
    JsonNode value = value(name);
    if (value != null && value.isArray() && value.size() <= most) {
      return IntStream.range(0, value.size()).mapToObj(value::get).toList();
    }
    if (value != null) {
      wrong("field.not-allowed", name, null, "a list of at most " + most + " " + of);
    }
    return List.of();
  }

  /** The texts of a list; none when the field is absent. */
  List<String> list(String name, int most) {
    List<JsonNode> items = items(name, most, "texts");
    if (!items.stream().allMatch(item -> item.isTextual() && writable(item))) {
      wrong("field.not-allowed", name, null, "a list of texts");
      return List.of();
    }
    return items.stream().map(JsonNode::textValue).toList();
  }

  /** The rows of a table: objects of texts, in a list; none when the field is absent. */
  List<Map<String, String>> rows(String name, int most) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode row : items(name, most, "objects")) {
      rows.add(texts(name + "/" + rows.size(), row));
    }
    return rows;
  }

  /** An object; empty when the field is absent. */
  Optional<Fields> object(String name) {
    return Optional.ofNullable(value(name)).flatMap(value -> child(value, at + "/" + name));
  }

  private Optional<Fields> child(JsonNode value, String at) {
    if (value instanceof ObjectNode item) {
      Fields fields = new Fields(item, at, problems);
      children.add(fields);
      return Optional.of(fields);
    }
    problems.add(new ProblemDetail.Fault("field.not-allowed", at, null, null, "an object", ""));
    return Optional.empty();
  }

  /** Texts by names of the sender's choice; none when the field is absent. */
  Map<String, String> texts(String name) {
    return Optional.ofNullable(value(name)).map(v -> texts(name, v)).orElseGet(TreeMap::new);
  }

  private Map<String, String> texts(String name, JsonNode value) {
    Map<String, String> texts = new TreeMap<>();
    if (!value.isObject()) {
      wrong("field.not-allowed", name, null, "an object of names and texts");
      return texts;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (field.getValue().isTextual() && writable(field.getValue())) {
        texts.put(field.getKey(), field.getValue().textValue());
      } else {
        wrong("field.not-allowed", name + "/" + escaped(field.getKey()), null, "a text");
      }
    }
    return texts;
  }

  /** Half characters, which JSON can spell, can be neither hashed nor kept. */
  private static boolean writable(JsonNode text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text.textValue());
  }

  /** Whether there is such a field, of whatever form, and not null. */
  boolean has(String name) {
    return value(name) != null;
  }

  /** Notes that a field is missing, or null, if it is. */
  void missing(String name, String expected) {
    if (value(name) == null) {
      wrong("field.missing", name, null, expected);
    }
  }

  /** Notes what is wrong with a field beyond its form. */
  void wrong(String code, String name, String found, String expected) {
    wrong(code, name, found, expected, "");
  }

  /** As {@link #wrong(String, String, String, String)}, with what to do next. */
  void wrong(String code, String name, String found, String expected, String advice) {
    problems.add(new ProblemDetail.Fault(code, at + "/" + name, null, found, expected, advice));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Refuses the request if anything is wrong with it. */
  void check() {
    noteUnknown();
    if (!problems.isEmpty()) {
      throw Refusal.badFields(problems);
    }
  }

  private void noteUnknown() {
    children.forEach(Fields::noteUnknown);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      if (!known.contains(name)) {
        problems.add(
            new ProblemDetail.Fault(
                "field.unknown",
                at + "/" + escaped(name),
                null,
                null,
                known.isEmpty() ? "no field" : "one of " + String.join(", ", known),
                // Dear to find, and no more than so many are told.
                problems.size() < Refusal.MOST_PROBLEMS
                    ? Suggestion.advice(name, known, "Leave it out.")
                    : ""));
      }
    }
  }

  private JsonNode value(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value;
  }
}
