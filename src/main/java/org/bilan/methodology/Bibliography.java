package org.bilan.methodology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bilan.ruleset.RuleCard;

/** All that the rules refer to, each once, with the rules that rest on it. */
final class Bibliography {

  /** Between the works of one reference. */
  private static final String PART = ";";

  /** Not by the rules of a language: those differ from one Java to another. */
  private static final Comparator<String> ORDER =
      String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

  private final Catalogue catalogue;
  private final Words words;

  Bibliography(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  void write(Markdown page) {
    page.heading(2, words.text("bibliography"));
    page.paragraph(words.text("bibliography.intro"));
    List<String> entries = new ArrayList<>();
    rulesByReference()
        .forEach(
            (reference, rules) ->
                entries.add(
                    words.text(
                        "bibliography.entry", Markdown.text(reference), catalogue.links(rules))));
    page.list(entries);
  }

  private SortedMap<String, SortedSet<String>> rulesByReference() {
    SortedMap<String, SortedSet<String>> rules = new TreeMap<>(ORDER);
    for (RuleCard card : catalogue.ruleset().cards()) {
      if (card.status() != RuleCard.Status.RETIRED) {
        for (String part : card.reference().split(PART)) {
          if (!part.isBlank()) {
            rules.computeIfAbsent(Markdown.line(part), reference -> new TreeSet<>()).add(card.id());
          }
        }
      }
    }
    return rules;
  }
}
