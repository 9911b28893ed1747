package org.bilan.ruleset;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads cards. */
final class CardReader {

  private static final Set<String> KEYS =
      Set.of("title", "why", "status", "weight", "numbers", "sentence", "reference");

  private CardReader() {}

  /**
   * Reads one card; null, with a problem, when its file cannot be read at all.
   *
   * @param id the rule's id, from the file's path
   */
  static WrittenCard read(String id, String file, String text, RuleProblems problems) {
    YamlMap card = YamlMap.parse(file, text, KEYS, problems);
    if (!card.readable()) {
      return null;
    }
    Map<String, Tunable> numbers = new LinkedHashMap<>();
    if (card.has("numbers")) {
      YamlMap map = card.map("numbers", Set.of());
      map.keys().forEach(name -> numbers.put(name, map.tunable(name)));
    }
    return new WrittenCard(
        file,
        new RuleCard(
            id,
            id.substring(0, id.indexOf('.')),
            card.inLanguages("title"),
            card.inLanguages("why"),
            card.word("status", RuleCard.Status.class),
            card.weight("weight"),
            Collections.unmodifiableMap(numbers),
            card.inLanguages("sentence"),
            card.text("reference")),
        lines(card, "sentence"),
        lines(card, "numbers"));
  }

  private static Map<String, Integer> lines(YamlMap card, String key) {
    Map<String, Integer> lines = new HashMap<>();
    if (card.node(key).orElse(null) instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name) {
          lines.put(name.getValue(), YamlMap.line(tuple.getValueNode()));
        }
      }
    }
    return lines;
  }
}
