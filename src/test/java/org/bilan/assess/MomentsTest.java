package org.bilan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bilan.assessment.Timeline.Material;
import org.bilan.assessment.Timeline.Step;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private final ObjectNode dossier = JsonNodeFactory.instance.objectNode();
  private final ArrayNode reports = dossier.putArray("reports");

  MomentsTest() {
    dossier.putObject("incident").put("id", "i").putObject("date").put("from", "2024-03-16");
    dossier.putArray("sources").addObject().put("id", "s").put("kind", "ngo");
    dossier.putArray("claims").addObject().put("id", "c").put("harm", "killed");
  }

  private ObjectNode report(String id) {
    ObjectNode report = reports.addObject().put("id", id).put("source", "s");
    report.putArray("stances").addObject().put("claim", "c").put("stance", "asserts");
    return report;
  }

  private ObjectNode report(String id, String publishedAt) {
    return report(id).put("publishedAt", publishedAt);
  }

  private Dossier read() throws InvalidDossier {
    return DossierReader.read(dossier.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Moments moments() throws InvalidDossier {
    return Moments.of(read());
  }

  private static Material only(String... reports) {
    return new Material(List.of(reports), List.of());
  }

  @Test
  void aReportOfADayWithoutAnHourIsInFromThatDaysFirstPointOn() throws InvalidDossier {
    report("day", "2024-03-17");
    report("morning", "2024-03-17T06:30:00Z");
    report("next", "2024-03-18");
    assertThat(moments().came().keySet())
        .containsExactly(
            Instant.parse("2024-03-17T06:30:00Z"), Instant.parse("2024-03-18T23:59:59.999999Z"));
    assertThat(moments().came().get(Instant.parse("2024-03-17T06:30:00Z")).reports())
        .containsExactlyInAnyOrder("day", "morning");
  }

  @Test
  void whatBearsOnNoClaimMakesNoPoint() throws InvalidDossier {
    report("bears", "2024-03-17");
    ((ArrayNode) reports)
        .addObject()
        .put("id", "idle")
        .put("source", "s")
        .put("publishedAt", "2024-03-19");
    report("cites", "2024-03-20").putArray("cites").add("cited");
    reports.addObject().put("id", "cited").put("source", "s").put("publishedAt", "2024-03-18");
    assertThat(moments().came().values())
        .containsExactly(only("bears"), only("cited"), only("cites"));
  }

  @Test
  void aPictureFirstSeenAfterItsReportMakesAPointOfItsOwn() throws InvalidDossier {
    report("r", "2024-03-17");
    ObjectNode picture = dossier.putArray("media").addObject().put("id", "m").put("kind", "photo");
    picture.put("report", "r").put("firstSeenAt", "2024-03-19").putArray("supports").add("c");
    assertThat(moments().came().values())
        .containsExactly(only("r"), new Material(List.of(), List.of("m")));
    picture.remove("firstSeenAt");
    assertThat(moments().came().values()).containsExactly(new Material(List.of("r"), List.of("m")));
    assertThat(Moments.undated(read()).none()).isTrue();
    ((ObjectNode) reports.get(0)).remove("publishedAt");
    assertThat(Moments.undated(read())).isEqualTo(new Material(List.of("r"), List.of("m")));
  }

  @Test
  void aHundredMomentsAreShownEachAndMoreShareADay() throws InvalidDossier {
    for (int i = 0; i < 100; i++) {
      report("r" + i, "2024-03-%02dT%02d:00:00Z".formatted(17 + i / 24, i % 24));
    }
    assertThat(moments().step()).isEqualTo(Step.MOMENT);
    assertThat(moments().came()).hasSize(100);
    report("one-more", "2024-03-21T23:00:00Z");
    Moments merged = moments();
    assertThat(merged.step()).isEqualTo(Step.DAY);
    assertThat(merged.thinned()).isFalse();
    assertThat(merged.came().keySet())
        .hasSize(5)
        .startsWith(Instant.parse("2024-03-17T23:00:00Z"))
        .endsWith(Instant.parse("2024-03-21T23:00:00Z"));
    assertThat(all(merged)).hasSize(101);
  }

  @Test
  void manyDaysShareAMonthAndManyMonthsAYear() throws InvalidDossier {
    for (int i = 0; i < 101; i++) {
      report("r" + i, "2024-%02d-%02d".formatted(3 + i / 25, 1 + i % 25));
    }
    assertThat(moments().step()).isEqualTo(Step.MONTH);
    assertThat(moments().came()).hasSize(5);
    for (int i = 0; i < 101; i++) {
      report("s" + i, "%d-%02d-01".formatted(2025 + i / 12, 1 + i % 12));
    }
    assertThat(moments().step()).isEqualTo(Step.YEAR);
    assertThat(moments().came()).hasSize(10);
    for (int i = 0; i < 101; i++) {
      report("t" + i, (2050 + i) + "-01-01");
    }
    Moments dropped = moments();
    assertThat(dropped.thinned()).isTrue();
    assertThat(dropped.came()).hasSize(100);
    assertThat(all(dropped)).hasSize(303);
  }

  @Test
  void aLargeDossierHasFewerPoints() throws InvalidDossier {
    for (int i = 0; i < 2_000; i++) {
      report("r" + i, "2024-03-%02dT%02d:%02d:00Z".formatted(1 + i / 100, i / 10 % 10, i % 10));
    }
    Moments moments = moments();
    assertThat(moments.step()).isEqualTo(Step.DAY);
    assertThat(moments.came()).hasSize(20);
    assertThat(all(moments)).hasSize(2_000);
  }

  @Test
  void manyClaimsTimesManyReportsHaveFewerPointsTheFirstAndTheLastAmongThem()
      throws InvalidDossier {
    claims(199);
    for (int i = 0; i < 90; i++) {
      report("r" + i, moment(i));
    }
    Moments moments = moments();
    assertThat(moments.step()).isEqualTo(Step.MOMENT);
    assertThat(moments.thinned()).isTrue();
    // 300,000 / (200 claims x 90 reports)
    assertThat(moments.came()).hasSize(16);
    assertThat(moments.came().keySet())
        .startsWith(Instant.parse(moment(0)), Instant.parse(moment(5)))
        .endsWith(Instant.parse(moment(83)), Instant.parse(moment(89)));
    // Evenly: none stands for many more than another.
    assertThat(moments.came().values().stream().skip(1).map(m -> m.reports().size()))
        .allMatch(size -> size == 5 || size == 6);
    assertThat(all(moments)).hasSize(90).doesNotHaveDuplicates();
  }

  @Test
  void oneClaimOfAsManyReportsHasThemAll() throws InvalidDossier {
    for (int i = 0; i < 90; i++) {
      report("r" + i, moment(i));
    }
    assertThat(moments().thinned()).isFalse();
    assertThat(moments().came()).hasSize(90);
  }

  @Test
  void longTextsCountToo() throws InvalidDossier {
    for (int i = 0; i < 90; i++) {
      report("r" + i, moment(i)).put("text", "x".repeat(50_000));
    }
    // 300,000 / (90 reports + 90 x 50,000 / 200 characters)
    assertThat(moments().thinned()).isTrue();
    assertThat(moments().came()).hasSize(13);
    // What bears on no claim costs nothing.
    reports.forEach(report -> ((ObjectNode) report).remove("text"));
    reports.addObject().put("id", "idle").put("source", "s").put("text", "x".repeat(99_000));
    assertThat(moments().thinned()).isFalse();
  }

  @Test
  void longIdsCountTooAndThreePointsThereAreAlways() throws InvalidDossier {
    claims(99);
    longIds(0, 20);
    // 1,000,000 / (20 reports x 100 stances x about 103 characters)
    assertThat(moments().came()).hasSize(4);
    longIds(20, 60);
    assertThat(moments().came()).hasSize(3);
    assertThat(all(moments())).hasSize(60);
  }

  private void longIds(int from, int to) {
    for (int i = from; i < to; i++) {
      ArrayNode stances = (ArrayNode) report("r" + i + "x".repeat(97), moment(i)).get("stances");
      for (int claim = 1; claim <= 99; claim++) {
        stances.addObject().put("claim", "c" + claim).put("stance", "asserts");
      }
    }
  }

  private void claims(int more) {
    ArrayNode claims = (ArrayNode) dossier.get("claims");
    for (int i = 0; i < more; i++) {
      claims.addObject().put("id", "c" + (claims.size() - 1)).put("harm", "killed");
    }
  }

  private static String moment(int i) {
    return "2024-03-17T%02d:%02d:00Z".formatted(i / 60, i % 60);
  }

  private static List<String> all(Moments moments) {
    List<String> all = new ArrayList<>();
    moments.came().values().forEach(material -> all.addAll(material.reports()));
    return all;
  }
}
