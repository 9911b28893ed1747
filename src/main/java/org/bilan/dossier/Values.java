package org.bilan.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single JSON values: ids, texts, fixed words, times. One that is none is a problem. */
final class Values {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
  static final String ID_FORM = "form.id";
  static final String TIME_FORM = "form.time";

  private final Problems problems;

  Values(Problems problems) {
    this.problems = problems;
  }

  Optional<String> id(JsonNode node, Pointer where) {
    if (!node.isTextual()) {
      wrongType(where, node, problems.say(ID_FORM));
      return Optional.empty();
    }
    if (!ID.matcher(node.textValue()).matches()) {
      problems.add("value.pattern", where, quoted(node.textValue()), problems.say(ID_FORM), "");
      return Optional.empty();
    }
    return Optional.of(node.textValue());
  }

  Optional<String> text(JsonNode node, Pointer where, int most) {
    if (!node.isTextual()) {
      wrongType(where, node, problems.say("a-text"));
      return Optional.empty();
    }
    String text = node.textValue();
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      problems.add(
          "value.too-long",
          where,
          problems.say("characters", length),
          problems.say("at-most-characters", most),
          "");
      return Optional.empty();
    }
    OptionalInt half = Characters.firstHalf(text);
    if (half.isPresent()) {
      problems.add(
          "value.character",
          where,
          problems.say(
              "half.found",
              "U+%04X".formatted((int) text.charAt(half.getAsInt())),
              half.getAsInt()),
          problems.say("half.expected"),
          problems.say("half.advice"));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  <E extends Enum<E> & Word> Optional<E> word(JsonNode node, Pointer where, Class<E> type) {
    if (!node.isTextual()) {
      wrongType(where, node, problems.say("one-of", words(type)));
      return Optional.empty();
    }
    Optional<E> word = Word.of(type, node.textValue());
    if (word.isEmpty()) {
      List<String> known = Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
      String found = node.textValue();
      problems.add(
          () ->
              new Problem(
                  "value.not-allowed",
                  where.toString(),
                  quoted(found),
                  problems.say("one-of", String.join(", ", known)),
                  problems.phrases().suggest(found, known, "unknown.word")));
    }
    return word;
  }

  Optional<Moment> moment(JsonNode node, Pointer where) {
    if (!node.isTextual()) {
      wrongType(where, node, problems.say(TIME_FORM));
      return Optional.empty();
    }
    Optional<Moment> moment = Moment.parse(node.textValue());
    if (moment.isEmpty()) {
      problems.add("time.invalid", where, quoted(node.textValue()), problems.say(TIME_FORM), "");
    }
    return moment;
  }

  void wrongType(Pointer where, JsonNode node, String expected) {
    String advice = node.isNull() ? problems.say("null") : "";
    problems.add("value.type", where, describe(node), expected, advice);
  }

  static <E extends Enum<E> & Word> String words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
  }

  private String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> problems.say("an-object");
      case ARRAY -> problems.say("a-list");
      case NULL -> "null";
      case STRING -> quoted(node.textValue());
      default -> node.asText();
    };
  }

  static String quoted(String text) {
    return '"' + Problems.shorten(text) + '"';
  }
}
