package org.bilan.ruleset;

import java.util.Map;
import org.bilan.assessment.Language;

/**
 * A card, and where in its file things stand.
 *
 * @param sentences lines of the sentence, by language
 * @param numbers lines of the numbers, by name
 */
record WrittenCard(
    String file, RuleCard card, Map<String, Integer> sentences, Map<String, Integer> numbers) {

  /** Card and question must speak of the same numbers and values. */
  void check(Question question, String questionFile, RuleProblems problems) {
    for (String number : question.numbers()) {
      if (!card.numbers().containsKey(number)) {
        problems.unknown(
            "number.undeclared", questionFile, 0, "number", number, card.numbers().keySet());
      }
    }
    for (String number : card.numbers().keySet()) {
      if (!question.numbers().contains(number)) {
        problems.add(
            "number.unread",
            file,
            numbers.getOrDefault(number, 0),
            "the question does not read the number \"" + number + "\".",
            "Take it out of the card, or read it in the question.");
      }
    }
    for (Language language : Language.values()) {
      checkSentence(language, question, problems);
    }
  }

  private void checkSentence(Language language, Question question, RuleProblems problems) {
    String wording = card.sentence().get(language);
    int line = sentences.getOrDefault(language.word(), 0);
    for (String name : Sentence.names(wording)) {
      if (!question.values().containsKey(name)) {
        problems.unknown(
            "sentence.unknown-value",
            file,
            line,
            "value in the sentence (" + language.word() + ")",
            name,
            question.values().keySet());
      }
    }
    if (Sentence.unbalanced(wording)) {
      problems.add(
          "sentence.braces",
          file,
          line,
          "the sentence (" + language.word() + ") has a brace without its partner.");
    }
  }
}
