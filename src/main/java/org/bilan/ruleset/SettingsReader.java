package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Word;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code ruleset.yaml}. */
final class SettingsReader {

  private static final Set<String> KEYS =
      Set.of("name", "prior", "caps", "grades", "credibility", "reliability");

  private static final Set<String> FINDINGS = Set.of("any-finding", "no-finding");
  private static final Map<String, Ladder.Scope> SCOPES =
      Map.of("on-one-proposition", Ladder.Scope.ONE, "on-every-proposition", Ladder.Scope.EVERY);

  private final RuleProblems problems;
  private final Set<String> rules;
  private final Map<String, String> notLive;

  private SettingsReader(RuleProblems problems, Set<String> rules, Map<String, String> notLive) {
    this.problems = problems;
    this.rules = rules;
    this.notLive = notLive;
  }

  /**
   * Reads the file.
   *
   * @param topics the topics that have rules: each needs its cap
   * @param rules the ids that the ladders may name
   * @param notLive the status of those that make no finding, by id: no rung may wait for one
   */
  static Settings read(
      String file,
      String text,
      Set<String> topics,
      Set<String> rules,
      Map<String, String> notLive,
      RuleProblems problems) {
    return new SettingsReader(problems, rules, notLive).read(file, text, topics);
  }

  private Settings read(String file, String text, Set<String> topics) {
    YamlMap root = YamlMap.parse(file, text, KEYS, problems);
    return new Settings(
        root.text("name"),
        root.tunable("prior"),
        caps(root, topics),
        ladder(root, "grades", "grade", (map, key) -> map.word(key, Grade.class)),
        ladder(root, "credibility", "credibility", this::credibility),
        reliability(root));
  }

  private Map<String, Tunable> caps(YamlMap root, Set<String> topics) {
    Map<String, Tunable> caps = new TreeMap<>();
    if (!root.has("caps")) {
      root.map("caps", Set.of());
      return caps;
    }
    YamlMap map = root.map("caps", topics);
    for (String topic : topics) {
      caps.put(topic, map.tunable(topic));
      if (map.has(topic) && caps.get(topic).least() < 0) {
        problems.add(
            "cap.negative", map.file(), map.line(topic), "a cap is a distance: at least 0.");
      }
    }
    return Collections.unmodifiableMap(caps);
  }

  private Integer credibility(YamlMap map, String key) {
    int value = map.integer(key);
    if (value < 1 || value > 6) {
      problems.add(
          "value.range", map.file(), map.line(key), "credibility is 1 to 6 (STANAG 2511).");
    }
    return value;
  }

  private <T> Ladder<T> ladder(
      YamlMap root, String key, String step, BiFunction<YamlMap, String, T> read) {
    List<Ladder.Rung<T>> rungs = new ArrayList<>();
    if (root.has(key)) {
      for (YamlMap map : root.maps(key, Set.of(step, "meaning", "in-toll", "when"))) {
        rungs.add(rung(map, read.apply(map, step)));
      }
      // With a key given twice, a rung may only seem to have no condition.
      boolean clear = !problems.has("key.twice", root.file());
      if (clear && !new Ladder<>(rungs).complete()) {
        problems.add(
            "ladder.last",
            root.file(),
            root.line(key),
            "the last rung of \"" + key + "\", and only the last, must have no \"when\".",
            "It takes what no other rung took.");
      }
    } else {
      root.maps(key, Set.of());
    }
    return new Ladder<>(List.copyOf(rungs));
  }

  private <T> Ladder.Rung<T> rung(YamlMap map, T step) {
    Map<String, Tunable> numbers = new LinkedHashMap<>();
    Map<Ladder.Scope, Ladder.Findings> findings = new EnumMap<>(Ladder.Scope.class);
    if (map.has("when")) {
      Set<String> known = new TreeSet<>(Ladder.NUMBERS);
      known.addAll(FINDINGS);
      known.addAll(SCOPES.keySet());
      YamlMap when = map.map("when", known);
      Ladder.Findings ofClaim = findings(when);
      if (ofClaim.asks()) {
        findings.put(Ladder.Scope.CLAIM, ofClaim);
      }
      for (String condition : when.keys()) {
        if (SCOPES.containsKey(condition)) {
          findings.put(SCOPES.get(condition), findings(when.map(condition, FINDINGS)));
        } else if (!FINDINGS.contains(condition)) {
          numbers.put(condition, when.tunable(condition));
        }
      }
      Ladder.Findings one = findings.get(Ladder.Scope.ONE);
      if (one != null && one.any().isEmpty()) {
        // What nobody has found anything on would always do.
        problems.add(
            "ladder.on-one",
            when.file(),
            when.line("on-one-proposition"),
            "\"on-one-proposition\" names no finding that must be there.",
            "Give it any-finding.");
      }
    }
    return new Ladder.Rung<>(
        step, map.inLanguages("meaning"), map.flag("in-toll"), numbers, findings);
  }

  private Ladder.Findings findings(YamlMap when) {
    return new Ladder.Findings(rules(when, "any-finding"), rules(when, "no-finding"));
  }

  private Set<String> rules(YamlMap when, String condition) {
    return when.has(condition) ? new TreeSet<>(ruleIds(when, condition)) : Set.of();
  }

  private List<String> ruleIds(YamlMap when, String condition) {
    List<String> ids = when.texts(condition);
    for (String id : ids) {
      int line = line(when, condition, id);
      if (!rules.contains(id)) {
        problems.unknown("ladder.rule", when.file(), line, "rule", id, rules);
      } else if (condition.equals("any-finding") && notLive.containsKey(id)) {
        problems.add(
            "ladder.not-live",
            when.file(),
            line,
            "the rung waits for the rule \"%s\", which is %s and makes no finding."
                .formatted(id, notLive.get(id)),
            "Take it out of any-finding, or make the rule live.");
      }
    }
    return ids;
  }

  /** Where a rule is named in a list. */
  private static int line(YamlMap when, String condition, String id) {
    if (when.node(condition).orElse(null) instanceof SequenceNode list) {
      for (Node element : list.getValue()) {
        if (element instanceof ScalarNode scalar && scalar.getValue().equals(id)) {
          return YamlMap.line(element);
        }
      }
    }
    return when.line(condition);
  }

  private Map<SourceKind, Reliability> reliability(YamlMap root) {
    Map<SourceKind, Reliability> reliability = new EnumMap<>(SourceKind.class);
    Set<String> kinds = new TreeSet<>();
    for (SourceKind kind : SourceKind.values()) {
      kinds.add(kind.word());
    }
    YamlMap map = root.map("reliability", kinds);
    if (root.has("reliability")) {
      for (String kind : map.keys()) {
        reliability.put(
            Word.of(SourceKind.class, kind).orElseThrow(), map.word(kind, Reliability.class));
      }
    }
    return Collections.unmodifiableMap(reliability);
  }
}
