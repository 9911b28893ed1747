package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.assessment.Language;
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
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One YAML mapping being read, key by key. Whatever is wrong becomes a problem with its line, and
 * the reading goes on.
 */
final class YamlMap {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setAllowDuplicateKeys(false).setUseMarks(true).build();

  /** Evidence beyond this is none that anybody has; and so no sum of weights can overflow. */
  private static final int MOST_DECIBANS = 100;

  private final String file;
  private final int line;
  private final Map<String, Node> values;
  private final RuleProblems problems;

  private YamlMap(String file, int line, Map<String, Node> values, RuleProblems problems) {
    this.file = file;
    this.line = line;
    this.values = values;
    this.problems = problems;
  }

  /** The mapping that a file holds; an unreadable one, and a problem, when it holds none. */
  static YamlMap parse(String file, String text, Set<String> known, RuleProblems problems) {
    try {
      if (!YamlForm.fits(SETTINGS, file, text, problems)) {
        return unreadable(file, problems);
      }
      Optional<Node> node = new Compose(SETTINGS).composeString(text);
      if (node.isPresent()) {
        return of(file, node.get(), known, problems);
      }
      problems.add("yaml.empty", file, 0, "the file is empty.");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      problems.add("yaml.syntax", file, line, e.getProblem() + ".");
    } catch (YamlEngineException e) {
      problems.add("yaml.syntax", file, 0, e.getMessage());
    }
    return unreadable(file, problems);
  }

  /** What could not be read: that is said already. */
  private static YamlMap unreadable(String file, RuleProblems problems) {
    return new YamlMap(file, 0, Map.of(), problems);
  }

  boolean readable() {
    return line > 0;
  }

  private static YamlMap of(String file, Node node, Set<String> known, RuleProblems problems) {
    int line = line(node);
    if (!(node instanceof MappingNode mapping)) {
      problems.add("yaml.type", file, line, "expected a mapping (key: value).");
      return unreadable(file, problems);
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(no text)";
      if (!known.isEmpty() && !known.contains(key)) {
        problems.unknown("key.unknown", file, line(tuple.getKeyNode()), "key", key, known);
      } else {
        // Of a key given twice nobody knows which value is meant: neither is read.
        values.put(key, values.containsKey(key) ? null : tuple.getValueNode());
      }
    }
    return new YamlMap(file, line, values, problems);
  }

  String file() {
    return file;
  }

  int line() {
    return line;
  }

  int line(String key) {
    return node(key).map(YamlMap::line).orElse(line);
  }

  Set<String> keys() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** A mapping under a key; with no known keys given, any key may stand in it. */
  YamlMap map(String key, Set<String> known) {
    Node node = required(key);
    return node == null ? unreadable(file, problems) : of(file, node, known, problems);
  }

  /** The mappings of a list under a key. */
  List<YamlMap> maps(String key, Set<String> known) {
    Node node = required(key);
    List<YamlMap> maps = new ArrayList<>();
    for (Node element : elements(key, node)) {
      maps.add(of(file, element, known, problems));
    }
    return maps;
  }

