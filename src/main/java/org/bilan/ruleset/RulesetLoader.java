package org.bilan.ruleset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the files of a ruleset, and refuses them with all their problems at once. Nothing of what
 * is refused is ever used.
 */
final class RulesetLoader {

  private static final String SETTINGS = "ruleset.yaml";
  private static final Pattern RULE_FILE =
      Pattern.compile("([a-z][a-z0-9-]*)/([a-z][a-z0-9-]*)(\\.cases\\.yaml|\\.yaml|\\.drl)");

  private final RuleProblems problems = new RuleProblems();
  private final Function<List<Question>, Engine> compiler;

  RulesetLoader() {
    this(Engine::compile);
  }

  RulesetLoader(Function<List<Question>, Engine> compiler) {
    this.compiler = compiler;
  }

  /** The files of one rule. */
  private static final class RuleFiles {
    String card;
    String question;
    String cases;
  }

  /** One rule, read. */
  private record Rule(WrittenCard written, Question question, List<Case> cases, RuleFiles files) {

    RuleCard card() {
      return written.card();
    }

    boolean numbersFit() {
      return question.numbers().equals(card().numbers().keySet());
    }
  }

  Ruleset load(RulesetFiles files) throws InvalidRuleset {
    Map<String, RuleFiles> byRule = sort(files);
    Set<String> topics = new TreeSet<>();
    byRule.keySet().forEach(id -> topics.add(id.substring(0, id.indexOf('.'))));
    Map<String, Rule> rules = new TreeMap<>();
    byRule.forEach((id, its) -> rule(id, its, files).ifPresent(rule -> rules.put(id, rule)));
    Settings settings =
        settings(
            files,
            topics,
            byRule.keySet(),
            notLive(rules.values().stream().map(Rule::card).toList()));
    if (byRule.isEmpty()) {
      problems.add("folder.empty", ".", 0, "there is no rule.");
    }
    // Of a card with a key given twice nobody knows what is meant: only that is told.
    List<Rule> clear = rules.values().stream().filter(this::clear).toList();
    clear.forEach(rule -> rule.written().check(rule.question(), rule.files().question, problems));
    // A rule whose numbers do not fit together cannot run; the others still show what fails.
    List<Rule> runnable = clear.stream().filter(Rule::numbersFit).toList();
    Engine engine = compile(runnable);
    if (engine != null) {
      runCases(engine, runnable);
    }
    if (!problems.none() && engine != null) {
      engine.close();
    }
    problems.refuseIfAny();
    Map<RuleCard, Question> judged = new LinkedHashMap<>();
    rules.values().forEach(rule -> judged.put(rule.card(), rule.question()));
    return new Ruleset(files, settings, judged, engine, examples(rules, engine));
  }

  /**
   * Reads cards and settings beside questions that are compiled.
   *
   * @param rules as they were, with the files of which they were read
   * @param others files that hold the same questions
   * @param tuned makes a ruleset of what was read
   */
  Ruleset tune(
      Map<RuleCard, Question> rules,
      RulesetFiles files,
      RulesetFiles others,
      BiFunction<Settings, Map<RuleCard, Question>, Ruleset> tuned)
      throws InvalidRuleset {
    Set<String> topics = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    Map<RuleCard, Question> read = new LinkedHashMap<>();
    for (Map.Entry<RuleCard, Question> rule : rules.entrySet()) {
      RuleCard card = rule.getKey();
      topics.add(card.topic());
      ids.add(card.id());
      String file = cardFile(card.id());
      String text = others.texts().get(file);
      if (text.equals(files.texts().get(file))) {
        read.put(card, rule.getValue());
      } else {
        Optional.ofNullable(CardReader.read(card.id(), file, text, problems))
            .ifPresent(
                written -> {
                  written.check(rule.getValue(), file, problems);
                  read.put(written.card(), rule.getValue());
                });
      }
    }
    Settings settings = settings(others, topics, ids, notLive(read.keySet()));
    problems.refuseIfAny();
    return tuned.apply(settings, read);
  }

