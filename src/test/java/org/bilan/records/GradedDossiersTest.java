package org.bilan.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.TrackRecord;
import org.bilan.evaluation.HumanGrades.HumanGrade;
import org.junit.jupiter.api.Test;

/** Nothing that became known later, and nothing of the incident itself, is in a record. */
class GradedDossiersTest {

  private final List<DossierBuilder> archive = new ArrayList<>();
  private final Map<String, HumanGrade> grades = new LinkedHashMap<>();

  private static HumanGrade grade(Grade grade, String date) {
    return new HumanGrade(grade, Optional.of("c"), Map.of("date", date));
  }

  /** An incident of one day in which source s asserts the claim. */
  private DossierBuilder incident(String id, String date, Grade grade, String graded) {
    DossierBuilder dossier =
        new DossierBuilder()
            .incident("id: '%s', date: {from: '%s'}".formatted(id, date))
            .claim("c", "killed")
            .says("s", "ngo", "", "c asserts");
    archive.add(dossier);
    grades.put(id, grade(grade, graded));
    return dossier;
  }

  private GradedDossiers taken(Terms terms) {
    try {
      GradedDossiers all = new GradedDossiers(grades, terms);
      archive.forEach(dossier -> all.take(dossier.build()));
      return all;
    } catch (GradedDossiers.InvalidDates e) {
      throw new AssertionError(e);
    }
  }

  private Optional<TrackRecord> before(String date, Terms terms) {
    Dossier asking =
        new DossierBuilder()
            .incident("id: 'asking', date: {from: '%s'}".formatted(date))
            .source("s", "ngo")
            .build();
    GradedDossiers all = taken(terms);
    return Optional.ofNullable(all.before(List.of(all.ask(asking))).get(0).records().get("s"));
  }

  private int rightBefore(String date) {
    return before(date, Terms.USUAL).map(TrackRecord::right).orElse(0);
  }

  /** A later version of the same incident must not know how the incident was graded. */
  @Test
  void anIncidentThatComesTwiceTellsNothingOfItself() {
    incident("one", "2024-03-10", Grade.FAIR, "");
    archive.add(
        new DossierBuilder()
            .incident("id: 'one', date: {from: '2024-03-20'}")
            .claim("c", "killed")
            .says("s", "ngo", "", "c asserts"));
    GradedDossiers all = taken(Terms.USUAL);

    List<Past.Asked> both = archive.stream().map(each -> all.ask(each.build())).toList();
    assertThat(all.before(both)).allSatisfy(past -> assertThat(past.records()).isEmpty());
  }

  @Test
  void beforeTheFirstYearNothingIsKnown() {
    incident("one", "2024-03-10", Grade.FAIR, "");
    assertThat(before("0000-01-01", Terms.USUAL)).isEmpty();
  }

  @Test
  void anIncidentCountsFromTheDayAfterItsEndAndItsGrade() {
    incident("one", "2024-03-10", Grade.FAIR, "");
    assertThat(rightBefore("2024-03-10")).isZero();
    assertThat(rightBefore("2024-03-11")).isEqualTo(1);

    incident("two", "2024-03-10", Grade.FAIR, "2024-03-20");
    assertThat(rightBefore("2024-03-20")).isEqualTo(1);
    assertThat(rightBefore("2024-03-21")).isEqualTo(2);

    incident("early", "2024-03-10", Grade.FAIR, "2024-03-01")
        .incident("date: {from: '2024-03-10', to: '2024-03-25T12:00:00+02:00'}");
    assertThat(rightBefore("2024-03-25")).isEqualTo(2);
    assertThat(rightBefore("2024-03-26")).isEqualTo(3);
  }

  @Test
  void whereTheTableHasNoDateAGradeMayBeTakenToHaveComeLater() {
    incident("one", "2024-03-10", Grade.FAIR, "");
    Terms later = new Terms(Identity.ID, Terms.USUAL.wrong(), 30);
    assertThat(before("2024-04-09", later)).isEmpty();
    assertThat(before("2024-04-10", later)).isPresent();
  }