  String text(String key) {
    Node node = required(key);
    if (node == null) {
      return "";
    }
    String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    if (text.isEmpty()) {
      problems.add("value.type", file, line(node), "\"" + key + "\" must be a text.");
    }
    return text;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node element : elements(key, required(key))) {
      if (element instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problems.add("value.type", file, line(element), "\"" + key + "\" must list texts.");
      }
    }
    return texts;
  }

  /** A text in every language of Bilan. */
  Map<Language, String> inLanguages(String key) {
    YamlMap map = map(key, Set.of("en", "fr"));
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, map.text(language.word()));
    }
    return texts;
  }

  int integer(String key) {
    Node node = required(key);
    if (node == null) {
      return 0;
    }
    Optional<Integer> number = whole(node);
    if (number.isEmpty() && node instanceof ScalarNode large && large.getTag().equals(Tag.INT)) {
      problems.add("value.range", file, line(node), large.getValue() + " is too large a number.");
    } else if (number.isEmpty()) {
      problems.add("value.type", file, line(node), "\"" + key + "\" must be a whole number.");
    }
    return number.orElse(0);
  }

  boolean flag(String key) {
    Node node = values.get(key);
    boolean given = node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL);
    if (node != null && !given) {
      problems.add("value.type", file, line(node), "\"" + key + "\" must be true or false.");
    }
    return given && ((ScalarNode) node).getValue().equals("true");
  }

  <E extends Enum<E> & Word> E word(String key, Class<E> type) {
    String text = text(key);
    Optional<E> word = Word.of(type, text);
    if (word.isEmpty() && !text.isEmpty()) {
      List<String> known = new ArrayList<>();
      for (E constant : type.getEnumConstants()) {
        known.add(constant.word());
      }
      problems.unknown("value.not-allowed", file, line(key), key, text, known);
    }
    return word.orElse(type.getEnumConstants()[0]);
  }

  /** A weight in decibans with its limits: {@code {value, limits: [least, most]}}. */
  Tunable weight(String key) {
    YamlMap map = map(key, Set.of("value", "limits"));
    return tunable(key, map, "decibans", Map.of());
  }

  /** A number with its limits: {@code {value, unit, meaning, limits: [least, most]}}. */
  Tunable tunable(String key) {
    YamlMap map = map(key, Set.of("value", "unit", "meaning", "limits"));
    return tunable(key, map, map.text("unit"), map.inLanguages("meaning"));
  }

  private Tunable tunable(String key, YamlMap map, String unit, Map<Language, String> meaning) {
    if (node(key).isEmpty()) {
      return new Tunable(0, "", Map.of(), 0, 0);
    }
    int value = map.integer("value");
    List<Integer> limits = map.limits();
    int least = limits.isEmpty() ? value : limits.get(0);
    int most = limits.isEmpty() ? value : limits.get(1);
    if (unit.equals("decibans") && (least < -MOST_DECIBANS || most > MOST_DECIBANS)) {
      problems.add(
          "value.range",
          file,
          map.line("limits"),
          "\"" + key + "\" goes beyond " + MOST_DECIBANS + " decibans.",
          "That is ten thousand million to one: no report is so sure.");
    }
    if (map.node("value").isPresent() && (value < least || value > most)) {
      problems.add(
          "number.outside-limits",
          file,
          map.line("value"),
          "\"" + key + "\" is " + value + ", its limits are " + least + " to " + most + ".",
          "Choose a value inside, or have the limits reviewed.");
    }
    return new Tunable(value, unit, meaning, least, most);
  }

  /** Lower and upper limit; empty, and a problem, when they are not two numbers in order. */
  private List<Integer> limits() {
    Node node = required("limits");
    if (node == null) {
      return List.of();
    }
    List<Integer> limits = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> whole(element).ifPresent(limits::add));
      if (sequence.getValue().size() == 2 && limits.size() == 2 && limits.get(0) <= limits.get(1)) {
        return limits;
      }
    }
    problems.add(
        "value.type", file, line(node), "\"limits\" must be two whole numbers, [least, most].");
    return List.of();
  }

  /** The whole number that a node is, if it is one that Java can hold. */
  static Optional<Integer> whole(Node node) {
    try {
      return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)
          ? Optional.of(Integer.parseInt(scalar.getValue()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The raw node under a key, where it is not read by this class. */
  Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private List<Node> elements(String key, Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (node != null) {
      problems.add("value.type", file, line(node), "\"" + key + "\" must be a list.");
    }
    return List.of();
  }

  private Node required(String key) {
    Node node = values.get(key);
    if (node == null && readable() && !has(key)) {
      problems.add("key.missing", file, line, "\"" + key + "\" is missing.", "Add it.");
    }
    return node;
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
