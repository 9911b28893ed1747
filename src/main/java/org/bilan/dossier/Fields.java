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
import java.util.regex.Pattern;

/**
 * One JSON object being read, field by field. Whatever is wrong becomes a problem and the reading
 * goes on; placeholders stand in for what could not be read, since a document with problems is
 * never used.
 */
final class Fields {

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
      values.wrongType(at, node, "an object");
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
                    "one of " + String.join(", ", known.stream().sorted().toList()),
                    Suggestion.advice(name, known, "Leave it out, or see the contract.")));
      }
    }
  }

  Pointer at() {
    return at;
  }

  String id(String name) {
    return required(name, Values.ID_FORM).flatMap(node -> values.id(node, at.at(name))).orElse("");
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

  /** A text of a fixed form. */
  Optional<String> text(String name, Pattern form, String expected) {
    return text(name, Limits.NAME)
        .filter(
            text -> {
              boolean fits = form.matcher(text).matches();
              if (!fits) {
                problems.add("value.pattern", at.at(name), Values.quoted(text), expected, "");
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
              values.wrongType(at.at(name), node, "true or false");
              return Optional.empty();
            });
  }

  <E extends Enum<E> & Word> E word(String name, Class<E> type) {
    return required(name, "one of " + Values.words(type))
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
    return required(name, Values.TIME_FORM)
        .flatMap(node -> values.moment(node, at.at(name)))
        .orElse(Moment.parse("2000-01-01").orElseThrow());
  }

  /** A whole number within bounds. */
  OptionalInt integer(String name, int least, int most) {
    Optional<JsonNode> node = optional(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode value = node.get();
    if (!value.isNumber() || !whole(value)) {
      values.wrongType(at.at(name), value, "a whole number");
      return OptionalInt.empty();
    }
    double number = value.doubleValue();
    if (number < least || number > most) {
      outOfRange(name, value, least + " to " + most);
      return OptionalInt.empty();
    }
    return OptionalInt.of((int) number);
  }

  /** A whole number within bounds, which must be there. */
  int requiredInteger(String name, int least, int most) {
    return required(name, "a whole number").isPresent()
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
      values.wrongType(at.at(name), value, "a number");
      return OptionalDouble.empty();
    }
    double number = value.doubleValue();
    if (!(number >= least && number <= most)) {
      outOfRange(name, value, least + " to " + most);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number);
  }

  <T> Optional<T> object(String name, Set<String> known, Function<Fields, T> read) {
    return optional(name).map(node -> read.apply(new Fields(node, at.at(name), problems, known)));
  }

  <T> T requiredObject(String name, Set<String> known, Function<Fields, T> read) {
    Optional<JsonNode> node = required(name, "an object");
    // What is missing is one problem; the fields it would have had are not problems of their own.
    return read.apply(
        new Fields(
            node.orElse(JsonNodeFactory.instance.objectNode()),
            at.at(name),
            node.isPresent() ? problems : new Problems(),
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
      missing(name, "a list");
      problems.unread(name);
    } else if (node.isArray() && node.size() < least) {
      problems.add(
          "list.too-short", at.at(name), node.size() + " entries", "at least " + least, "");
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
      values.wrongType(where, node.get(), "a list");
      problems.unread(name);
      return List.of();
    }
    int size = node.get().size();
    if (size > most) {
      problems.add(
          "list.too-long",
          where,
          size + " entries",
          "at most " + most,
          "Split the dossier, or leave out what bears on no claim.");
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

  private Optional<JsonNode> required(String name, String expected) {
    JsonNode node = object.get(name);
    if (node == null && object.isObject()) {
      missing(name, expected);
    }
    return Optional.ofNullable(node);
  }

  private void missing(String name, String expected) {
    problems.add("field.missing", at.at(name), "nothing", expected, "Add \"" + name + "\".");
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
