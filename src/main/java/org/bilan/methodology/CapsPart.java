package org.bilan.methodology;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bilan.ruleset.Tunable;

/** The topics, and how much each may weigh. */
final class CapsPart {

  private final Catalogue catalogue;
  private final Words words;

  CapsPart(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
  }

  void write(Markdown page) {
    page.heading(2, words.text("caps"));
    page.paragraph(words.text("caps.intro"));
    List<List<String>> rows = new ArrayList<>();
    new TreeMap<>(catalogue.ruleset().settings().caps())
        .forEach((topic, cap) -> rows.add(row(topic, cap)));
    page.table(
        List.of(
            words.text("column.topic"),
            ">" + words.text("column.cap"),
            ">" + words.text("column.limits"),
            ">" + words.text("column.live"),
            words.text("column.meaning")),
        rows);
  }

  private List<String> row(String topic, Tunable cap) {
    return List.of(
        catalogue.topicLink(topic),
        Words.plain(cap.value()),
        words.text("limits", Words.plain(cap.least()), Words.plain(cap.most())),
        String.valueOf(catalogue.live(topic).size()),
        words.of(cap.meaning()));
  }
}