  private static Map<String, Examples> examples(Map<String, Rule> rules, Engine engine) {
    List<Examples.Shown> shown =
        rules.values().stream()
            .map(rule -> new Examples.Shown(rule.card(), rule.question(), rule.cases()))
            .toList();
    return Examples.of(shown, engine);
  }

  private boolean clear(Rule rule) {
    return !problems.has("key.twice", rule.files().card);
  }

  /** Words of the status of rules that make no finding, by id. */
  private Map<String, String> notLive(Collection<RuleCard> cards) {
    Map<String, String> statuses = new TreeMap<>();
    for (RuleCard card : cards) {
      // A card with problems may only seem to be a draft.
      if (card.status() != RuleCard.Status.LIVE && problems.noneIn(cardFile(card.id()))) {
        statuses.put(card.id(), card.status().word());
      }
    }
    return statuses;
  }

  private static String cardFile(String rule) {
    return rule.replace('.', '/') + ".yaml";
  }

  private Map<String, RuleFiles> sort(RulesetFiles files) {
    Map<String, RuleFiles> byRule = new TreeMap<>();
    for (String name : files.texts().keySet()) {
      Matcher matcher = RULE_FILE.matcher(name);
      if (matcher.matches()) {
        String id = matcher.group(1) + "." + matcher.group(2);
        RuleFiles rule = byRule.computeIfAbsent(id, i -> new RuleFiles());
        switch (matcher.group(3)) {
          case ".yaml" -> rule.card = name;
          case ".drl" -> rule.question = name;
          default -> rule.cases = name;
        }
      } else if (!name.equals(SETTINGS)) {
        problems.add(
            "file.unexpected",
            name,
            0,
            "this is none of a ruleset's files.",
            "A rule is topic/name.yaml, topic/name.drl and topic/name.cases.yaml, in small"
                + " letters, digits and hyphens.");
      }
    }
    return byRule;
  }

  private Settings settings(
      RulesetFiles files, Set<String> topics, Set<String> rules, Map<String, String> notLive) {
    String text = files.texts().get(SETTINGS);
    if (text == null) {
      problems.add("settings.missing", SETTINGS, 0, "the file is missing.", "Add it.");
      return null;
    }
    return SettingsReader.read(SETTINGS, text, topics, rules, notLive, problems);
  }

  private Optional<Rule> rule(String id, RuleFiles its, RulesetFiles files) {
    String path = id.replace('.', '/');
    require(its.card, cardFile(id), "card", "rule.no-card");
    require(its.question, path + ".drl", "question", "rule.no-question");
    require(its.cases, path + ".cases.yaml", "cases", "rule.no-cases");
    WrittenCard card =
        its.card == null
            ? null
            : CardReader.read(id, its.card, files.texts().get(its.card), problems);
    Question question =
        its.question == null
            ? null
            : QuestionReader.read(id, its.question, files.texts().get(its.question), problems);
    List<Case> cases =
        its.cases == null
            ? List.of()
            : CaseReader.read(its.cases, files.texts().get(its.cases), problems);
    boolean whole = card != null && question != null && its.cases != null;
    return whole ? Optional.of(new Rule(card, question, cases, its)) : Optional.empty();
  }

  private void require(String file, String path, String what, String code) {
    if (file == null) {
      problems.add(code, path, 0, "the rule has no " + what + ".", "Add this file.");
    }
  }

  private Engine compile(List<Rule> rules) {
    if (rules.isEmpty()) {
      return null;
    }
    try {
      return compiler.apply(rules.stream().map(Rule::question).toList());
    } catch (IllegalStateException e) {
      problems.add("question.drools", ".", 0, e.getMessage());
      return null;
    }
  }

  private void runCases(Engine engine, List<Rule> rules) {
    CaseRunner runner = new CaseRunner(engine, problems);
    for (Rule rule : rules) {
      // Cases that cannot be read are refused already.
      if (problems.noneIn(rule.files().cases)) {
        runner.run(rule.files().cases, rule.card(), rule.question(), rule.cases());
      }
    }
  }
}
