package org.bilan.ruleset;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bilan.assessment.Language;
import org.bilan.dossier.Suggestion;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * All numbers of a ruleset that editors may tune, whatever they are called: each mapping with a
 * {@code value} and its {@code limits}. Another value replaces its digits and nothing else, so that
 * comments, order and layout of a card stay as its writers left them.
 */
public final class CardNumbers {

  /** What numbers belong to that stand in no rule's card. */
  public static final String SETTINGS = "ruleset";

  private static final String SETTINGS_FILE = "ruleset.yaml";
  private static final String CASES = ".cases.yaml";
  private static final LoadSettings YAML =
      LoadSettings.builder().setAllowDuplicateKeys(false).setUseMarks(true).build();

  /** A number and which characters of its file are its value. */
  private record Place(CardNumber number, int from, int to) {}

  private final RulesetFiles files;
  private final Map<CardNumber.Address, Place> places = new LinkedHashMap<>();

  private CardNumbers(RulesetFiles files) {
    this.files = files;
  }

  /**
   * The numbers of files. Of a draft that has not been checked, what is no number, or stands in a
   * file that cannot be read, is left out: its check tells.
   */
  public static CardNumbers of(RulesetFiles files) {
    CardNumbers numbers = new CardNumbers(files);
    files
        .texts()
        .forEach(
            (file, text) -> {
              if (file.endsWith(".yaml") && !file.endsWith(CASES)) {
                numbers.read(file, text);
              }
            });
    return numbers;
  }

  /** All, by their files' paths and in the order of each file. */
  public List<CardNumber> all() {
    return places.values().stream().map(Place::number).toList();
  }

  /** The number of an address. */
  public Optional<CardNumber> find(CardNumber.Address address) {
    return Optional.ofNullable(places.get(address)).map(Place::number);
  }

  /**
   * What is wrong with a change; null when nothing is. That it stays inside the limits is no
   * promise that all cases hold: the whole ruleset is checked for that.
   */
  public ChangeFault fault(NumberChange change) {
    CardNumber.Address address = change.number();
    CardNumber number = find(address).orElse(null);
    if (number == null) {
      List<String> rules =
          places.keySet().stream().map(CardNumber.Address::rule).distinct().toList();
      boolean known = rules.contains(address.rule());
      List<String> names =
          places.keySet().stream()
              .filter(other -> other.rule().equals(address.rule()))
              .map(CardNumber.Address::name)
              .toList();
      return known
          ? new ChangeFault(
              "number.unknown",
              address.name(),
              "a number of " + address.rule(),
              Suggestion.advice(address.name(), names, "Known: " + String.join(", ", names) + "."))
          : new ChangeFault(
              "rule.unknown",
              address.rule(),
              "a rule's id, or " + SETTINGS,
              Suggestion.advice(address.rule(), rules, "All are listed at /rules."));
    }
    if (change.value() < number.least() || change.value() > number.most()) {
      return new ChangeFault(
          "number.outside-limits",
          String.valueOf(change.value()),
          number.least() + " to " + number.most(),
          "Choose a value inside, or have the limits reviewed.");
    }
    return null;
  }

  /**
   * The files with other values.
   *
   * @param changes without fault, and of each number one at most
   */
  public RulesetFiles with(Collection<NumberChange> changes) {
    Map<String, TreeMap<Integer, NumberChange>> byFile = new HashMap<>();
    for (NumberChange change : changes) {
      Place place = places.get(change.number());
      byFile.computeIfAbsent(place.number.file(), file -> new TreeMap<>()).put(place.from, change);
    }
    Map<String, String> changed = new HashMap<>();
    byFile.forEach(
        (file, inFile) -> {
          StringBuilder text = new StringBuilder(files.texts().get(file));
          // From the end, so that what stands before keeps its place.
          inFile
              .descendingMap()
              .forEach(
                  (from, change) ->
                      text.replace(
                          from, places.get(change.number()).to, String.valueOf(change.value())));
          changed.put(file, text.toString());
        });
    return files.with(changed);
  }

  private void read(String file, String text) {
    String rule =
        file.equals(SETTINGS_FILE)
            ? SETTINGS
            : file.substring(0, file.length() - ".yaml".length()).replace('/', '.');
    try {
      if (YamlForm.fits(YAML, file, text, new RuleProblems())) {
        new Compose(YAML)
            .composeString(text)
            .ifPresent(node -> new Reader(file, text, rule).read(node, ""));
      }
    } catch (YamlEngineException unreadable) {
      return;
    }
  }

  /** Goes through one file. */
  private final class Reader {
    private final String file;
    private final String text;
    private final String rule;
    private Map<Language, String> title = Map.of();

    Reader(String file, String text, String rule) {
      this.file = file;
      this.text = text;
      this.rule = rule;
    }

    void read(Node node, String path) {
      if (node instanceof SequenceNode list) {
        int position = 0;
        for (Node element : list.getValue()) {
          read(element, path + ++position + ".");
        }
      }
      if (!(node instanceof MappingNode mapping)) {
        return;
      }
      Map<String, Node> keys = keys(mapping);
      if (path.isEmpty() && keys.get("title") instanceof MappingNode words) {
        title = inLanguages(words);
      }
      if (!path.isEmpty()
          && keys.get("value") instanceof ScalarNode value
          && keys.get("limits") instanceof SequenceNode limits) {
        add(path.substring(0, path.length() - 1), keys, value, limits);
        return;
      }
      // Words that only hold others together would make names long.
      keys.forEach(
          (key, its) ->
              read(its, key.equals("numbers") || key.equals("when") ? path : path + key + "."));
    }

    private void add(String name, Map<String, Node> keys, ScalarNode value, SequenceNode limits) {
      Optional<Integer> whole = YamlMap.whole(value);
      List<Integer> bounds =
          limits.getValue().stream().flatMap(bound -> YamlMap.whole(bound).stream()).toList();
      if (whole.isEmpty() || bounds.size() != 2) {
        return;
      }
      Map<Language, String> meaning =
          keys.get("meaning") instanceof MappingNode words ? inLanguages(words) : title;
      CardNumber number =
          new CardNumber(
              rule,
              name,
              whole.get(),
              keys.get("unit") instanceof ScalarNode unit ? unit.getValue() : "decibans",
              bounds.get(0),
              bounds.get(1),
              meaning,
              file,
              YamlMap.line(value));
      places.put(
          number.address(),
          new Place(
              number,
              offset(value.getStartMark().orElseThrow().getIndex()),
              offset(value.getEndMark().orElseThrow().getIndex())));
    }

    /** The parser counts characters, and a text some of them twice. */
    private int offset(int characters) {
      return text.offsetByCodePoints(0, characters);
    }
  }

  private static Map<Language, String> inLanguages(MappingNode words) {
    Map<String, Node> keys = keys(words);
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      if (keys.get(language.word()) instanceof ScalarNode text) {
        texts.put(language, text.getValue().strip());
      }
    }
    return texts;
  }

  private static Map<String, Node> keys(MappingNode mapping) {
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        keys.put(key.getValue(), tuple.getValueNode());
      }
    }
    return keys;
  }
}
