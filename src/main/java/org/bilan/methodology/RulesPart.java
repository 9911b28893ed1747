package org.bilan.methodology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.ruleset.Examples;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Tunable;

/** The rules, by topic; those that make no finding apart. */
final class RulesPart {

  /** A value's name in a sentence. */
  private static final Pattern NAME = Pattern.compile("\\{[^{}]*}");

  private final Catalogue catalogue;
  private final Words words;

  RulesPart(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  void write(Markdown page) {
    page.heading(2, words.text("rules"));
    page.paragraph(words.text("rules.intro"));
    page.paragraph(words.text("rules.bears"));
    for (String topic : catalogue.topics()) {
      topic(page, topic);
    }
    page.heading(2, words.text("apart"));
    List<RuleCard> apart = new ArrayList<>(catalogue.of(RuleCard.Status.DRAFT));
    apart.addAll(catalogue.of(RuleCard.Status.RETIRED));
    page.paragraph(words.text(apart.isEmpty() ? "apart.nothing" : "apart.intro"));
    apart.forEach(card -> rule(page, 3, card));
  }

  private void topic(Markdown page, String topic) {
    page.heading(3, words.text("rules.topic", words.added("topic", topic)));
    List<RuleCard> live = catalogue.live(topic);
    Tunable cap = catalogue.ruleset().settings().caps().get(topic);
    page.paragraph(words.text("topic.cap", words.amount(cap, cap.value())));
    page.table(
        List.of(
            words.text("column.rule"),
            ">" + words.text("column.weight"),
            words.text("column.shown")),
        live.stream()
            .map(
                card ->
                    List.of(catalogue.link(card), Words.signed(card.weight().value()), shown(card)))
            .toList());
    live.forEach(card -> rule(page, 4, card));
  }

  private String shown(RuleCard card) {
    String shown =
        catalogue.ruleset().examples(card.id()).propositions().stream()
            .map(proposition -> words.word("proposition", proposition))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? words.text("shown.nothing") : shown;
  }

  private void rule(Markdown page, int level, RuleCard card) {
    page.heading(level, catalogue.heading(card));
    page.paragraph(words.of(card.why()));
    Examples examples = catalogue.ruleset().examples(card.id());
    List<String> items = new ArrayList<>();
    if (card.status() != RuleCard.Status.LIVE) {
      items.add(words.text("rule.status", words.word("status", card.status())));
    }
    items.add(words.text("rule.sentence", sentence(card)));
    items.add(
        words.text(
            "rule.weight",
            Words.signed(card.weight().value()) + " " + words.added("unit", card.weight().unit()),
            Words.signed(card.weight().least()),
            Words.signed(card.weight().most())));
    items.add(words.text("rule.shown", shown(card)));
    if (!examples.missing().isEmpty()) {
      String missing =
          examples.missing().stream().map(Markdown::code).collect(Collectors.joining(", "));
      items.add(words.text("rule.missing", missing));
    }
    items.add(words.text("rule.cases", cases(examples)));
    items.add(words.text("rule.reference", Markdown.text(card.reference())));
    if (card.numbers().isEmpty()) {
      items.add(words.text("rule.numbers"));
    }
    page.list(items);
    if (!card.numbers().isEmpty()) {
      numbers(page, card.numbers());
    }
  }

  private Object[] cases(Examples examples) {
    return new Object[] {
      examples.fired() + examples.quiet() + examples.unjudged(),
      examples.fired(),
      examples.quiet(),
      examples.unjudged()
    };
  }

  private String sentence(RuleCard card) {
    String wording = Markdown.line(card.sentence().get(words.language()));
    StringBuilder sentence = new StringBuilder();
    int from = 0;
    for (Matcher name = NAME.matcher(wording); name.find(); from = name.end()) {
      sentence.append(Markdown.within(wording.substring(from, name.start())));
      sentence.append(Markdown.code(name.group()));
    }
    return sentence.append(Markdown.within(wording.substring(from))).toString();
  }

  private void numbers(Markdown page, Map<String, Tunable> numbers) {
    List<List<String>> rows = new ArrayList<>();
    numbers.forEach(
        (name, number) ->
            rows.add(
                List.of(
                    Markdown.text(name),
                    Words.plain(number.value()),
                    words.added("unit", number.unit()),
                    words.text("limits", Words.plain(number.least()), Words.plain(number.most())),
                    words.of(number.meaning()))));
    page.table(
        List.of(
            words.text("column.number"),
            ">" + words.text("column.value"),
            words.text("column.unit"),
            ">" + words.text("column.limits"),
            words.text("column.meaning")),
        rows);
  }
}
