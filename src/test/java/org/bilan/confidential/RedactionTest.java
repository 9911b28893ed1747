package org.bilan.confidential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bilan.dossier.Documents.parse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.people.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final Pseudonyms KEY =
      Pseudonyms.of(Secret.of("0123456789abcdef0123456789abcdef"));

  private final ObjectNode document = Documents.small();

  private RedactionTest set(String pointer, String json) {
    Documents.set(document, pointer, json.replace('\'', '"'));
    return this;
  }

  /** With the resident of the small dossier, who made the call, marked, under a name. */
  private RedactionTest confidential(String name) {
    return set("/sources/0/confidential", "true")
        .set("/sources/0/name", '"' + name.replace("'", "\\u0027") + '"');
  }

  private Redaction redaction() {
    return Redaction.of(Documents.read(document), KEY);
  }

  private JsonNode dossier() {
    return parse(new String(redaction().dossier(bytes(), Locale.ENGLISH), UTF_8));
  }

  private byte[] bytes() {
    return document.toString().getBytes(UTF_8);
  }

  private JsonNode output(String json) {
    byte[] output = json.replace('\'', '"').getBytes(UTF_8);
    return parse(new String(redaction().output(output, Locale.ENGLISH), UTF_8));
  }

  private static JsonNode json(String json) {
    return parse(json.replace('\'', '"'));
  }

  private String title(String title) {
    return redaction().text(title, Locale.ENGLISH).replaceAll("[0-9a-f]{10}", "#");
  }

  @Test
  void whereNothingIsConfidentialAllIsLeftAsItIs() {
    byte[] noJson = {1, 2, 3};
    set("/sources/0/confidential", "false");
    assertThat(redaction().needed()).isFalse();
    assertThat(redaction().dossier(noJson, Locale.ENGLISH)).isSameAs(noJson);
    assertThat(redaction().output(noJson, Locale.ENGLISH)).isSameAs(noJson);
    assertThat(Redaction.none().text("x", Locale.ENGLISH)).isEqualTo("x");
    assertThat(confidential("x").redaction().needed()).isTrue();
  }

  @Test
  void ofAConfidentialSourceAllThatNamesItIsReplacedAndTheRestStays() {
    confidential("Aïcha Zed").set("/sources/0/owner", "'Family Zed'");
    set("/reports/0/url", "'https://z.example/1'")
        .set("/reports/0/archiveUrl", "'https://a.example/1'");
    set("/reports/0/author", "'Z. Z.'").set("/reports/0/text", "'I saw it'");
    set("/reports/0/publishedAt", "'2024-03-18'").set("/reports/0/language", "'fr'");
    set("/media/0/sha256", '\'' + "0".repeat(64) + '\'')
        .set("/media/0/perceptualHash", "'0123456789abcdef'");
    set("/incident/actions/0/report", "'call'").set("/sources/1/name", "'General staff'");
    JsonNode redacted = dossier();
    String source = redacted.at("/sources/0/id").textValue();
    String report = redacted.at("/reports/0/id").textValue();
    assertThat(source).matches("confidential-[0-9a-f]{10}");
    assertThat(report).matches("confidential-report-[0-9a-f]{10}");
    String digits = source.substring("confidential-".length());
    String address = "urn:bilan:confidential:" + report;
    assertThat(redacted.at("/sources/0"))
        .isEqualTo(
            json(
                "{'id': '%s', 'kind': 'resident', 'alignedWith': ['rebels'], 'confidential': true, 'name': 'Confidential source %s', 'owner': 'Confidential owner %s'}"
                    .formatted(source, digits, digits)));
    assertThat(redacted.at("/sources/1")).isEqualTo(document.at("/sources/1"));
    assertThat(redacted.at("/reports/0"))
        .isEqualTo(
            json(
                "{'id': '%s', 'source': '%s', 'stances': [{'claim': 'civilians', 'stance': 'asserts'}], 'url': '%s', 'archiveUrl': '%s', 'author': 'Confidential author %s', 'publishedAt': '2024-03-18', 'language': 'fr'}"
                    .formatted(
                        report,
                        source,
                        address,
                        address,
                        report.substring("confidential-report-".length()))));
    assertThat(redacted.at("/reports/1/cites/0").textValue()).isEqualTo(report);
    assertThat(redacted.at("/incident/actions/0/report").textValue()).isEqualTo(report);
    assertThat(redacted.at("/media/0/id").textValue()).matches("confidential-media-[0-9a-f]{10}");
    assertThat(redacted.at("/media/0/report").textValue()).isEqualTo(report);
    assertThat(redacted.at("/media/0").has("sha256")).isFalse();
    assertThat(redacted.at("/media/0").has("perceptualHash")).isFalse();
    assertThat(redacted.at("/media/0/supports/0").textValue()).isEqualTo("civilians");
  }

  @Test
  void whatReachedUsThroughAConfidentialOutletTellsItToo() {
    confidential("Radio Zed").set("/reports/1/via", "'resident'").set("/reports/1/text", "'x'");
    JsonNode redacted = dossier();
    assertThat(redacted.at("/reports/1/id").textValue()).startsWith("confidential-report-");
    assertThat(redacted.at("/reports/1/via")).isEqualTo(redacted.at("/sources/0/id"));
    assertThat(redacted.at("/reports/1").has("text")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Aïcha Zed      | Said by Aïcha Zed, twice       | Said by Confidential source #, twice",
        "Aïcha Zed      | AICHA  ZED's                   | Confidential source #'s",
        "Aïcha Zed      | d'Ai\u0308cha-Zed              | d'Confidential source #",
        "Aïcha Zed      | #AichaZed aicha_zed            | #Confidential source # Confidential source #",
        "Aïcha Zed      | Ａｉｃｈａ Z\u00ADed               | Confidential source #",
        "Aïcha Zed      | Aïcha Zedi and Zed             | Aïcha Zedi and Zed",
        "Straße         | STRASSE                        | Confidential source #",
        "Łukasz Ørn     | lukasz orn                     | Confidential source #",
        "أحمد علي       | قال وأَحمد عَلي                  | قال Confidential source #",
        "王小明          | 据王小明说                       | 据Confidential source #说",
        "A              | A man saw a car                | Confidential source # man saw a car",
        "Sy             | SY and sy                      | Confidential source # and sy",
        "Witness A      | a witness; witness A           | a witness; Confidential source #",
        "A resident     | A resident saw a resident      | A resident saw a resident",
        "Security sources | security sources said        | security sources said",
      })
  void aNameIsFoundHoweverItIsWrittenAndNotInsideAnotherWord(
      String name, String text, String expected) {
    assertThat(confidential(name).title(text)).isEqualTo(expected);
  }

  /** Signs, letters and marks that people write in a name, and those that only look like it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Abd al-Karim Hasan | ʿAbd al-Karīm Ḥasan",
        "Abd al-Karim Hasan | ʻAbd al-Karim Hasan",
        "Abd al-Karim Hasan | Abdalkarim Hasan",
        "Abd al-Karim Hasan | Abd Alkarim Hasan",
        "Abdalkarim Hasan   | Abd al-Karim Hasan",
        "O'Neil Brannock    | OʼNeil Brannock",
        "O'Neil Brannock    | ONeil Brannock",
        "ONeil Brannock     | O'Neil Brannock",
        "ONeil              | O’Neil",
        "Said               | Saʿīd",
        "Ndiaye             | N'Diaye",
        "Elhaj              | El-Haj",
        "Kabiru Danjuma     | Ƙabiru Danjuma",
        "Kabiru Danjuma     | `Kabi-\n  ru Danjuma`",
        "Kabiru             | `Kabi-\nru`",
        "Kabiru Danjuma     | Kabiru <b>Danjuma",
        "Kabiru Danjuma     | <i>Kabiru</i> <b class='x y'>Danjuma",
        "Kabiru Danjuma     | Kabiru &nbsp; Danjuma",
        "Kabiru Danjuma     | Kabiru&#160;Danjum&#x61;",
        "Aïcha Zed          | A&iuml;cha Z&eacute;d",
        "Kabiru             | Ka<wbr>biru",
        "Kabiru Danjuma     | Kabiru <a href='https://x.example/'>Danjuma",
        "Kabiru Danjuma     | \u041A\u0430biru D\u0430njum\u0430",
        "Kora Acoma         | said \u041Aor\u0430 \u0410\u0441\u043E\u043C\u0430",
        "Kabiru Danjuma     | \u039A\u03B1b\u03B9ru Danjuma",
        "Ivan               | I\u03BDan",
        "Kabiru Danjuma     | Kabi\u3164ru Dan\u115Fjuma",
        "Kabiru             | Kab\u200Biru",
        "Kabiru             | Kab\u0001iru",
        "Kabiru Danjuma     | Ⓚabiru Danjuma",
        "Kabiru             | 🄺abiru",
        "Kabiru             | 🅚🅐🅑🅘🅡🅤",
        "Kabiru             | ᴋᴀʙɪʀᴜ",
        "Ħamid Bəyli        | Hamid Beyli",
        "Bəyli              | Bayli",
        "Straße Müller      | Strasse Mueller",
        "Mueller            | Müller",
        "Mueller            | Mu\u0308ller",
        "Müller             | Muller",
        "Þorgeir            | Thorgeir",
        "Қайрат             | Кайрат",
        "Witness 7          | witness ٧",
        "موسى               | موسا",
        "موسا               | موسى",
        "عبدالله            | عبد الله",
      })
  void aNameIsFoundInLettersThatStandForItsOwn(String name, String text) {
    assertThat(confidential(name).title("So " + text + ", twice"))
        .matches("So (said |<i>|ʿ|ʻ)?Confidential source #, twice");
    assertThat(title("So " + text + "ʼs, twice")).endsWith("Confidential source #ʼs, twice");
    // Nor in a longer word; letters in circles are words of their own.
    if (text.startsWith("🅚")) {
      return;
    }
    assertThat(title("So " + text + "qx, twice")).isEqualTo("So " + text + "qx, twice");
  }

  /** Else each sentence would lose words, and tell by that which ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Lami    | l'ami de la mi",
        "Shell   | she'll and she’ll",
        "Dune    | d'une",
        "Kai     | λέει και γράφει",
        "Kot     | тот кот",
        "Michael | Michal",
        "Samuel  | Samul",
        "Ö       | oe, O, Oe and ö",
        "Therese | the Re-se, the res e",
        "Mali    | ma li",
        "Bert    | <b>ert</b>",
        "رضا     | رضي الله عنه",
      })
  void ordinaryWordsStayThoughTheyHaveTheLettersOfAName(String name, String text) {
    assertThat(confidential(name).title(text)).isEqualTo(text);
  }

  @Test
  void aNameIsTakenOutOfEveryTextOfTheDossier() {
    confidential("Zed").set("/sources/1/owner", "'Zed Group'");
    set("/incident/title", "'Strike seen by Zed'").set("/incident/conflict", "'Zed'");
    set("/incident/place/name", "'House of Zed'").set("/incident/place/admin1", "'Zed'");
    set("/incident/parties/0/name", "'Friends of Zed'").set("/claims/0/text", "'Zed counted'");
    set("/claims/1/count", "{'words': 'as Zed says'}");
    set("/media/0/place", "{'name': 'at Zed'}");
    set("/reports/1/text", "'Zed called'").set("/reports/1/url", "'https://open.example/2'");
    assertThat(dossier().toString()).doesNotContainIgnoringCase("zed");
  }

  @Test
  void whatNamesASourceInTheOpenLosesItsAddressAndAnAuthorGetsANameApart() {
    confidential("Zed").set("/reports/1/url", "'https://open.example/2'");
    assertThat(dossier().at("/reports/1/url").textValue()).isEqualTo("https://open.example/2");
    JsonNode named = set("/reports/1/author", "'By Zed'").dossier();
    assertThat(named.at("/reports/1/url").textValue()).startsWith("urn:bilan:confidential:");
    String digits = named.at("/sources/0/id").textValue().substring("confidential-".length());
    assertThat(named.at("/reports/1/author").textValue())
        .startsWith("Confidential author ")
        .doesNotContain(digits);
    assertThat(named.at("/reports/1/id").textValue()).isEqualTo("statement");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://z.example/a?b=1",
        "http://www.z.example/a?b=1#top",
        "https://web.archive.org/web/2024/https://z.example/a?b=1",
        "see (https://Z.example/a?b=1).",
        "z.example/a?b=1",
        "https://open.example/?u=https%3A%2F%2Fz.example%2Fa%3Fb%3D1",
        "https://open.example/Aicha%20Zed"
      })
  void addressesOfConfidentialReportsAreFoundInTexts(String text) {
    confidential("Aïcha Zed").set("/reports/0/url", "'https://z.example/a?b=1'");
    assertThat(title(text)).contains("urn:bilan:confidential:").doesNotContainIgnoringCase("zed");
    assertThat(title(text)).doesNotContainIgnoringCase("z.example");
    assertThat(title("https://z.example/ab https://y.example"))
        .isEqualTo("https://z.example/ab https://y.example");
    set("/reports/1/archiveUrl", "'https://z.example/a?b=1&utm=2'".replace("&utm=2", ""));
    set("/reports/1/url", "'https://open.example/3'");
    assertThat(dossier().at("/reports/1/url").textValue()).startsWith("urn:bilan:confidential:");
    assertThat(dossier().toString()).doesNotContain("z.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://secret.example.net:443/posts/vexatious-77",
        "https://me:word@secret.example.net/posts/vexatious-77",
        "https://secret.example.net./posts/vexatious-77",
        "https://secret.example.net/posts/./vexatious-77",
        "https://secret.example.net/x/../posts/vexatious-77",
        "https://secret.example.net//posts/vexatious-77",
        "https://secret.example.net/p%6Fsts/vexatious%2D77",
        "https://secret.example.net/p%256Fsts/vexatious-77#%",
        "https:\\\\secret.example.net\\posts\\vexatious-77",
        "secret.example.net:443/posts/vexatious-77",
        "secret.example.net//posts/./vexatious-77/",
        "https://web.archive.org/web/2024/https%3A%2F%2Fsecret.example.net/posts/vexatious-77",
        "https://web.archive.org/web/2024/https:/secret.example.net:443//posts/vexatious-77",
      })
  void anAddressIsTheSameInEachSpelling(String address) {
    confidential("Zed").set("/reports/0/url", "'https://secret.example.net/posts/vexatious-77'");
    assertThat(title("See (" + address + ")."))
        .startsWith("See (urn:bilan:confidential:confidential-report-#")
        .doesNotContain("secret.example", "vexatious");
    String other = address.replace("77", "78");
    assertThat(title("See " + other)).isEqualTo("See " + other);
    set("/reports/0/url", "'mailto:someone@open.example'");
    assertThat(title("https://open.example")).isEqualTo("https://open.example");
    set("/reports/0/url", '\'' + "https://secret.example.net:8443/posts//vexatious-77" + '\'');
    assertThat(title("https://secret.example.net/posts/vexatious-77"))
        .startsWith("urn:bilan:confidential:confidential-report-#");
  }

  @Test
  void aNameThatBeginsInAnAddressIsFoundToItsEnd() {
    assertThat(confidential("Kabiru Danjuma").title("At https://x.example/Kabiru Danjuma/1"))
        .doesNotContainIgnoringCase("kabiru", "danjuma");
  }

  @Test
  void ofNamesThatHoldEachOtherTheLongestCountsAndANameOfTwoIsRedactedOfBoth() {
    confidential("Ali").set("/sources/1/confidential", "true").set("/sources/1/name", "'Ali Baba'");
    JsonNode redacted = dossier();
    String one = redacted.at("/sources/0/name").textValue();
    String two = redacted.at("/sources/1/name").textValue();
    assertThat(redaction().text("Ali, Ali Baba and ali.", Locale.ENGLISH))
        .isEqualTo(one + ", " + two + " and " + one + ".");

    set("/sources/1/confidential", "false").set("/sources/1/name", "'ALI'");
    assertThat(dossier().at("/sources/1/name").textValue()).isEqualTo(one);
    assertThat(dossier().at("/sources/1/id").textValue()).isEqualTo("staff");
  }

  @Test
  void anIdThatHoldsTheNameIsReplacedWhereverItStands() {
    confidential("Zed")
        .set("/claims/0/id", "'zed-14'")
        .set("/reports/0/stances/0/claim", "'zed-14'");
    set("/reports/1/stances/1/claim", "'zed-14'").set("/media/0/supports/0", "'zed-14'");
    JsonNode redacted = dossier();
    String claim = redacted.at("/claims/0/id").textValue();
    assertThat(claim)
        .matches("confidential-claim-[0-9a-f]{10}")
        .isEqualTo(redaction().claim("zed-14"));
    assertThat(redacted.at("/media/0/supports/0").textValue()).isEqualTo(claim);
    assertThat(output("{'toll': [{'claims': ['zed-14']}]}").at("/toll/0/claims/0").textValue())
        .isEqualTo(claim);
    assertThat(redaction().claim("fighters")).isEqualTo("fighters");
  }

  @Test
  void textsStayWithinTheContractWhenPseudonymsAreLonger() {
    confidential("Zed").set("/incident/title", '\'' + "Zed ".repeat(125) + '\'');
    assertThat(dossier().at("/incident/title").textValue()).hasSize(500).endsWith("…");
    Documents.read((ObjectNode) dossier());
  }

  @Test
  void aPseudonymThatIsTakenIsNotGivenAgain() {
    String first = confidential("Zed").dossier().at("/sources/0/id").textValue();
    set("/claims/0/id", '\'' + first + '\'').set("/reports/0/stances/0/claim", '\'' + first + '\'');
    set("/reports/1/stances/1/claim", '\'' + first + '\'')
        .set("/media/0/supports/0", '\'' + first + '\'');
    assertThat(dossier().at("/sources/0/id").textValue())
        .matches("confidential-[0-9a-f]{10}")
        .isNotEqualTo(first);
  }

  @Test
  void pseudonymsDependOnTheKeyAndAreSaidInFrenchToo() {
    confidential("Zed");
    Dossier dossier = Documents.read(document);
    Redaction other = Redaction.of(dossier, Pseudonyms.of(Secret.random()));
    assertThat(other.text("Zed", Locale.ENGLISH))
        .isNotEqualTo(redaction().text("Zed", Locale.ENGLISH));
    assertThat(redaction().text("Zed", Locale.CANADA_FRENCH))
        .matches("Source confidentielle [0-9a-f]{10}");
    assertThat(redaction().text("Zed", Locale.GERMAN)).matches("Confidential source [0-9a-f]{10}");
  }

  /** Else whoever may send a dossier could try ids until the pseudonyms are those they noted. */
  @Test
  void pseudonymsOfOneScopeSayNothingOfThoseOfAnother() {
    Dossier dossier = Documents.read(confidential("Zed").document);
    String one = Redaction.of(dossier, KEY.within("1")).text("Zed", Locale.ENGLISH);
    assertThat(Redaction.of(dossier, KEY.within("1")).text("Zed", Locale.ENGLISH)).isEqualTo(one);
    assertThat(Redaction.of(dossier, KEY.within("2")).text("Zed", Locale.ENGLISH))
        .isNotEqualTo(one);
    assertThat(redaction().text("Zed", Locale.ENGLISH)).isNotEqualTo(one);
  }

  @Test
  void whoIsMarkedInOneVersionIsConfidentialInAllUnderEachName() {
    set("/sources/0/name", "'Old Name'");
    Dossier before = Documents.read(document);
    Dossier after = Documents.read(confidential("Zed").document);
    Redaction both = Redaction.of(after.incident().id(), List.of(after, before), KEY);
    String name = both.text("Zed", Locale.ENGLISH);
    assertThat(both.text("Old Name and Zed", Locale.ENGLISH)).isEqualTo(name + " and " + name);
    set("/incident/id", "'another'");
    assertThatThrownBy(
            () ->
                Redaction.of(after.incident().id(), List.of(after, Documents.read(document)), KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fixedWordsOfOutputsStayWhateverASourceIsCalled() {
    String output =
        """
        {'incident': 'killed', 'toll': [{'harm': 'killed', 'victims': 'civilian', 'claims': ['killed']}],
         'claims': [{'claim': 'killed', 'grade': 'killed', 'propositions': {'killed': {'score': 1}},
          'findings': [{'rule': 'killed', 'topic': 'killed', 'proposition': 'killed', 'facts': ['killed'],
            'because': {'text': 'The killed: killed by killed.', 'values': {'killed': 3}}}],
          'unjudged': [{'rule': 'killed', 'missing': ['killed']}],
          'origins': [{'reports': ['killed'], 'because': ['killed']}],
          'explanation': {'note': 'killed', 'whatIf': [{'supposed': ['killed'], 'if': 'If killed (x) were killed'}],
            'rules': [{'rule': 'killed', 'title': 'killed', 'outcome': 'killed', 'asked': [{'conditions': [
              {'text': 'killed', 'comparisons': [{'field': 'killed', 'number': 'killed', 'other': 'killed'}]}]}]}]}}]}
        """;
    set("/sources/0/id", "'killed'").set("/reports/0/source", "'killed'");
    assertThat(confidential("Killed").output(output)).isEqualTo(json(output).deepCopy());
  }

  @Test
  void outputsNameSourcesReportsAndMediaByPseudonymsOnly() {
    confidential("By");
    JsonNode redacted =
        output(
            """
            {'findings': [{'facts': ['call', 'picture', 'statement'], 'because':
               {'text': 'It is said by By and General staff.', 'values': {'speakers': ['By', 'General staff']}}}],
             'origins': [{'reports': ['call', 'statement'], 'because': ['same-author', 'cites']},
                         {'reports': ['call'], 'because': ['same-source', 'same-author']}],
             'undated': {'reports': ['call'], 'media': ['picture']},
             'if': 'If by (call) or by (By)', 'later': 'resident', 'new': {'resident': 1},
             'adds': {'sources': [{'id': 'resident', 'name': 'By', 'anonymous': false}], 'reports': [{'id': 'supposed', 'source': 'resident', 'cites': ['call']}]}}
            """);
    String call = dossier().at("/reports/0/id").textValue();
    String by = dossier().at("/sources/0/name").textValue();
    String id = dossier().at("/sources/0/id").textValue();
    assertThat(redacted.at("/findings/0/because/text").textValue())
        .isEqualTo("It is said by " + by + " and General staff.");
    assertThat(redacted.at("/findings/0/because/values/speakers/0").textValue()).isEqualTo(by);
    assertThat(redacted.at("/findings/0/facts/0").textValue()).isEqualTo(call);
    assertThat(redacted.at("/findings/0/facts/2").textValue()).isEqualTo("statement");
    // Who knows the author of the one would know that of the other.
    assertThat(redacted.at("/origins/0/because")).isEqualTo(json("['cites']"));
    assertThat(redacted.at("/origins/1/because")).isEqualTo(json("['same-source', 'same-author']"));
    assertThat(redacted.at("/if").textValue()).isEqualTo("If by (" + call + ") or by (" + by + ")");
    assertThat(redacted.at("/later").textValue()).isEqualTo(id);
    assertThat(redacted.at("/new").has(id)).isTrue();
    assertThat(redacted.at("/adds/sources/0"))
        .isEqualTo(json("{'id': '%s', 'name': '%s', 'anonymous': false}".formatted(id, by)));
    assertThat(redacted.at("/adds/reports/0"))
        .isEqualTo(json("{'id': 'supposed', 'source': '%s', 'cites': ['%s']}".formatted(id, call)));
  }

  @Test
  void noTextMakesASearchLong() {
    confidential("a ".repeat(4_000)).set("/sources/1/confidential", "true");
    set("/sources/1/name", '\'' + "a ".repeat(4_999) + '\'');
    String[] texts = {
      "a ".repeat(2_000_000),
      "a".repeat(1_000_000),
      "http://".repeat(300_000),
      "www." + "/".repeat(1_000_000),
      "a-\n".repeat(200_000),
      "<a ".repeat(200_000),
      "<a>a".repeat(100_000),
      "&#97;".repeat(100_000),
      "ä a ".repeat(200_000),
      "a.a".repeat(200_000) + "/",
      "https://" + "../a/".repeat(100_000),
      "https://a/" + "%25".repeat(100_000)
    };
    // Not how fast: each takes a second or two, and with the square of its length it would be
    // hours.
    assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> {
          for (String text : texts) {
            redaction().text(text, Locale.ENGLISH);
          }
        });
  }

  @Test
  void aSecretIsLongAndGivesEachPurposeAKeyOfItsOwn() {
    assertThatThrownBy(() -> Secret.of("short"))
        .hasMessageContaining("BILAN_SECRET has 5 characters, expected at least 32")
        .hasMessageNotContaining("short");
    Secret secret = Secret.of("0123456789abcdef0123456789abcdef");
    // openssl: printf bilan-pseudonyms | openssl dgst -sha256 -hmac
    // 0123456789abcdef0123456789abcdef
    assertThat(java.util.HexFormat.of().formatHex(secret.derive("bilan-pseudonyms")))
        .isEqualTo("97d09d45687f4c05f68163fd586771a785ad6df7b5dd3e95530243fc15bccd67");
    assertThat(secret.derive("another")).isNotEqualTo(secret.derive("bilan-pseudonyms"));
    assertThat(secret).hasToString("Secret");
    assertThatThrownBy(() -> new Pseudonyms(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRecordOfAConfidentialSourceAndWhomItCopiesIsLeftOut() {
    String copies = "[{'source': '%s', 'percent': 95, 'shared': 2, 'asOf': '2024-03-16'}]";
    confidential("Somebody").set("/sources/1/copies", copies.formatted("resident"));
    set("/sources/1/record", document.at("/sources/0/record").toString());

    JsonNode redacted = dossier();
    assertThat(redacted.at("/sources/0").has("record")).isFalse();
    assertThat(redacted.at("/sources/0").has("copies")).isFalse();
    assertThat(redacted.at("/sources/1/copies")).isEmpty();
    assertThat(redacted.at("/sources/1/record")).isEqualTo(document.at("/sources/1/record"));
    assertThat(Documents.problems(redacted)).isEmpty();
  }

  @Test
  void whomASourceCopiesHasTheIdThatItHasElsewhere() {
    set("/sources/1/confidential", "true").set("/sources/0/name", "'x staff'");
    String copies = "[{'source': 'third', 'percent': 95, 'shared': 2, 'asOf': '2024-03-16'}]";
    set("/sources/-", "{'id': 'third', 'kind': 'ngo'}").set("/sources/0/copies", copies);

    JsonNode redacted = dossier();
    assertThat(redacted.at("/sources/0/copies/0/source")).isEqualTo(redacted.at("/sources/2/id"));
  }
}
