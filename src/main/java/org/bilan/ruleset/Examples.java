package org.bilan.ruleset;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bilan.assessment.Answer;
import org.bilan.dossier.Proposition;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Evidence;

/**
 * What the cases of a ruleset show of one rule.
 *
 * @param fired how many of its cases expect a finding
 * @param quiet how many expect none, though it can be judged
 * @param unjudged how many expect that it cannot be judged
 * @param propositions those on which it has made a finding, with the numbers that its own cases
 *     pin, over the dossiers of all cases. It may bear on others: a question does not say on which
 * @param missing fields of the dossier for want of which its own cases cannot be judged
 * @param cases its own, in the order of their file
 */
public record Examples(
    int fired,
    int quiet,
    int unjudged,
    Set<Proposition> propositions,
    SortedSet<String> missing,
    List<Example> cases) {

  /** Of a rule that no case is known of. */
  public static final Examples NONE =
      new Examples(
          0, 0, 0, Set.of(), Collections.unmodifiableSortedSet(new TreeSet<>()), List.of());

  /**
   * A case, without its dossier.
   *
   * @param name what happens in it, as its writer says it
   * @param expect what the rule makes of it: all but {@link Answer.Outcome#NOT_LIVE}
   * @param numbers that it pins, by name
   * @param proposition that it is about; any, when absent
   * @param because values that the reason names, where a finding is expected
   * @param missing fields for want of which it cannot be judged, where that is expected
   */
  public record Example(
      String name,
      Answer.Outcome expect,
      Map<String, Integer> numbers,
      Optional<Proposition> proposition,
      Map<String, String> because,
      List<String> missing) {

    static Example of(Case its) {
      return new Example(
          its.name(),
          Answer.Outcome.valueOf(its.expect().name()),
          its.numbers(),
          its.proposition(),
          its.because(),
          its.missing());
    }
  }

  /** All that a rule has said of itself, in its cases. */
  record Shown(RuleCard card, Question question, List<Case> cases) {}

  /** What the cases of some rules show, by the rules' ids. */
  static Map<String, Examples> of(List<Shown> rules, Engine engine) {
    Map<Class<? extends Aspect>, List<Aspect>> facts =
        rules.stream()
            .flatMap(rule -> rule.cases().stream())
            .flatMap(example -> Evidence.of(example.dossier()).stream())
            .flatMap(claim -> claim.facts().stream())
            .collect(Collectors.groupingBy(Aspect::getClass));
    Map<String, Examples> examples = new HashMap<>();
    for (Shown rule : rules) {
      List<Aspect> asked = facts.getOrDefault(rule.question().fact(), List.of());
      examples.put(rule.card().id(), of(rule, propositions(rule, asked, engine)));
    }
    return Map.copyOf(examples);
  }

  private static Examples of(Shown rule, Set<Proposition> propositions) {
    Map<Case.Outcome, Integer> counts = new EnumMap<>(Case.Outcome.class);
    SortedSet<String> missing = new TreeSet<>();
    for (Case example : rule.cases()) {
      counts.merge(example.expect(), 1, Integer::sum);
      missing.addAll(example.missing());
    }
    return new Examples(
        counts.getOrDefault(Case.Outcome.FIRED, 0),
        counts.getOrDefault(Case.Outcome.QUIET, 0),
        counts.getOrDefault(Case.Outcome.CANNOT_JUDGE, 0),
        Collections.unmodifiableSet(propositions),
        Collections.unmodifiableSortedSet(missing),
        rule.cases().stream().map(Example::of).toList());
  }

  private static Set<Proposition> propositions(Shown rule, List<Aspect> facts, Engine engine) {
    Set<Proposition> propositions = EnumSet.noneOf(Proposition.class);
    rule.cases().stream()
        .filter(example -> example.expect() == Case.Outcome.FIRED)
        .map(Case::numbers)
        .distinct()
        .flatMap(pinned -> engine.run(List.of(rule.card().with(pinned)), facts).stream())
        .forEach(conclusion -> propositions.add(conclusion.fact().proposition()));
    return propositions;
  }
}
