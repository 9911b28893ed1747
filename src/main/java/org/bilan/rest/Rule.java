package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bilan.assessment.Language;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Tunable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule's card in one language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Rule(
    @Schema(examples = "independence.second-origin") String id,
    String topic,
    String title,
    @Schema(description = "Why the rule is fair") String why,
    RuleCard.Status status,
    @Schema(description = "What a finding adds to a claim's evidence, in decibans") Number weight,
    @Schema(description = "What editors may tune, by name") Map<String, Number> numbers,
    @Schema(description = "The reason's wording; names in braces stand for what was found")
        String sentence,
    @Schema(description = "Where the rule's ground was read") String reference) {

  /** A number and the limits within which editors may tune it. */
  @Schema(name = "RuleNumber")
  record Number(int value, String unit, String meaning, int least, int most) {

    static Number of(Tunable number, Language language) {
      return new Number(
          number.value(),
          number.unit(),
          number.meaning().get(language),
          number.least(),
          number.most());
    }
  }

  static Rule of(RuleCard card, Language language) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    card.numbers().forEach((name, number) -> numbers.put(name, Number.of(number, language)));
    return new Rule(
        card.id(),
        card.topic(),
        card.title().get(language),
        card.why().get(language),
        card.status(),
        Number.of(card.weight(), language),
        numbers,
        card.sentence().get(language),
        card.reference());
  }
}
