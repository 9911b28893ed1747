package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;
import org.bilan.methodology.Terms;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.Examples;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Tunable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule's card in one language, with what its question asks and its cases show. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Rule(
    @Schema(examples = "independence.second-origin") String id,
    String topic,
    @Schema(description = "What the topic is called") String topicName,
    String title,
    @Schema(description = "Why the rule is fair") String why,
    RuleCard.Status status,
    @Schema(
            description =
                "What it asks, in words: conditions that must all hold of one thing that the dossier shows of a claim")
        List<String> asks,
    @Schema(description = "What a finding adds to a claim's evidence, in decibans") Number weight,
    @Schema(description = "What editors may tune, by name") Map<String, Number> numbers,
    @Schema(description = "The reason's wording; names in braces stand for what was found")
        String sentence,
    @Schema(description = "Where the rule's ground was read") String reference,
    @Schema(description = "Propositions on which it makes a finding in the cases of the ruleset")
        Set<Proposition> propositions,
    @Schema(description = "Fields of a dossier for want of which it may not be judged")
        Set<String> missing,
    @Schema(
            description =
                "Its cases, in English as they were written; of one rule alone, not in the list of all")
        Optional<List<SampleCase>> cases) {

  /** A number and the limits within which editors may tune it. */
  @Schema(name = "RuleNumber")
  record Number(int value, String unit, String meaning, int least, int most) {

    static Number of(Tunable its, Terms terms) {
      return of(its.value(), its.unit(), its.meaning(), its.least(), its.most(), terms);
    }

    static Number of(CardNumber its, Terms terms) {
      return of(its.value(), its.unit(), its.meaning(), its.least(), its.most(), terms);
    }

    private static Number of(
        int value, String unit, Map<Language, String> meaning, int least, int most, Terms terms) {
      return new Number(value, terms.unit(unit), meaning.get(terms.language()), least, most);
    }
  }

  /**
   * An example of what a rule does.
   *
   * @param name what happens in it
   * @param expect what the rule makes of it
   * @param numbers that it pins, whatever the card says
   * @param proposition that it is about; any, when absent
   * @param because values that the reason names
   * @param missing fields for want of which it cannot be judged
   */
  @Schema(name = "RuleCase")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record SampleCase(
      String name,
      @Schema(enumeration = {"fired", "quiet", "cannot-judge"}) Answer.Outcome expect,
      Map<String, Integer> numbers,
      Optional<Proposition> proposition,
      Map<String, String> because,
      List<String> missing) {

    static SampleCase of(Examples.Example its) {
      return new SampleCase(
          its.name(), its.expect(), its.numbers(), its.proposition(), its.because(), its.missing());
    }
  }

  static Rule of(RuleCard card, List<String> asks, Examples examples, Terms terms) {
    Language language = terms.language();
    Map<String, Number> numbers = new LinkedHashMap<>();
    card.numbers().forEach((name, number) -> numbers.put(name, Number.of(number, terms)));
    return new Rule(
        card.id(),
        card.topic(),
        terms.topic(card.topic()),
        card.title().get(language),
        card.why().get(language),
        card.status(),
        asks,
        Number.of(card.weight(), terms),
        numbers,
        card.sentence().get(language),
        card.reference(),
        examples.propositions(),
        examples.missing(),
        Optional.empty());
  }

  /** The same with its cases. */
  Rule with(Examples examples) {
    return new Rule(
        id,
        topic,
        topicName,
        title,
        why,
        status,
        asks,
        weight,
        numbers,
        sentence,
        reference,
        propositions,
        missing,
        Optional.of(examples.cases().stream().map(SampleCase::of).toList()));
  }
}