  @Test
  void theRecordSaysAsOfWhenItIsAndWhatWasUsual() {
    incident("one", "2024-03-10", Grade.FAIR, "").says("t", "ngo", "", "c denies");
    incident("two", "2024-03-11", Grade.DISCOUNTED, "");
    incident("three", "2024-03-12", Grade.WEAK, "");
    incident("four", "2024-03-12", Grade.FAIR, "");

    TrackRecord record = before("2024-03-13", Terms.USUAL).orElseThrow();
    assertThat(record.right()).isEqualTo(2);
    assertThat(record.wrong()).isEqualTo(1);
    assertThat(record.unknown()).isEqualTo(1);
    assertThat(record.usual()).isEqualTo(50);
    assertThat(record.asOf().earliest()).isEqualTo("2024-03-12T00:00:00Z");
  }

  @Test
  void whatWasReportedOfAnEarlierIncidentLaterIsNotKnownYet() {
    incident("one", "2024-03-10", Grade.FAIR, "")
        .report("late", "s", "publishedAt: '2024-05-01'", "c denies")
        .source("x", "ngo");
    // Undated words may have been said at any time: as before, they count.
    assertThat(rightBefore("2024-04-01")).isEqualTo(1);

    DossierBuilder two = incident("two", "2024-03-10", Grade.FAIR, "");
    two.source("y", "ngo").report("y", "y", "publishedAt: '2024-03-10'", "c asserts");
    Dossier asking =
        new DossierBuilder()
            .incident("id: 'asking', date: {from: '2024-03-20'}")
            .source("y", "ngo")
            .source("z", "ngo")
            .build();
    two.source("z", "ngo").report("z", "z", "publishedAt: '2024-03-20'", "c asserts");
    GradedDossiers all = taken(Terms.USUAL);
    assertThat(all.before(List.of(all.ask(asking))).get(0).records()).containsOnlyKeys("y");
  }

  @Test
  void ofAnIncidentThatComesTwiceTheFirstCounts() {
    incident("one", "2024-03-10", Grade.FAIR, "");
    archive.add(archive.get(0));
    assertThat(rightBefore("2024-04-01")).isEqualTo(1);
  }

