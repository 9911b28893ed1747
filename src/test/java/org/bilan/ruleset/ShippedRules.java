package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The shipped rules as they are read, before they are compiled: for tests that put them together in
 * another way than the loader.
 *
 * @param rules cards and questions, by the cards' ids
 */
record ShippedRules(RulesetFiles files, Settings settings, Map<RuleCard, Question> rules) {

  static ShippedRules read() throws InvalidRuleset {
    RuleProblems problems = new RuleProblems();
    RulesetFiles files = RulesetFiles.read(Path.of("rules"));
    Map<String, String> texts = files.texts();
    Set<String> topics = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    Map<RuleCard, Question> rules = new TreeMap<>((one, other) -> one.id().compareTo(other.id()));
    for (String file : texts.keySet()) {
      if (file.endsWith(".drl")) {
        String stem = file.substring(0, file.length() - 4);
        String id = stem.replace('/', '.');
        topics.add(stem.substring(0, stem.indexOf('/')));
        ids.add(id);
        rules.put(
            CardReader.read(id, stem + ".yaml", texts.get(stem + ".yaml"), problems).card(),
            QuestionReader.read(id, file, texts.get(file), problems));
      }
    }
    Settings settings =
        SettingsReader.read(
            "ruleset.yaml", texts.get("ruleset.yaml"), topics, ids, Map.of(), problems);
    assertThat(problems.all()).isEmpty();
    return new ShippedRules(files, settings, rules);
  }
}
