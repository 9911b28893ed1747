package org.bilan.ruleset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.Evidence;

/** The checked, immutable content of a rules folder, able to judge. Thread-safe. */
public final class Ruleset implements AutoCloseable {

  private final RulesetFiles files;
  private final String revision;
  private final Settings settings;
  private final Map<RuleCard, Question> rules;
  private final Map<String, RuleCard> cards = new LinkedHashMap<>();
  private final Engine engine;
  private final boolean shares;
  private final Memo memo;
  private final Judge judge;
  private final Map<String, Examples> examples;
  private volatile CardNumbers numbers;
  private volatile boolean closed;

  Ruleset(
      RulesetFiles files,
      Settings settings,
      Map<RuleCard, Question> rules,
      Engine engine,
      Map<String, Examples> examples) {
    this(files, settings, rules, engine, false, examples);
  }

  private Ruleset(
      RulesetFiles files,
      Settings settings,
      Map<RuleCard, Question> rules,
      Engine engine,
      boolean shares,
      Map<String, Examples> examples) {
    this.shares = shares;
    this.examples = examples;
    this.files = files;
    this.revision = files.revision();
    this.settings = settings;
    this.engine = engine;
    this.rules = rules;
    Map<RuleCard, Question> judging = new LinkedHashMap<>();
    rules.forEach(
        (card, question) -> {
          cards.put(card.id(), card);
          if (card.status() == RuleCard.Status.LIVE) {
            judging.put(card, question);
          }
        });
    this.memo = new Memo(engine, judging);
    this.judge = new Judge(settings, judging);
  }

  /**
   * Reads, checks and compiles a folder.
   *
   * @throws InvalidRuleset with all problems, when it is not fit to go live
   */
  public static Ruleset load(Path folder) throws InvalidRuleset {
    return of(RulesetFiles.read(folder));
  }

  /**
   * Checks and compiles files.
   *
   * @throws InvalidRuleset with all problems, when they are not fit to go live
   */
  public static Ruleset of(RulesetFiles files) throws InvalidRuleset {
    return new RulesetLoader().load(files);
  }

  /** What it was made of: all that is needed to make it again. */
  public RulesetFiles files() {
    return files;
  }

  /**
   * Other files judged by the questions of these, which are compiled already: quick enough to
   * follow a slider. Their cases, which are the same, are not run: those pin their own numbers, so
   * that other values break none. It judges as long as this ruleset is open, and to close it ends
   * nothing.
   *
   * @return empty when the files hold other questions or cases: {@link #of} compiles and runs them
   * @throws InvalidRuleset with all problems of cards and settings
   */
  public Optional<Ruleset> tuned(RulesetFiles others) throws InvalidRuleset {
    if (!others.sameQuestionsAndCases(files)) {
      return Optional.empty();
    }
    return Optional.of(
        new RulesetLoader()
            .tune(
                rules,
                files,
                others,
                (read, cards) -> new Ruleset(others, read, cards, engine, true, examples)));
  }

  /** All its numbers that editors may tune. */
  public CardNumbers numbers() {
    // Read twice at worst, by two who ask first at once.
    if (numbers == null) {
      numbers = CardNumbers.of(files);
    }
    return numbers;
  }

  /** SHA-256 of the folder's content, 64 hexadecimal digits. */
  public String revision() {
    return revision;
  }

  public String name() {
    return settings.name();
  }

  /** What is said beside the rules: prior, caps, ladders. */
  public Settings settings() {
    return settings;
  }

  /** What the cases show of a rule, by its id. */
  public Examples examples(String rule) {
    return examples.getOrDefault(rule, Examples.NONE);
  }

  /**
   * What each rule asks in words, by its id: conditions that must all hold of one thing that the
   * dossier shows of a claim.
   */
  public Map<String, List<String>> asks(Language language) {
    Asking asking = new Asking(language);
    Map<String, List<String>> asks = new LinkedHashMap<>();
    rules.forEach((card, question) -> asks.put(card.id(), asking.asks(card, question)));
    return asks;
  }

