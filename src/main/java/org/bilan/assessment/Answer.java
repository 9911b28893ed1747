package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Word;

/**
 * What one rule answered for one claim, and why.
 *
 * @param rule the rule's id, its path under {@code rules/}
 * @param title what the rule looks for, in the language asked for
 * @param asked how its question was answered, for each fact that it asked; in the order of the
 *     propositions
 * @param missing where it could not be judged: the fields of the dossier that would be needed
 */
public record Answer(
    String rule,
    String title,
    Outcome outcome,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Asked> asked,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {

  /** What a rule does with a claim. */
  public enum Outcome implements Word {
    /** It made at least one finding. */
    FIRED,
    /** What it asks for is known, and is not so. */
    QUIET,
    /** What it asks for is not known. */
    CANNOT_JUDGE,
    /** Its card is a draft or retired: it makes no finding, however its question is answered. */
    NOT_LIVE
  }

  /**
   * A question, asked of one fact.
   *
   * @param held whether all conditions hold
   */
  public record Asked(Proposition proposition, boolean held, List<Condition> conditions) {}

  /**
   * One condition of a question.
   *
   * @param text it, what was wanted and what was seen, in plain words of the language asked for
   * @param comparisons what it compares; more than one where they are joined by and / or
   */
  public record Condition(String text, boolean held, List<Comparison> comparisons) {}

  /**
   * One comparison.
   *
   * @param field of the fact: {@code independentOrigins}
   * @param operator {@code ==}, {@code >=}, {@code <=}, {@code >} or {@code <}
   * @param number name of the card's number that is wanted; absent where none is
   * @param other the other field that is wanted; absent where none is
   * @param wanted a whole number, true or false
   * @param seen the field's value: a whole number, true or false
   */
  public record Comparison(
      String field,
      String operator,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> number,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> other,
      Object wanted,
      Object seen,
      boolean held) {}
}
