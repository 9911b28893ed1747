package org.bilan.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One JSON object being read, field by field. Whatever is wrong becomes a problem and the reading
 * goes on; placeholders stand in for what could not be read, since a document with problems is
 * never used.
 */
final class Fields {

  /** In place of a time that could not be read. */
  private static final Moment UNREAD = Moment.parse("2000-01-01").orElseThrow();

  private final JsonNode object;
  private final Pointer at;
  private final Problems problems;
  private final Values values;

  /** Reads an object; one that is none, or that has unknown fields, is a problem. */
  Fields(JsonNode node, Pointer at, Problems problems, Set<String> known) {
    this.object = node;
    this.at = at;
    this.problems = problems;
    this.values = new Values(problems);
    if (!node.isObject()) {
      values.wrongType(at, node, problems.say("an-object"));
      return;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.add(
            () ->
                new Problem(
                    "field.unknown",
                    at.at(name).toString(),
                    Values.quoted(name),
                    problems.say("one-of", String.join(", ", known.stream().sorted().toList())),
                    problems.phrases().suggest(name, known, "unknown.field")));
      }
    }
  }

  Pointer at() {
    return at;
  }

  String id(String name) {
    return required(name, () -> problems.say(Values.ID_FORM))
        .flatMap(node -> values.id(node, at.at(name)))
        .orElse("");
  }

  Optional<String> idIfAny(String name) {
    return optional(name).flatMap(node -> values.id(node, at.at(name)));
  }

  List<String> ids(String name, int most) {
    return list(name, most, values::id);
  }

  Optional<String> text(String name, int most) {
    return optional(name).flatMap(node -> values.text(node, at.at(name), most));
  }

  List<String> texts(String name, int mostTexts, int mostCharacters) {
    return list(name, mostTexts, (node, where) -> values.text(node, where, mostCharacters));
  }

  /**
   * A text of a fixed form.
   *
   * @param expected what the form is called, as {@link Phrases} has it
   */
  Optional<String> text(String name, Pattern form, String expected, Object... values) {
    return text(name, Limits.NAME)
        .filter(
            text -> {
              boolean fits = form.matcher(text).matches();
              if (!fits) {
                problems.add(
                    "value.pattern",
                    at.at(name),
                    Values.quoted(text),
                    problems.say(expected, values),
                    "");
              }
              return fits;
            });
  }

  Optional<Boolean> flag(String name) {
    return optional(name)
        .flatMap(
            node -> {
              if (node.isBoolean()) {
                return Optional.of(node.booleanValue());
              }
              values.wrongType(at.at(name), node, problems.say("true-or-false"));
              return Optional.empty();
            });
  }

  <E extends Enum<E> & Word> E word(String name, Class<E> type) {
    return required(name, () -> problems.say("one-of", Values.words(type)))
        .flatMap(node -> values.word(node, at.at(name), type))
        .orElse(type.getEnumConstants()[0]);
  }

  <E extends Enum<E> & Word> Optional<E> wordIfAny(String name, Class<E> type) {
    return optional(name).flatMap(node -> values.word(node, at.at(name), type));
  }

  <E extends Enum<E> & Word> List<E> words(String name, int most, Class<E> type) {
    return list(name, most, (node, where) -> values.word(node, where, type));
  }

  Optional<Moment> moment(String name) {
    return optional(name).flatMap(node -> values.moment(node, at.at(name)));
  }

  Moment requiredMoment(String name) {
    return required(name, () -> problems.say(Values.TIME_FORM))
        .flatMap(node -> values.moment(node, at.at(name)))
        .orElse(UNREAD);
  }

  /** A whole number within bounds. */
  OptionalInt integer(String name, int least, int most) {
    Optional<JsonNode> node = optional(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode value = node.get();
    if (!value.isNumber() || !whole(value)) {
      values.wrongType(at.at(name), value, problems.say("a-whole-number"));
      return OptionalInt.empty();
    }
    double number = value.doubleValue();
    if (number < least || number > most) {
      outOfRange(name, value, problems.say("range", least, most));
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) number);
  }

  /** A whole number within bounds, which must be there. */
  int requiredInteger(String name, int least, int most) {
    return required(name, () -> problems.say("a-whole-number")).isPresent()
        ? integer(name, least, most).orElse(least)
        : least;
  }

  OptionalDouble number(String name, int least, int most) {
    Optional<JsonNode> node = optional(name);
    if (node.isEmpty()) {
      return OptionalDouble.empty();
    }
    JsonNode value = node.get();
    if (!value.isNumber()) {
      values.wrongType(at.at(name), value, problems.say("a-number"));
      return OptionalDouble.empty();
    }
    double number = value.doubleValue();
    if (!(number >= least && number <= most)) {
      outOfRange(name, value, problems.say("range", least, most));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number);
  }

  <T> Optional<T> object(String name, Set<String> known, Function<Fields, T> read) {
    return optional(name).map(node -> read.apply(new Fields(node, at.at(name), problems, known)));
  }

  <T> T requiredObject(String name, Set<String> known, Function<Fields, T> read) {
    Optional<JsonNode> node = required(name, () -> problems.say("an-object"));
    // What is missing is one problem; the fields it would have had are not problems of their own.
    return read.apply(
        new Fields(
            node.orElse(JsonNodeFactory.instance.objectNode()),
            at.at(name),
            node.isPresent() ? problems : Problems.untold(),
            known));
  }

  /** A list of objects; absent is empty. */
  <T> List<T> objects(String name, int most, Set<String> known, Function<Fields, T> read) {
    return list(
        name,
        most,
        (node, where) -> Optional.of(read.apply(new Fields(node, where, problems, known))));
  }

  /** Whether the list was given, so that one that must be there can be asked for. */
  void requireList(String name, int least) {
    JsonNode node = object.get(name);
    if (node == null) {
      missing(name, problems.say("a-list"));
      problems.unread(name);
    } else if (node.isArray() && node.size() < least) {
      problems.add(
          "list.too-short",
          at.at(name),
          problems.say("entries", node.size()),
          problems.say("at-least", least),
          "");
    }
  }

  private interface Element<T> {
    Optional<T> read(JsonNode node, Pointer where);
  }

  private <T> List<T> list(String name, int most, Element<T> element) {
    Optional<JsonNode> node = optional(name);
    if (node.isEmpty()) {
      return List.of();
    }
    Pointer where = at.at(name);
    if (!node.get().isArray()) {
      values.wrongType(where, node.get(), problems.say("a-list"));
      problems.unread(name);
      return List.of();
    }
    int size = node.get().size();
    if (size > most) {
      problems.add(
          "list.too-long",
          where,
          problems.say("entries", size),
          problems.say("at-most", most),
          problems.say("too-long"));
      problems.unread(name);
      return List.of();
    }
    List<T> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      element.read(node.get().get(i), where.at(i)).ifPresent(elements::add);
    }
    return elements;
  }

  private Optional<JsonNode> optional(String name) {
    return Optional.ofNullable(object.get(name));
  }

  private Optional<JsonNode> required(String name, Supplier<String> expected) {
    JsonNode node = object.get(name);
    if (node == null && object.isObject()) {
      missing(name, expected.get());
    }
    return Optional.ofNullable(node);
  }

  private void missing(String name, String expected) {
    problems.add(
        "field.missing", at.at(name), problems.say("nothing"), expected, problems.say("add", name));
  }

  private void outOfRange(String name, JsonNode value, String expected) {
    problems.add("value.range", at.at(name), value.asText(), expected, "");
  }

  private static boolean whole(JsonNode number) {
    if (number.isIntegralNumber()) {
      return true;
    }
    // As everywhere in JSON, what does not fit is infinite (1e400): whole, and out of any range.
    double value = number.doubleValue();
    return value == Math.rint(value);
  }
}
