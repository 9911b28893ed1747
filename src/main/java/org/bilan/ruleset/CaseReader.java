package org.bilan.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Problem;
import org.bilan.dossier.Proposition;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the cases of a rule. A case's dossier follows the contract; its incident may be left out.
 */
final class CaseReader {

  private static final Set<String> CASE =
      Set.of("name", "numbers", "dossier", "claim", "proposition", "expect", "because", "missing");

  private CaseReader() {}

  static List<Case> read(String file, String text, RuleProblems problems) {
    YamlMap root = YamlMap.parse(file, text, Set.of("cases"), problems);
    List<Case> cases = new ArrayList<>();
    if (root.readable()) {
      for (YamlMap map : root.maps("cases", CASE)) {
        read(map, problems).ifPresent(cases::add);
      }
    }
    return cases;
  }

  private static Optional<Case> read(YamlMap map, RuleProblems problems) {
    String name = map.text("name");
    Map<String, Integer> numbers = new LinkedHashMap<>();
    if (map.has("numbers")) {
      YamlMap pinned = map.map("numbers", Set.of());
      pinned.keys().forEach(number -> numbers.put(number, pinned.integer(number)));
    }
    Case.Outcome expect = map.word("expect", Case.Outcome.class);
    Map<String, String> because = new LinkedHashMap<>();
    if (map.has("because")) {
      YamlMap values = map.map("because", Set.of());
      values.keys().forEach(value -> because.put(value, values.text(value)));
    }
    List<String> missing = map.has("missing") ? map.texts("missing") : List.of();
    onlyWith(Case.Outcome.FIRED, "because", expect, map, problems);
    onlyWith(Case.Outcome.CANNOT_JUDGE, "missing", expect, map, problems);
    Optional<Proposition> proposition =
        map.has("proposition")
            ? Optional.of(map.word("proposition", Proposition.class))
            : Optional.empty();
    Optional<Dossier> dossier = dossier(map, problems);
    if (dossier.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> claim = claim(map, dossier.get(), problems);
    return claim.map(
        id ->
            new Case(
                map.line(),
                name,
                numbers,
                dossier.get(),
                id,
                proposition,
                expect,
                because,
                missing));
  }

  /** What would not be looked at must not look as if it were. */
  private static void onlyWith(
      Case.Outcome outcome, String key, Case.Outcome expect, YamlMap map, RuleProblems problems) {
    if (map.has(key) && map.has("expect") && expect != outcome) {
      problems.add(
          "case.not-checked",
          map.file(),
          map.line(key),
          "\"" + key + "\" is not checked where a case expects \"" + expect.word() + "\".",
          "It belongs to cases that expect \"" + outcome.word() + "\".");
    }
  }

  private static Optional<String> claim(YamlMap map, Dossier dossier, RuleProblems problems) {
    List<String> ids = dossier.claims().stream().map(Claim::id).toList();
    if (!map.has("claim") && ids.size() == 1) {
      return Optional.of(ids.get(0));
    }
    String claim = map.text("claim");
    if (!ids.contains(claim)) {
      if (map.has("claim")) {
        problems.unknown("case.claim", map.file(), map.line("claim"), "claim", claim, ids);
      }
      return Optional.empty();
    }
    return Optional.of(claim);
  }

  private static Optional<Dossier> dossier(YamlMap map, RuleProblems problems) {
    Optional<Node> node = map.node("dossier");
    if (node.isEmpty()) {
      map.map("dossier", Set.of()); // says that it is missing
      return Optional.empty();
    }
    try {
      JsonNode json = json(node.get());
      if (json instanceof ObjectNode object && !object.has("incident")) {
        object.putObject("incident").put("id", "case").putObject("date").put("from", "2024-03-16");
      }
      return Optional.of(DossierReader.read(json));
    } catch (InvalidDossier e) {
      for (Problem problem : e.problems()) {
        problems.add("case.dossier", map.file(), map.line("dossier"), problem.toString(), "");
      }
    } catch (IllegalArgumentException e) {
      problems.add("case.dossier", map.file(), map.line("dossier"), e.getMessage(), "");
    }
    return Optional.empty();
  }

  /** Neither deep nor large: {@link YamlForm} has seen to that. */
  private static JsonNode json(Node node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node instanceof MappingNode mapping) {
      ObjectNode object = factory.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new IllegalArgumentException("a key is no text.");
        }
        object.set(key.getValue(), json(tuple.getValueNode()));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      var array = factory.arrayNode();
      sequence.getValue().forEach(element -> array.add(json(element)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.BOOL)) {
      return factory.booleanNode(text.equals("true"));
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      return factory.nullNode();
    }
    try {
      if (scalar.getTag().equals(Tag.INT)) {
        return factory.numberNode(Integer.parseInt(text));
      }
      if (scalar.getTag().equals(Tag.FLOAT)) {
        return factory.numberNode(Double.parseDouble(text));
      }
    } catch (NumberFormatException e) {
      return factory.textNode(text);
    }
    return factory.textNode(text);
  }
}
