package org.bilan.methodology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.bilan.assessment.Language;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;

/**
 * What a ruleset asks of casualty claims, with which weights and on whose authority, as a page for
 * people to read and publish. The same ruleset gives the same text, whenever and wherever it is
 * asked: there is no date in it.
 *
 * @param language of the text; references, ids and names of numbers are as the rules have them
 * @param title without markup
 * @param markdown the page as Markdown (CommonMark with the tables of GitHub)
 */
public record Methodology(Language language, String title, String markdown) {

  /** The methodology of a ruleset. */
  public static Methodology of(Ruleset ruleset, Language language) {
    Words words = new Words(language);
    Catalogue catalogue = new Catalogue(ruleset, words);
    String title = words.text("title", Markdown.line(ruleset.name()));
    Markdown page = new Markdown();
    head(page, catalogue, words);
    contents(page, catalogue, words);
    new ScorePart(ruleset, words).write(page);
    new LadderPart(catalogue, words).write(page);
    new CapsPart(catalogue, words).write(page);
    new RulesPart(catalogue, words).write(page);
    new ContractPart(words).write(page);
    new Bibliography(catalogue, words).write(page);
    section(page, words, "check", "sum", "revision", "page", "score", "as-of");
    section(page, words, "governance", "publish", "change", "history", "person", "tuning");
    return new Methodology(language, title, page.toString());
  }

  /** The same page as HTML: complete, without scripts, for screens, readers and printers. */
  public String html() {
    return Page.of(this);
  }

  private static void head(Markdown page, Catalogue catalogue, Words words) {
    Ruleset ruleset = catalogue.ruleset();
    page.heading(1, words.text("title", Markdown.text(ruleset.name())));
    page.paragraph(words.text("intro"));
    page.list(
        List.of(
            words.text("ruleset", Markdown.text(ruleset.name())),
            words.text("revision", Markdown.code(ruleset.revision())),
            words.text("software", Markdown.code(version())),
            words.text(
                "counts",
                catalogue.of(RuleCard.Status.LIVE).size(),
                catalogue.of(RuleCard.Status.DRAFT).size(),
                catalogue.of(RuleCard.Status.RETIRED).size(),
                catalogue.topics().size())));
  }

  private static void contents(Markdown page, Catalogue catalogue, Words words) {
    page.heading(2, words.text("contents"));
    List<String> items = new ArrayList<>();
    for (String part :
        List.of(
            "score",
            "not",
            "grades",
            "toll",
            "admiralty",
            "caps",
            "rules",
            "apart",
            "words",
            "bibliography",
            "check",
            "governance")) {
      String title = words.text(part);
      items.add(Markdown.link(title, Anchors.of(title)));
      if (part.equals("rules")) {
        List<String> topics = catalogue.topics().stream().map(catalogue::topicLink).toList();
        items.set(
            items.size() - 1,
            words.text("pair", items.get(items.size() - 1), String.join(", ", topics)));
      }
    }
    page.list(items);
  }

  private static void section(Markdown page, Words words, String part, String... items) {
    page.heading(2, words.text(part));
    List<String> texts = new ArrayList<>();
    for (String item : items) {
      texts.add(words.text(part + "." + item));
    }
    page.list(texts);
  }

  /** Of Bilan: what rules ask about is derived by it. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = Methodology.class.getResourceAsStream("/bilan.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
