package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Victims;
import org.bilan.dossier.Word;
import org.bilan.evidence.Link;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AssessmentTableTest {

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws Exception {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void speaksEnglishAndFrench() {
    Dossier dossier = Documents.read(Documents.small());
    assertThat(table(dossier, Language.EN))
        .contains("known by 2024-03-17 23:59 UTC", "killed: 13–14, said to be done by army");
    assertThat(table(dossier, Language.FR))
        .contains("connu au 2024-03-17 23:59 UTC", "tués\u00a0: 13–14, attribué à army")
        .doesNotContain("known by");
  }

  @Test
  void theLanguageOfTheMachineDoesNotCount() {
    Dossier dossier = Documents.read(Documents.small());
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.FRANCE);
      assertThat(table(dossier, Language.EN)).contains("known by").doesNotContain("connu au");
      Locale.setDefault(Locale.US);
      assertThat(table(dossier, Language.FR)).contains("connu au").doesNotContain("known by");
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void textOfADossierDoesNotSteerTheTerminal() {
    String hostile = "\"\\u001b[31mred\\u009b2J\\r\\n\\u202eback\\u0007\"";
    ObjectNode document = Documents.small();
    for (String pointer :
        new String[] {
          "/incident/title",
          "/incident/place/name",
          "/incident/place/admin1",
          "/incident/conflict",
          "/incident/parties/0/name",
          "/incident/parties/1/name",
          "/sources/0/name",
          "/sources/0/owner",
          "/sources/1/name",
          "/claims/0/text",
          "/claims/0/count/words",
          "/reports/0/author",
          "/reports/0/text"
        }) {
      Documents.set(document, pointer, hostile);
    }
    Documents.set(document, "/claims/0/count", "{\"min\": 2, \"words\": " + hostile + "}");
    for (Language language : Language.values()) {
      assertThat(table(Documents.read(document), language))
          .contains("red")
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
    }
  }

  @Test
  void textWithBracesAndQuotesIsShownAsItIs() {
    String text = "It's {0} of '{1}' {";
    ObjectNode document = Documents.with("/claims/0/text", '"' + text + '"');
    Documents.set(document, "/incident/parties/0/name", '"' + text + '"');
    assertThat(table(Documents.read(document), Language.EN))
        .contains("“" + text + "”", "done by " + text);
  }

  @Test
  void showsEveryClaimOnceWithItsScoreAndGrade() {
    for (ObjectNode seed : Documents.seeds()) {
      Dossier dossier = Documents.read(seed);
      String table = table(dossier, Language.EN);
      assertThat(table.lines().filter(line -> line.contains("/100  ")).toList())
          .hasSameSizeAs(dossier.claims())
          .allMatch(line -> line.matches("[█░]{20} +\\d{1,3}/100  [A-Z]+  \\S+"));
    }
  }

  @Test
  void figuresAreShownAsReported() {
    assertThat(proposal("{\"min\": 3, \"max\": 3}")).contains("killed: 3,");
    assertThat(proposal("{\"min\": 0, \"max\": 0}")).contains("killed: 0,");
    assertThat(proposal("{\"min\": 2}")).contains("killed: at least 2,");
    assertThat(proposal("{\"max\": 2}")).contains("killed: at most 2,");
    assertThat(proposal("{\"min\": 2, \"words\": \"several\"}"))
        .contains("killed: at least 2 (“several”),");
    assertThat(proposal("{\"words\": \"many\"}")).contains("killed: no figure (“many”),");
    assertThat(proposal("{}")).contains("killed: no figure,");
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    Properties english = words("table.properties");
    Properties french = words("table_fr.properties");
    assertThat(new TreeSet<>(french.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(values(french, key)).as(key).isEqualTo(values(english, key));
      assertThat(french.getProperty(key)).as(key).isNotBlank();
    }
  }

  @Test
  void everyWordThatIsShownHasItsTranslation() throws IOException {
    Properties english = words("table.properties");
    assertThat(english.stringPropertyNames())
        .containsAll(keys("grade.", Grade.values()))
        .containsAll(keys("proposition.", Proposition.values()))
        .containsAll(keys("letter.", Proposition.values()))
        .containsAll(keys("harm.", Harm.values()))
        .containsAll(keys("victims.", Victims.values()));
  }

  @Test
  void everyTopicAndEveryLinkHasItsTranslation() throws IOException {
    Set<String> words = new TreeSet<>();
    ruleset.cards().forEach(card -> words.add("topic." + card.topic()));
    Stream.of(Link.values()).forEach(link -> words.add("link." + link.word()));
    assertThat(words("table.properties").stringPropertyNames()).containsAll(words);
    assertThat(words("table_fr.properties").stringPropertyNames()).containsAll(words);
    // Rulesets of others may have topics of their own.
    assertThat(new TableWords(Language.FR).word("topic", "weather")).isEqualTo("weather");
  }

  @Test
  void topicsAndLinksAreShownInTheLanguage() {
    String french = seeds(Language.FR);
    String english = seeds(Language.EN);
    assertThat(french)
        .contains("thème responsabilité sur", "(relaie)")
        .doesNotContain("thème responsibility", "(relays", "same-");
    assertThat(english).contains("topic responsibility on", "(relays)").doesNotContain("same-");
  }

  @Test
  void joinersThatLanguagesNeedAreKept() {
    String persian = "می\u200cخواهم";
    String hindi = "क्\u200dष";
    String hostile =
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u2028\u0000\u001b";
    String title = persian + " " + hindi;
    assertThat(Terminal.safe(title + hostile)).isEqualTo(title + " ".repeat(hostile.length()));
    ObjectNode document = Documents.with("/incident/title", '"' + title + '"');
    assertThat(table(Documents.read(document), Language.EN)).contains(title);
  }

  private static String seeds(Language language) {
    return Documents.seeds().stream()
        .map(seed -> table(Documents.read(seed), language))
        .collect(Collectors.joining());
  }

  private static String proposal(String count) {
    return table(Documents.read(Documents.with("/claims/0/count", count)), Language.EN);
  }

  private static String table(Dossier dossier, Language language) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(written, true, StandardCharsets.UTF_8);
    new AssessmentTable(print, language, "rules").print(dossier, ruleset.judge(dossier, language));
    return written.toString(StandardCharsets.UTF_8);
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            AssessmentTable.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }

  /** How many values a pattern takes; that it is one is checked too. */
  private static int values(Properties words, String key) {
    return new MessageFormat(words.getProperty(key)).getFormatsByArgumentIndex().length;
  }

  private static Iterable<String> keys(String prefix, Word[] words) {
    Function<Word, String> key = word -> prefix + word.word();
    return Stream.of(words).map(key).toList();
  }
}
