package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Entries of the same content are ordered by the part that they play, not by their ids. */
class ContentOrderTest {

  private static final Pattern ID = Pattern.compile("k(\\d\\d)");

  private String parties = "";
  private String sources = "{'id': 'k00', 'kind': 'ngo'}";
  private String claims = "";
  private String reports = "";
  private String media = "";

  @Test
  void reportsAreToldApartByWhichReportsTheyCite() {
    reports =
        """
        {'id': 'k11', 'source': 'k00', 'text': 'one'}, {'id': 'k12', 'source': 'k00', 'text': 'two'},
        {'id': 'k13', 'source': 'k00', 'cites': ['k11']}, {'id': 'k14', 'source': 'k00', 'cites': ['k12']}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void reportsAreToldApartByWhoCitesThem() {
    reports =
        """
        {'id': 'k11', 'source': 'k00'}, {'id': 'k12', 'source': 'k00'},
        {'id': 'k13', 'source': 'k00', 'text': 'one', 'cites': ['k11']},
        {'id': 'k14', 'source': 'k00', 'text': 'two', 'cites': ['k12']}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void reportsAreToldApartByTheirPlaceInAChain() {
    List<String> chain = new ArrayList<>(List.of("{'id': 'k10', 'source': 'k00'}"));
    for (int i = 11; i < 40; i++) {
      chain.add("{'id': 'k%d', 'source': 'k00', 'cites': ['k%d']}".formatted(i, i - 1));
    }
    reports = String.join(",", chain);
    assertThatIdsDoNotOrder();
  }

  @Test
  void claimsAreToldApartByWhatTheySupersede() {
    claims =
        """
        {'id': 'k11', 'harm': 'killed', 'text': 'one'}, {'id': 'k12', 'harm': 'killed', 'text': 'two'},
        {'id': 'k13', 'harm': 'killed', 'supersedes': 'k11'},
        {'id': 'k14', 'harm': 'killed', 'supersedes': 'k12'}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void claimsAreToldApartByWhoTakesAStanceOnThem() {
    claims = "{'id': 'k11', 'harm': 'killed'}, {'id': 'k12', 'harm': 'killed'}";
    reports =
        """
        {'id': 'k13', 'source': 'k00', 'stances': [{'claim': 'k11', 'stance': 'asserts'}]},
        {'id': 'k14', 'source': 'k00', 'stances': [{'claim': 'k12', 'stance': 'denies'}]}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void partiesAreToldApartByWhomTheyFight() {
    parties =
        """
        {'id': 'k11', 'name': 'North'}, {'id': 'k12', 'name': 'South'},
        {'id': 'k13', 'adversaries': ['k11']}, {'id': 'k14', 'adversaries': ['k12']}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void partiesAreToldApartByWhatIsSaidOfThem() {
    parties = "{'id': 'k11'}, {'id': 'k12'}, {'id': 'k13'}";
    claims =
        """
        {'id': 'k14', 'harm': 'killed', 'responsible': 'k11'},
        {'id': 'k15', 'harm': 'injured', 'responsible': 'k12'}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void sourcesAreToldApartByWhatTheyReport() {
    sources = "{'id': 'k11', 'kind': 'ngo'}, {'id': 'k12', 'kind': 'ngo'}";
    reports =
        """
        {'id': 'k13', 'source': 'k11', 'text': 'one'}, {'id': 'k14', 'source': 'k12', 'text': 'two'}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void mediaAreToldApartByThePartTheirReportPlays() {
    reports =
        """
        {'id': 'k11', 'source': 'k00'}, {'id': 'k12', 'source': 'k00'},
        {'id': 'k13', 'source': 'k00', 'text': 'one', 'cites': ['k11']}
        """;
    media =
        """
        {'id': 'k14', 'kind': 'photo', 'report': 'k11'}, {'id': 'k15', 'kind': 'photo', 'report': 'k12'}
        """;
    assertThatIdsDoNotOrder();
  }

  @Test
  void whatIsAddedFarOffDoesNotExchangeWhatItsNeighboursTellApart() {
    // Two that nothing ever tells apart, so that it is looked for further and further off.
    StringBuilder alike = new StringBuilder(sources);
    alike.append(", {'id': 'k92', 'kind': 'ngo'}, {'id': 'k93', 'kind': 'ngo'}");
    StringBuilder told = new StringBuilder("{'id': 'k80', 'source': 'k00'}");
    for (int i = 10; i < 40; i++) {
      alike.append(", {'id': 'k%d', 'kind': 'resident'}".formatted(i));
      told.append(
          ", {'id': 'k%d', 'source': 'k%d', 'text': 'text %d', 'stances': [%s]}"
              .formatted(i + 40, i, i, "{'claim': 'k90', 'stance': 'asserts'}"));
    }
    sources = alike.toString();
    reports = told.toString();
    claims = "{'id': 'k90', 'harm': 'killed'}";
    List<Source> before = residents();
    reports +=
        ", {'id': 'k91', 'source': 'k00', 'stances': [{'claim': 'k90', 'stance': 'doubts'}]}";
    assertThat(residents()).hasSize(30).isEqualTo(before);
  }

  private List<Source> residents() {
    return Documents.read(Documents.parse(json())).sources().stream()
        .filter(source -> source.kind() == SourceKind.RESIDENT)
        .toList();
  }

  /** Whatever the entries are called, they are in the same order. */
  private void assertThatIdsDoNotOrder() {
    String json = json();
    String expected = Documents.read(Documents.parse(json)).toString();
    Random random = new Random(20240317);
    for (int round = 0; round < 20; round++) {
      List<Integer> names = new ArrayList<>();
      for (int i = 0; i < 90; i++) {
        names.add(10 + i);
      }
      Collections.shuffle(names, random);
      String renamed = ID.matcher(json).replaceAll(m -> "k" + names.get(number(m.group(1))));
      String ordered = Documents.read(Documents.parse(renamed)).toString();
      assertThat(ID.matcher(ordered).replaceAll(m -> old(names, number(m.group(1)))))
          .isEqualTo(expected);
    }
  }

  private String json() {
    return """
        {'incident': {'id': 'i', 'date': {'from': '2024-03-16'}, 'parties': [%s]},
         'sources': [%s], 'claims': [%s], 'reports': [%s], 'media': [%s]}
        """
        .formatted(parties, sources, claims, reports, media)
        .replace('\'', '"');
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String old(List<Integer> names, int name) {
    return "k%02d".formatted(names.indexOf(name));
  }

  @Test
  void sourcesAreToldApartByWhomTheyCopyAndByTheirRecords() {
    String copying =
        "'copies': [{'source': '%s', 'percent': %d, 'shared': 2, 'asOf': '2024-03-01'}]";
    String record =
        "'record': {'right': %d, 'wrong': 1, 'unknown': 0, 'usual': 50, 'asOf': '2024-03-01'}";
    sources +=
        ", {'id': 'k11', 'kind': 'medical', %s}, {'id': 'k12', 'kind': 'medical', %s}"
                .formatted(record.formatted(1), record.formatted(2))
            + ", {'id': 'k13', 'kind': 'ngo', %s}, {'id': 'k14', 'kind': 'ngo', %s}"
                .formatted(copying.formatted("k11", 60), copying.formatted("k11", 70))
            + ", {'id': 'k15', 'kind': 'ngo', %s}".formatted(copying.formatted("k12", 60));
    assertThatIdsDoNotOrder();
  }
}