  /** What the live rules conclude from facts, in no particular order. */
  List<Conclusion> conclusions(List<Aspect> facts) {
    if (closed) {
      throw new IllegalStateException("The ruleset is closed");
    }
    return memo.conclusions(facts);
  }

  /** All cards, by id. */
  public List<RuleCard> cards() {
    return List.copyOf(cards.values());
  }

  /** Ids of the rules that are live. */
  public List<String> live() {
    return cards.values().stream()
        .filter(card -> card.status() == RuleCard.Status.LIVE)
        .map(RuleCard::id)
        .toList();
  }

  /** Judges all that a dossier holds. */
  public Assessment judge(Dossier dossier, Language language) {
    return judge(Derivation.of(dossier), language);
  }

  /** Judges what was known by a moment. */
  public Assessment judge(Dossier dossier, Instant asOf, Language language) {
    return judge(Derivation.of(dossier, asOf), language);
  }

  /** Judges a dossier whose words are derived: by another ruleset too, perhaps. */
  public Assessment judge(Derivation derived, Language language) {
    return judged(derived, language, this::conclusions);
  }

  /** With the questions asked by other means: what a benchmark compares the engine with. */
  Assessment judged(
      Derivation derived, Language language, Function<List<Aspect>, List<Conclusion>> questions) {
    List<List<Conclusion>> conclusions = new ArrayList<>(derived.claims().size());
    for (ClaimEvidence claim : derived.claims()) {
      conclusions.add(questions.apply(claim.facts()));
    }
    return judge.assess(derived, revision, conclusions, language);
  }

  /**
   * A dossier judged by all rules, and without one of them.
   *
   * @param without for each rule that has found anything, by its id, what all others make of the
   *     dossier
   */
  public record Ablation(Assessment whole, Map<String, Assessment> without) {}

  /** Judges all that a dossier holds, and what it would be without each rule. */
  public Ablation ablate(Dossier dossier, Language language) {
    Derivation derived = Derivation.of(dossier);
    List<List<Conclusion>> conclusions = new ArrayList<>(derived.claims().size());
    Set<RuleCard> fired = new TreeSet<>(Comparator.comparing(RuleCard::id));
    for (ClaimEvidence claim : derived.claims()) {
      List<Conclusion> found = conclusions(claim.facts());
      found.forEach(conclusion -> fired.add(conclusion.card()));
      conclusions.add(found);
    }
    Function<List<List<Conclusion>>, Assessment> assess =
        some -> judge.assess(derived, revision, some, language);
    Map<String, Assessment> without = new LinkedHashMap<>();
    for (RuleCard rule : fired) {
      without.put(
          rule.id(),
          assess.apply(
              conclusions.stream()
                  .map(found -> found.stream().filter(c -> c.card() != rule).toList())
                  .toList()));
    }
    return new Ablation(assess.apply(conclusions), without);
  }

  /**
   * Why each rule was answered as it was: by the claims' ids, all rules by their ids, those that
   * are not live included. Judges nothing.
   */
  public Map<String, List<Answer>> answers(Dossier dossier, Language language) {
    Asking asking = new Asking(language);
    Map<String, List<Answer>> answers = new LinkedHashMap<>();
    for (ClaimEvidence evidence : Evidence.of(dossier)) {
      List<Answer> all = new ArrayList<>(rules.size());
      rules.forEach((card, question) -> all.add(asking.answer(card, question, evidence)));
      answers.put(evidence.claim().id(), List.copyOf(all));
    }
    return answers;
  }

  /** The reason of a finding in a language; empty when this revision has no such rule. */
  public Optional<String> sentence(String rule, Language language, Map<String, Object> values) {
    return Optional.ofNullable(cards.get(rule))
        .map(card -> Sentence.of(card.sentence().get(language)).render(values, language));
  }

  @Override
  public void close() {
    closed = true;
    if (!shares) {
      engine.close();
    }
  }
}
