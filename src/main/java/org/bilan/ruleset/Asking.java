package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Language;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ClaimEvidence;

/**
 * Asks a question condition by condition, to say why it was answered as it was. Drools judges; this
 * only tells, and reads what {@link QuestionReader} has accepted: its grammar is the whole of it.
 */
final class Asking {

  /** Left, operator, and what stands on the right: a number of the card, true, or a property. */
  private static final Pattern COMPARISON =
      Pattern.compile("(\\w+) (==|>=|<=|>|<) (?:\\$card\\.number\\(\"([^\"]*)\"\\)|(\\w+))");

  private final Language language;
  private final AnswerWords words;

  Asking(Language language) {
    this.language = language;
    this.words = new AnswerWords(language);
  }

  /** What a rule answers for a claim. */
  Answer answer(RuleCard card, Question question, ClaimEvidence evidence) {
    List<Answer.Asked> asked =
        evidence.facts().stream()
            .filter(question.fact()::isInstance)
            .map(fact -> asked(card, question, fact))
            .sorted((a, b) -> a.proposition().compareTo(b.proposition()))
            .toList();
    List<String> missing = evidence.missing().get(question.fact());
    return new Answer(
        card.id(),
        card.title().get(language),
        outcome(card, asked),
        asked,
        missing == null || !asked.isEmpty() ? List.of() : missing);
  }

  /** What a rule asks, condition by condition: all of them must hold of one fact. */
  List<String> asks(RuleCard card, Question question) {
    return question.conditions().stream().map(c -> asks(card, question, c)).toList();
  }

  private String asks(RuleCard card, Question question, String condition) {
    String text = "";
    int end = 0;
    for (Matcher found = COMPARISON.matcher(condition); found.find(); end = found.end()) {
      String asked =
          words.asks(
              question.fact(),
              found.group(1),
              found.group(2),
              Optional.ofNullable(found.group(3)).map(n -> Map.entry(n, card.number(n))),
              Optional.ofNullable(found.group(4)).filter(o -> !o.equals("true")));
      text = words.joined(condition.substring(end, found.start()).strip(), text, asked);
    }
    return text;
  }

  private static Answer.Outcome outcome(RuleCard card, List<Answer.Asked> asked) {
    if (card.status() != RuleCard.Status.LIVE) {
      return Answer.Outcome.NOT_LIVE;
    }
    if (asked.isEmpty()) {
      return Answer.Outcome.CANNOT_JUDGE;
    }
    return asked.stream().anyMatch(Answer.Asked::held)
        ? Answer.Outcome.FIRED
        : Answer.Outcome.QUIET;
  }

  private Answer.Asked asked(RuleCard card, Question question, Aspect fact) {
    List<Answer.Condition> conditions =
        question.conditions().stream().map(c -> condition(card, c, fact)).toList();
    return new Answer.Asked(
        fact.proposition(), conditions.stream().allMatch(Answer.Condition::held), conditions);
  }

  /** Comparisons joined by {@code &&}, which binds, and {@code ||}, which parts. */
  private Answer.Condition condition(RuleCard card, String condition, Aspect fact) {
    List<Answer.Comparison> comparisons = new ArrayList<>();
    String text = "";
    boolean any = false;
    boolean all = true;
    int end = 0;
    for (Matcher found = COMPARISON.matcher(condition); found.find(); end = found.end()) {
      String joint = condition.substring(end, found.start()).strip();
      Answer.Comparison comparison = comparison(card, found, fact);
      comparisons.add(comparison);
      if (joint.equals("||")) {
        any |= all;
        all = true;
      }
      all &= comparison.held();
      String told = words.of(fact.getClass(), comparison);
      text = words.joined(joint, text, told);
    }
    return new Answer.Condition(text, any || all, List.copyOf(comparisons));
  }

  private static Answer.Comparison comparison(RuleCard card, Matcher found, Aspect fact) {
    Object seen = value(fact, found.group(1));
    String operator = found.group(2);
    Optional<String> number = Optional.ofNullable(found.group(3));
    Optional<String> other = Optional.ofNullable(found.group(4)).filter(o -> !o.equals("true"));
    Object wanted = true;
    if (number.isPresent()) {
      wanted = card.number(number.get());
    } else if (other.isPresent()) {
      wanted = value(fact, other.get());
    }
    boolean held = holds(seen, operator, wanted);
    return new Answer.Comparison(found.group(1), operator, number, other, wanted, seen, held);
  }

  private static boolean holds(Object seen, String operator, Object wanted) {
    if (operator.equals("==")) {
      return seen.equals(wanted);
    }
    int order = Integer.compare((Integer) seen, (Integer) wanted);
    return switch (operator) {
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order < 0;
    };
  }

  private static Object value(Aspect fact, String property) {
    return Arrays.stream(fact.getClass().getRecordComponents())
        .filter(component -> component.getName().equals(property))
        .findFirst()
        .map(
            component -> {
              try {
                return component.getAccessor().invoke(fact);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A fact's property cannot be read", e);
              }
            })
        .orElseThrow();
  }
}