  @Test
  void aDateThatIsNoneIsRefusedAllAtOnce() {
    incident("one", "2024-03-10", Grade.FAIR, "10 March");
    incident("two", "2024-03-10", Grade.FAIR, "2024-03-32");
    assertThatThrownBy(() -> new GradedDossiers(grades, Terms.USUAL))
        .isInstanceOfSatisfying(
            GradedDossiers.InvalidDates.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @Test
  void askedInAnyOrderEachGetsWhatItWouldGetAlone() throws Exception {
    made(7, 60);
    GradedDossiers all = taken(Terms.USUAL);
    List<Past.Asked> asked = archive.stream().map(d -> all.ask(d.build())).toList();
    List<Past> together = all.before(asked);
    for (int i = 0; i < asked.size(); i++) {
      assertThat(all.before(List.of(asked.get(i))).get(0)).isEqualTo(together.get(i));
    }
    assertThat(together).anyMatch(past -> !past.copies().isEmpty());
  }

  /** The promise: later grades, dossiers and reports, and the own outcome, change no byte. */
  @Test
  void nothingLaterAndNothingOfTheIncidentItselfChangesAByte() throws Exception {
    made(11, 60);
    List<String> before = written();
    for (int place = 0; place < archive.size(); place += 7) {
      Instant begun = begun(place);
      List<DossierBuilder> kept = List.copyOf(archive);
      Map<String, HumanGrade> known = new LinkedHashMap<>(grades);
      Random choice = new Random(place);
      List<Integer> unchanged = new ArrayList<>();
      for (int other = 0; other < archive.size(); other++) {
        if (begun(other).isBefore(begun)) {
          unchanged.add(other);
        } else if (choice.nextBoolean()) {
          grades.put("i" + other, grade(Grade.values()[choice.nextInt(5)], ""));
        } else {
          grades.remove("i" + other);
        }
      }
      for (int other : unchanged) {
        // A late report of an early incident is later too.
        copyWith(other, begun.toString().substring(0, 10));
      }
      List<String> after = written();
      List<String> ofEarlier = new ArrayList<>();
      List<String> now = new ArrayList<>();
      for (int other = 0; other < archive.size(); other++) {
        if (!begun(other).isAfter(begun)) {
          ofEarlier.add(past(before.get(other)));
          now.add(past(after.get(other)));
        }
      }
      assertThat(now).isEqualTo(ofEarlier);
      archive.clear();
      archive.addAll(kept);
      grades.clear();
      grades.putAll(known);
    }
    // Else the test would test nothing.
    assertThat(before.stream().filter(json -> json.contains("\"record\""))).hasSizeGreaterThan(40);
    assertThat(before.stream().filter(json -> json.contains("\"copies\""))).hasSizeGreaterThan(5);
  }

  private Instant begun(int place) {
    return archive.get(place).build().incident().date().from().earliest();
  }

  /** Puts a copy of a dossier in its place, in which everybody takes it all back on a day. */
  private void copyWith(int place, String day) {
    DossierBuilder later = build(place);
    for (int s = 0; s < SOURCES; s++) {
      later.report("late" + s, "s" + s, "publishedAt: '" + day + "'", "c denies");
    }
    archive.set(place, later);
  }

  private static final int SOURCES = 8;
  private long seed;

  /** So many incidents in 2024, some on one day, of eight sources; s1 and s2 copy. */
  private void made(long from, int incidents) {
    seed = from;
    for (int i = 0; i < incidents; i++) {
      archive.add(build(i));
      Random choice = new Random(seed * 1_000 + i);
      Grade grade = choice.nextInt(3) > 0 ? Grade.FAIR : Grade.values()[choice.nextInt(5)];
      String date = choice.nextInt(3) > 0 ? "" : "2024-" + two(1 + choice.nextInt(12)) + "-15";
      grades.put("i" + i, grade(grade, date));
    }
  }

  private DossierBuilder build(int i) {
    Random choice = new Random(seed + i);
    String date = "2024-%s-%s".formatted(two(1 + choice.nextInt(12)), two(1 + choice.nextInt(9)));
    DossierBuilder dossier =
        new DossierBuilder()
            .incident("id: 'i%d', date: {from: '%s'}".formatted(i, date))
            .claim("c", "killed", "count: {min: 3, max: 3}")
            .claim("d", "killed", "count: {min: 4, max: 4}");
    int copied = choice.nextInt(3);
    for (int s = 0; s < SOURCES; s++) {
      int says = s == 2 ? copied : choice.nextInt(3);
      copied = s == 1 ? says : copied;
      String stance = List.of("c asserts", "d asserts", "c denies").get(says);
      dossier
          .source("s" + s, "ngo")
          .report("r" + s, "s" + s, "publishedAt: '" + date + "'", stance);
    }
    return dossier;
  }

  private static String two(int number) {
    return String.format("%02d", number);
  }

  private List<String> written() throws Exception {
    GradedDossiers all = taken(Terms.USUAL);
    List<Past> pasts = all.before(archive.stream().map(d -> all.ask(d.build())).toList());
    List<String> written = new ArrayList<>();
    for (int i = 0; i < pasts.size(); i++) {
      byte[] json = PastJson.into(Documents.bytes(archive.get(i).tree()), pasts.get(i));
      assertThat(Documents.problems(json)).isEmpty();
      written.add(new String(json, StandardCharsets.UTF_8));
    }
    return written;
  }

  /** What of a dossier may be of the past: its sources. */
  private static String past(String json) throws Exception {
    return Documents.parse(json).get("sources").toString();
  }

  @Test
  void whatStoodThereIsReplacedAndTheRestStaysToTheLetter() {
    ObjectNode document = Documents.small();
    document.withArray("sources").get(0);
    byte[] none = PastJson.into(Documents.bytes(document), new Past(Map.of(), new HashMap<>()));
    ObjectNode bare = document.deepCopy();
    ((ObjectNode) bare.at("/sources/0")).remove(List.of("record", "copies"));
    assertThat(new String(none, StandardCharsets.UTF_8)).isEqualTo(bare.toString());
    String odd = "{\"sources\":[],\"x\":1.50,\"y\":100000000000000000000.0,\"z\":1e2}";
    assertThat(
            new String(
                PastJson.into(odd.getBytes(StandardCharsets.UTF_8), new Past(Map.of(), Map.of())),
                StandardCharsets.UTF_8))
        .startsWith("{\"sources\":[],\"x\":1.50,\"y\":100000000000000000000.0,");
  }
}
