package org.bilan.ruleset;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Evidence;

/**
 * Reads questions. A question has one shape, and this reader takes nothing else:
 *
 * <pre>
 * rule "topic.name" when
 *   $card : RuleCard( id == "topic.name" )
 *   $fact : Corroboration( independentOrigins >= $card.number("origins") )
 * then insert( $card.finds( $fact, "origins", $fact.independentOrigins() ) ); end
 * </pre>
 *
 * DRL can run arbitrary Java on both sides of a rule. Here a condition compares a property of the
 * fact with another, with a number of the card, or with {@code true}; nothing is negated, no number
 * is literal, nothing is called but the card and the fact's accessors.
 */
final class QuestionReader {

  private static final Map<String, Class<? extends Aspect>> FACTS =
      new TreeMap<>(
          Evidence.FACT_TYPES.stream()
              .collect(Collectors.toMap(Class::getSimpleName, type -> type)));

  private static final Set<String> COMPARISONS = Set.of("==", ">=", "<=", ">", "<");

  private final String id;
  private final String file;
  private final RuleProblems problems;
  private final QuestionTokens tokens;
  private final List<String> conditions = new ArrayList<>();
  private final Set<String> looksAt = new TreeSet<>();
  private final Set<String> numbers = new TreeSet<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private Class<? extends Aspect> type;

  private QuestionReader(String id, String file, String text, RuleProblems problems) {
    this.id = id;
    this.file = file;
    this.problems = problems;
    this.tokens = new QuestionTokens(text);
  }

  /** Reads one question; null, with a problem, when it is none. */
  static Question read(String id, String file, String text, RuleProblems problems) {
    return new QuestionReader(id, file, text, problems).read();
  }

  private Question read() {
    try {
      tokens.checkLength();
      tokens.take("rule");
      String name = tokens.text();
      if (!name.equals(id)) {
        problems.add(
            "question.name",
            file,
            tokens.line(),
            "the rule is called \"" + name + "\", its path says \"" + id + "\".",
            "Give it the name of its path.");
      }
      tokens.take("when");
      tokens.take("$card", ":", "RuleCard", "(", "id", "==");
      if (!tokens.text().equals(name)) {
        throw tokens.refuse("question.card", "the card must be the rule's own.");
      }
      tokens.take(")");
      String variable = tokens.variable();
      tokens.take(":");
      pattern();
      tokens.take("then", "insert", "(", "$card", ".", "finds", "(");
      tokens.take(variable);
      given(variable);
      tokens.take(")", ")", ";", "end");
      tokens.takeEnd();
    } catch (QuestionTokens.Refused e) {
      problems.add(e.code(), file, e.line(), e.getMessage(), e.advice());
      return null;
    }
    return new Question(id, type, conditions, looksAt, numbers, values);
  }

  private void pattern() throws QuestionTokens.Refused {
    String name = tokens.name();
    type = FACTS.get(name);
    if (type == null) {
      throw tokens.unknown("question.fact", "fact", name, FACTS.keySet());
    }
    tokens.take("(");
    do {
      conditions.add(condition());
    } while (tokens.takeIf(","));
    tokens.take(")");
  }

  private String condition() throws QuestionTokens.Refused {
    StringBuilder condition = new StringBuilder(comparison());
    while (tokens.next("&&") || tokens.next("||")) {
      condition.append(' ').append(tokens.take()).append(' ').append(comparison());
    }
    return condition.toString();
  }

  private String comparison() throws QuestionTokens.Refused {
    String left = property();
    String operator = tokens.take();
    if (!COMPARISONS.contains(operator)) {
      throw tokens.refuse(
          "question.comparison",
          "\"" + operator + "\" is not allowed; compare with " + sorted(COMPARISONS) + ".");
    }
    return left + " " + operator + " " + operand(left, operator);
  }

  /** What stands on the right: of the same kind as what stands on the left. */
  private String operand(String left, String operator) throws QuestionTokens.Refused {
    if (tokens.takeIf("$card")) {
      tokens.take(".", "number", "(");
      String number = tokens.text();
      tokens.take(")");
      requireKind(left, operator, int.class);
      numbers.add(number);
      return "$card.number(\"" + number + "\")";
    }
    if (tokens.takeIf("true")) {
      requireKind(left, operator, boolean.class);
      return "true";
    }
    if (tokens.nextIsNumber()) {
      throw tokens.refuse(
          "question.literal",
          "a number stands in the question.",
          "Declare it in the card and read it with $card.number(\"…\").");
    }
    String right = property();
    requireKind(left, operator, kind(right));
    return right;
  }

  /** Whole numbers compare with whole numbers, and yes-or-no is equal or not; nothing else does. */
  private void requireKind(String left, String operator, Class<?> right)
      throws QuestionTokens.Refused {
    Class<?> kind = kind(left);
    boolean numbers = kind == int.class;
    boolean flags = kind == boolean.class && operator.equals("==");
    if (kind != right || !numbers && !flags) {
      throw tokens.refuse(
          "question.type",
          "\"" + left + "\" cannot be compared so.",
          numbers
              ? "It is a number: compare it with $card.number(\"…\")."
              : kind == boolean.class
                  ? "It is a yes or no: ask whether it == true."
                  : "Only numbers, and what is true or not, can be compared.");
    }
  }

  private Class<?> kind(String property) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(property))
        .findFirst()
        .orElseThrow()
        .getType();
  }

  private String property() throws QuestionTokens.Refused {
    String name = tokens.name();
    requireProperty(name);
    looksAt.add(name);
    return name;
  }

  private void given(String variable) throws QuestionTokens.Refused {
    while (tokens.takeIf(",")) {
      String name = tokens.text();
      tokens.take(",");
      tokens.take(variable);
      tokens.take(".");
      String accessor = tokens.name();
      requireProperty(accessor);
      tokens.take("(", ")");
      if (values.put(name, accessor) != null) {
        throw tokens.refuse("question.value-twice", "\"" + name + "\" is given twice.");
      }
    }
  }

  private void requireProperty(String name) throws QuestionTokens.Refused {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    if (!known.contains(name)) {
      throw tokens.unknown("question.property", "property of " + type.getSimpleName(), name, known);
    }
  }

  private static String sorted(Set<String> words) {
    return String.join(" ", words.stream().sorted().toList());
  }
}
