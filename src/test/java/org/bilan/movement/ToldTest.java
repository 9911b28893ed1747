package org.bilan.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What a run moved, as it is told. The files in {@code src/test/resources/moved} are what is told
 * of the example; {@code -Dmoved.write=true} writes them anew, for somebody to review.
 */
class ToldTest {

  private static final Path KNOWN = Path.of("src/test/resources/moved");

  private static void isKnown(String name, String told) throws IOException {
    Path file = KNOWN.resolve(name);
    if (Boolean.getBoolean("moved.write")) {
      Files.createDirectories(KNOWN);
      Files.writeString(file, told);
    }
    assertThat(told).as(name).isEqualTo(Files.readString(file));
  }

  private static String csv(RunFacts run, Moved moved) {
    return new String(MovedCsv.write(run, moved), StandardCharsets.UTF_8);
  }

  private static String json(RunFacts run, Moved moved) {
    return new String(MovedJson.write(run, moved), StandardCharsets.UTF_8);
  }

  private static String body(String page) {
    return page.substring(page.indexOf("<main>"), page.indexOf("</main>"))
        .lines()
        .skip(1)
        .reduce("", (all, line) -> all + line + "\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aPersonReadsThePage(Language language) throws IOException {
    String page = MovedPage.of(Example.RUN, Example.moved(), language);
    isKnown("example." + language.word() + ".html", body(page));
  }

  @Test
  void analystsReadTheTable() throws IOException {
    String table = csv(Example.RUN, Example.moved());
    assertThat(table.lines().count()).isEqualTo(table.split("\r\n").length);
    isKnown("example.csv", table.replace("\r\n", "\n"));
  }

  @Test
  void machinesReadTheDocument() throws IOException {
    isKnown("example.json", json(Example.RUN, Example.moved()) + "\n");
  }

  private static List<Element> all(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Document parsed(String page) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(page)));
    } catch (Exception e) {
      throw new AssertionError("The page is not well-formed", e);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsForEverybody(Language language) {
    Document page = parsed(MovedPage.of(Example.RUN, Example.moved(), language));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.word());
    assertThat(all(page, "h1")).hasSize(1);
    assertThat(all(page, "title").get(0).getTextContent()).contains("12");
    List<Element> tables = all(page, "table");
    assertThat(tables).hasSize(11);
    for (Element table : tables) {
      Element caption = (Element) table.getElementsByTagName("caption").item(0);
      assertThat(caption.getTextContent()).isNotBlank();
      int columns = columns(table, "thead");
      assertThat(columns).isGreaterThan(1);
      assertThat(columns(table, "tbody")).isEqualTo(columns);
    }
    assertThat(all(page, "th")).allMatch(th -> !th.getAttribute("scope").isEmpty());
    assertThat(all(page, "svg")).isNotEmpty().allMatch(s -> s.hasAttribute("aria-hidden"));
  }

  /** Of the first row. */
  private static int columns(Element table, String part) {
    Element row =
        (Element)
            ((Element) table.getElementsByTagName(part).item(0)).getElementsByTagName("tr").item(0);
    return row.getElementsByTagName("th").getLength() + row.getElementsByTagName("td").getLength();
  }

  private static final String HOSTILE =
      "</td><script src=\"//x\">1</script>&amp;<img onerror='x'>\u202Eevil\u0007\uD800\n{0}' \"";

  private static Moved hostile() {
    Movement movement = new Movement();
    Where where =
        new Where(
            "=1+1" + HOSTILE, Optional.of("ML"), Optional.of("@" + HOSTILE), Optional.empty());
    Stood.Line toll = Example.line(Harm.KILLED, Victims.MIXED, 1, 1, OptionalInt.empty());
    movement.add(
        where,
        "",
        Optional.of(Example.stood("b", List.of(Example.claim(HOSTILE, 0, Grade.WEAK)), List.of())),
        Example.stood("a", List.of(Example.claim(HOSTILE, 9, Grade.FAIR)), List.of(toll)));
    return movement.moved(List.of());
  }

  private static final RunFacts HOSTILE_RUN =
      new RunFacts(
          "1",
          "+" + HOSTILE,
          Optional.of(HOSTILE),
          HOSTILE,
          "-" + HOSTILE,
          HOSTILE,
          Instant.EPOCH,
          Optional.empty(),
          true,
          1,
          Optional.empty());

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatSomebodyWroteIsText(Language language) {
    Document page = parsed(MovedPage.of(HOSTILE_RUN, hostile(), language));
    assertThat(all(page, "*"))
        .extracting(Element::getTagName)
        .doesNotContain("script", "img", "a", "link", "iframe");
    for (Element element : all(page, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName())
            .doesNotStartWith("on")
            .isNotIn("src", "href", "style", "data", "action");
      }
      if (element.getTagName().equals("main")) {
        assertThat(element.getTextContent())
            .contains("<script src=\"//x\">1</script>&amp;<img onerror='x'> evil")
            .doesNotContain("\u202E", "\u0007", "\uD800");
      }
    }
  }

  @Test
  void noCellIsAFormula() throws IOException {
    String table = csv(HOSTILE_RUN, hostile());
    assertThat(table).startsWith("\uFEFFrun,table,of,name,");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> records = CSVParser.parse(table.substring(1), format).getRecords();
    assertThat(records).hasSizeGreaterThan(100);
    for (CSVRecord row : records) {
      for (String cell : row) {
        assertThat(cell.matches("(?s)-?[0-9]+|[^=+@\\-\\t\\r].*|")).as(cell).isTrue();
      }
      assertThat(row.get("value")).matches("-?[0-9]*");
    }
    assertThat(records)
        .extracting(row -> row.get("name"))
        .contains("'=1+1" + HOSTILE.replace('\uD800', '?'));
  }

  /** The sums of the table are those that are told. */
  @Test
  void theTableAddsUp() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> records =
        CSVParser.parse(csv(Example.RUN, Example.moved()).substring(1), format).getRecords();
    for (String table : List.of("toll", "toll-by-country", "toll-by-conflict", "toll-by-month")) {
      long best =
          records.stream()
              .filter(row -> row.get("table").equals(table))
              .filter(row -> row.get("harm").equals("killed"))
              .filter(row -> row.get("side").equals("after") && row.get("measure").equals("best"))
              .mapToLong(row -> Long.parseLong(row.get("value")))
              .sum();
      assertThat(best).as(table).isEqualTo(17);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aRunThatHasJudgedNothingYetIsToldToo(Language language) {
    Moved nothing = new Movement().moved(Example.LIVE);
    parsed(MovedPage.of(Example.RUN, nothing, language));
    assertThat(csv(Example.RUN, nothing)).contains(",dossiers,0,");
    assertThat(json(Example.RUN, nothing)).contains("\"movers\":[]");
  }

  @Test
  void aRunOfDossiersThatAreAllNewHasNoBefore() {
    Movement movement = new Movement();
    for (MadeUp.Judged judged : MadeUp.judged(1, 9)) {
      new MadeUp.Judged(judged.where(), "", Optional.empty(), judged.after()).count(movement);
    }
    Document page = parsed(MovedPage.of(Example.RUN, movement.moved(List.of()), Language.EN));
    assertThat(all(page, "h2"))
        .extracting(Element::getTextContent)
        .containsExactly("Grades", "Scores", "Rules", "Tolls");
  }

  @Test
  void theCommandAndThePageUseTheSameWords() {
    for (Language language : Language.values()) {
      var table = bundle("org.bilan.cli.table", language);
      var page = bundle("org.bilan.movement.moved", language);
      List<String> shared =
          table.keySet().stream()
              .filter(key -> key.matches("(grade|proposition|harm|victims)\\..*"))
              .toList();
      assertThat(shared).hasSizeGreaterThan(15);
      for (String key : shared) {
        assertThat(page.getString(key)).as(key).isEqualTo(table.getString(key));
      }
    }
    assertThat(bundle("org.bilan.movement.moved", Language.FR).keySet())
        .isEqualTo(bundle("org.bilan.movement.moved", Language.EN).keySet());
    Stream.of(TollSums.Of.ALL, TollSums.Of.UNKNOWN, TollSums.Of.OTHERS)
        .forEach(of -> new Words(Language.FR).word("of", of));
  }

  private static ResourceBundle bundle(String name, Language language) {
    return ResourceBundle.getBundle(
        name,
        Locale.forLanguageTag(language.word()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
