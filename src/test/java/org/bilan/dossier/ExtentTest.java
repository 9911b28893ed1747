package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Documents.problems;
import static org.bilan.dossier.Documents.small;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What is more than a dossier may hold in all, though no list of it is too long. */
class ExtentTest {

  @Test
  void reportsTimesClaimsAreBounded() {
    assertThat(problems(dossier(200, 200))).isEmpty();
    assertTooLarge(
        dossier(201, 200),
        "/reports",
        "201 reports times 200 claims, which is 40200",
        "reports times claims: at most 40000");
    assertThat(problems(dossier(2_000, 20))).isEmpty();
    assertTooLarge(
        dossier(2_000, 21),
        "/reports",
        "2000 reports times 21 claims, which is 42000",
        "reports times claims: at most 40000");
  }

  @Test
  void stancesOfAllReportsAreBounded() {
    ObjectNode document = dossier(2_000, 10);
    document.get("reports").forEach(report -> stances((ObjectNode) report, 10));
    assertThat(problems(document)).isEmpty();
    stances((ObjectNode) document.at("/reports/7"), 1);
    assertTooLarge(document, "/reports", "20001 stances", "at most 20000 stances in all");
  }

  @Test
  void citationsOfAllReportsAreBounded() {
    ObjectNode document = dossier(2_000, 0);
    for (int i = 10; i < 2_000; i++) {
      cite(document, i, 10);
    }
    cite(document, 1_999, 100);
    assertThat(problems(document)).isEmpty();
    cite(document, 1_999, 1);
    assertTooLarge(document, "/reports", "20001 citations", "at most 20000 citations in all");
  }

  @Test
  void sourcesThatSourcesCopyAreBounded() {
    ObjectNode document = dossier(1, 1);
    ((ObjectNode) document.at("/sources/0")).remove("copies");
    for (int i = document.get("sources").size(); i < 201; i++) {
      document.withArray("sources").addObject().put("id", "more" + i).put("kind", "ngo");
    }
    for (int i = 0; i < 100; i++) {
      ObjectNode source = (ObjectNode) document.at("/sources/" + i);
      for (int k = 0; k < 201; k++) {
        if (k != i) {
          source
              .withArray("copies")
              .addObject()
              .put("source", document.at("/sources/" + k + "/id").textValue())
              .put("percent", 50)
              .put("shared", 1)
              .put("asOf", "2000-01-01");
        }
      }
    }
    assertThat(problems(document)).isEmpty();
    ((ObjectNode) document.at("/sources/100"))
        .set("copies", document.at("/sources/0/copies").deepCopy());
    ((ArrayNode) document.at("/sources/100/copies"))
        .removeIf(c -> !c.get("source").textValue().equals("more200"));
    assertTooLarge(
        document,
        "/sources",
        "20001 sources that sources copy",
        "at most 20000 sources that sources copy in all");
  }

  @Test
  void claimsThatMediaSupportAreBounded() {
    ObjectNode document = dossier(1, 10);
    ArrayNode media = document.putArray("media");
    for (int i = 0; i < 2_000; i++) {
      ArrayNode supports =
          media.addObject().put("id", "m" + i).put("kind", "photo").putArray("supports");
      for (int claim = 0; claim < 10; claim++) {
        supports.add("c" + claim);
      }
    }
    assertThat(problems(document)).isEmpty();
    ((ArrayNode) document.at("/media/7/supports")).add("c0");
    assertTooLarge(
        document, "/media", "20001 supported claims", "at most 20000 supported claims in all");
  }

  @Test
  void whatMayBeNamedOfEachClaimIsBounded() {
    ObjectNode document = dossier(1, 200);
    // The parties "army" and "rebels", the sources "resident" and the named one, the report "r0".
    int most = 20_000 - "army".length() - "rebels".length() - "resident".length() - "r0".length();
    ObjectNode named = (ObjectNode) document.at("/sources/1");
    ArrayNode parties = (ArrayNode) document.at("/incident/parties");
    ((ObjectNode) parties.get(0)).put("name", "n".repeat(10_000));
    named.put("name", "n".repeat(most + "army".length() - 10_000));
    assertThat(problems(document)).isEmpty();
    named.put("name", named.get("name").textValue() + "n");
    assertTooLarge(
        document,
        "",
        "20001 characters of names times 200 claims, which is 4000200",
        "names of parties and sources and ids of reports, times claims: at most 4000000 characters");
  }

  @Test
  void whatIsWrongOtherwiseIsToldAtTheSameTime() {
    ObjectNode document = dossier(2_000, 21);
    stances((ObjectNode) document.at("/reports/0"), 1);
    ((ObjectNode) document.at("/reports/0/stances/0")).put("claim", "c99");
    assertThat(problems(document))
        .extracting(Problem::code)
        .containsExactly("dossier.too-large", "id.dangling");
  }

  private static void assertTooLarge(
      ObjectNode document, String pointer, String found, String expected) {
    assertThat(problems(document))
        .containsExactly(
            new Problem(
                "dossier.too-large",
                pointer,
                found,
                expected,
                "Split the dossier, or leave out what bears on no claim."));
  }

  private static ObjectNode dossier(int reports, int claims) {
    ObjectNode document = small();
    document.putArray("media");
    ((ObjectNode) document.get("incident")).putArray("actions");
    ArrayNode claimList = document.putArray("claims");
    for (int i = 0; i < claims; i++) {
      claimList.addObject().put("id", "c" + i).put("harm", "killed");
    }
    ArrayNode reportList = document.putArray("reports");
    for (int i = 0; i < reports; i++) {
      reportList.addObject().put("id", "r" + i).put("source", "resident");
    }
    return document;
  }

  private static void stances(ObjectNode report, int more) {
    ArrayNode stances = report.withArray("stances");
    for (int i = 0; i < more; i++) {
      stances.addObject().put("claim", "c" + stances.size() % 10).put("stance", "asserts");
    }
  }

  private static void cite(ObjectNode document, int report, int more) {
    ArrayNode cites = ((ObjectNode) document.at("/reports/" + report)).withArray("cites");
    for (int i = 0; i < more; i++) {
      cites.add("r" + i % 10);
    }
  }
}
