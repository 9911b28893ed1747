package org.bilan.importer;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bilan.dossier.Suggestion;
import org.bilan.dossier.Word;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping (YAML), and names all that is wrong with it by its line. */
final class MappingReader {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowDuplicateKeys(false).setUseMarks(true).build();

  private static final Set<String> NEEDED = Set.of("incident.id");

  private static final Set<String> TOP =
      Set.of("separator", "charset", "date", "incident", "source", "outlet", "report", "claims");

  private final String file;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Mapping.Value> fields = new LinkedHashMap<>();
  private final List<Map<String, Mapping.Value>> claims = new ArrayList<>();
  private Optional<Character> separator = Optional.empty();
  private Optional<Charset> charset = Optional.empty();
  private DateTimeFormatter date = DateTimeFormatter.ISO_LOCAL_DATE;

  MappingReader(String file) {
    this.file = file;
  }

  Mapping read(String yaml) throws InvalidMapping {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
      if (root.isPresent() && root.get() instanceof MappingNode top) {
        top.getValue().forEach(this::top);
        complete();
      } else {
        problem(1, "mapping.form", "it is no YAML mapping. See bilan import --help.");
      }
    } catch (MarkedYamlEngineException e) {
      problem(
          e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          "yaml.syntax",
          e.getProblem() + ".");
    } catch (YamlEngineException e) {
      problem(1, "yaml.syntax", e.getMessage());
    }
    if (!problems.isEmpty()) {
      throw new InvalidMapping(problems);
    }
    return new Mapping(file, separator, charset, date, fields, claims);
  }

  private void complete() {
    for (String field : NEEDED) {
      if (!fields.containsKey(field)) {
        problem(1, "field.missing", field + " is not explained: name the column that holds it.");
      }
    }
    if (!fields.containsKey("incident.date") && !fields.containsKey("incident.date.from")) {
      problem(1, "field.missing", "incident.date is not explained: name the column that holds it.");
    }
    if (claims.isEmpty()) {
      problem(1, "field.missing", "claims are not explained: name at least one, with its harm.");
    }
  }

  private void top(NodeTuple tuple) {
    String key = text(tuple.getKeyNode()).orElse("");
    Node value = tuple.getValueNode();
    switch (key) {
      case "separator" -> separator(value);
      case "charset" -> charset(value);
      case "date" -> date(value);
      case "incident", "source", "outlet", "report" ->
          fields(key, value, MappingFields.ROW, fields);
      case "claims" -> claims(value);
      default -> unknown(tuple.getKeyNode(), key, TOP);
    }
  }

  private void claims(Node node) {
    if (!(node instanceof SequenceNode list)) {
      problem(line(node), "mapping.form", "claims are a list: begin each with a hyphen.");
      return;
    }
    for (Node claim : list.getValue()) {
      Map<String, Mapping.Value> values = new LinkedHashMap<>();
      fields("", claim, MappingFields.CLAIM, values);
      if (!values.containsKey("harm")) {
        problem(line(claim), "field.missing", "a claim needs its harm, as harm: =killed.");
      }
      claims.add(values);
    }
  }

  /** Fields, or groups of them, whose names begin with the path. */
  private void fields(
      String path,
      Node node,
      Map<String, Optional<Class<? extends Word>>> known,
      Map<String, Mapping.Value> into) {
    if (!(node instanceof MappingNode group)) {
      problem(line(node), "mapping.form", "fields are expected here, as name: Column.");
      return;
    }
    for (NodeTuple tuple : group.getValue()) {
      String name = text(tuple.getKeyNode()).orElse("");
      String field = path.isEmpty() ? name : path + "." + name;
      Node value = tuple.getValueNode();
      if (value instanceof MappingNode
          && known.keySet().stream().anyMatch(other -> other.startsWith(field + "."))) {
        fields(field, value, known, into);
      } else if (!known.containsKey(field)) {
        unknown(tuple.getKeyNode(), field, known.keySet());
      } else {
        value(value, field, known.get(field)).ifPresent(v -> into.put(field, v));
      }
    }
  }

  private Optional<Mapping.Value> value(
      Node node, String field, Optional<Class<? extends Word>> words) {
    Optional<String> text = text(node).filter(t -> !t.isBlank());
    if (text.isEmpty()) {
      problem(line(node), "mapping.form", field + ": name a column, or write = before a constant.");
      return Optional.empty();
    }
    boolean constant = text.get().startsWith("=");
    String value = constant ? text.get().substring(1).strip() : text.get();
    if (constant && MappingFields.COLUMNS_ONLY.contains(field)) {
      problem(
          line(node),
          "value.not-allowed",
          field + " differs by row: name the column that holds it.");
    }
    List<String> allowed =
        words
            .map(type -> Stream.of(type.getEnumConstants()).map(Word::word).toList())
            .orElse(List.of());
    if (constant && words.isPresent() && !allowed.contains(value)) {
      problem(
          line(node),
          "value.not-allowed",
          "%s is \"%s\". %s"
              .formatted(
                  field,
                  value,
                  Suggestion.advice(
                      value, allowed, "Write one of: " + String.join(", ", allowed) + ".")));
    }
    return Optional.of(new Mapping.Value(value, constant, line(node)));
  }

  private void separator(Node node) {
    Optional<String> text = text(node).filter(t -> t.length() == 1 && !"\"\r\n".contains(t));
    if (text.isEmpty()) {
      problem(
          line(node),
          "mapping.form",
          "separator is one character, as \";\" or \"\\t\", and neither a quotation mark nor a"
              + " line's end.");
    }
    separator = text.map(t -> t.charAt(0));
  }

  private void charset(Node node) {
    try {
      charset = text(node).map(Charset::forName);
    } catch (IllegalArgumentException e) {
      problem(
          line(node),
          "value.not-allowed",
          "there is no charset of that name. Write one as UTF-8 or windows-1252.");
    }
  }

  private void date(Node node) {
    try {
      date =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(text(node).orElse(""))
              .parseDefaulting(ChronoField.ERA, 1) // which yyyy asks for, when it is strict
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      problem(
          line(node),
          "value.not-allowed",
          "date is no pattern of days. Write one as dd/MM/yyyy or d MMMM yyyy.");
    }
  }

  private void unknown(Node node, String key, Collection<String> known) {
    problem(
        line(node),
        "key.unknown",
        "\"%s\" is not known. %s"
            .formatted(
                key,
                Suggestion.advice(
                    key,
                    known,
                    "Known are: " + String.join(", ", known.stream().sorted().toList()))));
  }

  private void problem(int line, String code, String what) {
    problems.add("%s:%d: %s: %s".formatted(file, line, code, what));
  }

  private static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
