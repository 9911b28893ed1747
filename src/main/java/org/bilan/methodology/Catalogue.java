package org.bilan.methodology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;

/** The rules of a ruleset in the order of the page, and how the page refers to them. */
final class Catalogue {

  private final Ruleset ruleset;
  private final Words words;
  private final Map<String, RuleCard> cards = new TreeMap<>();

  Catalogue(Ruleset ruleset, Words words) {
    this.ruleset = ruleset;
    this.words = words;
    ruleset.cards().forEach(card -> cards.put(card.id(), card));
  }

  Ruleset ruleset() {
    return ruleset;
  }

  /** Topics that have a rule, whether that is live or not. */
  SortedSet<String> topics() {
    return cards.values().stream()
        .map(RuleCard::topic)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By their ids. */
  List<RuleCard> of(RuleCard.Status status) {
    return cards.values().stream().filter(card -> card.status() == status).toList();
  }

  /** The live rules of a topic: those that weigh most first, then by their ids. */
  List<RuleCard> live(String topic) {
    List<RuleCard> live = new ArrayList<>(of(RuleCard.Status.LIVE));
    live.removeIf(card -> !card.topic().equals(topic));
    live.sort(Comparator.comparingInt(card -> -Math.abs(card.weight().value())));
    return live;
  }

  /** The heading of a rule, as Markdown. */
  String heading(RuleCard card) {
    return words.of(card.title()) + " (" + Markdown.code(card.id()) + ")";
  }

  /** A link to a rule, by its title; said of one that is not live, since it makes no finding. */
  String link(RuleCard card) {
    String read = Markdown.line(card.title().get(words.language())) + " (" + card.id() + ")";
    String link = Markdown.link(words.of(card.title()), Anchors.of(read));
    return card.status() == RuleCard.Status.LIVE
        ? link
        : link + " (" + words.word("status", card.status()) + ")";
  }

  /** Links to rules, by their ids; of a rule that is not there, its id. */
  String links(Collection<String> ids) {
    return new TreeSet<>(ids)
        .stream()
            .map(id -> cards.containsKey(id) ? link(cards.get(id)) : Markdown.code(id))
            .collect(Collectors.joining(", "));
  }

  String topicLink(String topic) {
    String heading = words.text("rules.topic", words.added("topic", topic));
    return Markdown.link(words.added("topic", topic), Anchors.of(heading));
  }
}
