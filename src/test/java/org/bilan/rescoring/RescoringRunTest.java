package org.bilan.rescoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bilan.archive.Archive;
import org.bilan.archive.DueDossier;
import org.bilan.archive.DueOutcome;
import org.bilan.archive.Ledger;
import org.bilan.archive.LostRun;
import org.bilan.archive.OwnerAccess;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringAccounts;
import org.bilan.archive.RescoringChunks;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.RescoringState;
import org.bilan.archive.Rescorings;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredAssessment;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Following;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.DossierReader;
import org.bilan.ledger.Actor;
import org.bilan.movement.Moved;
import org.bilan.rest.Sample;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs beside each other, beside people who change dossiers, and beside a change of rules. */
@QuarkusTest
class RescoringRunTest {

  private static final String COUNTRY = "TV";
  private static final int DOSSIERS = 7;
  private static final RescoringFilter MINE =
      new RescoringFilter(Optional.of(COUNTRY), Optional.empty(), Optional.empty(), Set.of());

  @Inject Rulesets rulesets;
  @Inject Rescorings rescorings;
  @Inject RescoringChunks chunks;
  @Inject RescoringAccounts accounts;
  @Inject Following following;
  @Inject Archive archive;
  @Inject Ledger ledger;

  private StoredRuleset other;

  @BeforeEach
  void fill() throws Exception {
    putBack();
    for (int i = 0; i < DOSSIERS; i++) {
      given().delete("/dossiers/" + id(i));
      put(i, "as it came");
    }
    other = inForce("other " + System.nanoTime());
  }

  @AfterEach
  void putBack() throws Exception {
    RulesetFiles shipped = RulesetFiles.read(Path.of("rules"));
    if (!rulesets.revisionInForce().orElseThrow().equals(shipped.revision())) {
      rulesets.rollBack(
          rulesets.find(shipped.revision()).get(0).id(), Actor.SERVICE, "For other tests");
    }
    following.follow();
  }

  private static String id(int i) {
    return "run-" + i;
  }

  private static void put(int i, String title) {
    given()
        .contentType("application/json")
        .body(Sample.of(id(i)).in(COUNTRY).title(title).bytes())
        .put("/dossiers/" + id(i))
        .then()
        .statusCode(oneOf(200, 201));
  }

  /** Another prior judges from now on. */
  private StoredRuleset inForce(String comment) throws Exception {
    RulesetFiles shipped = RulesetFiles.read(Path.of("rules"));
    String settings = shipped.texts().get("ruleset.yaml");
    assertThat(settings).contains("prior:\n  value: -4\n");
    RulesetFiles files =
        shipped.with(
            Map.of(
                "ruleset.yaml",
                settings.replace("prior:\n  value: -4\n", "prior:\n  value: -9\n")
                    + "\n# "
                    + comment
                    + "\n"));
    StoredRuleset deployed = rulesets.deploy(files, "Another", true, Actor.SERVICE);
    following.follow();
    return deployed;
  }

  private Rescoring begin() {
    return rescorings.begin(other, Optional.empty(), MINE, false, Optional.empty(), Actor.SERVICE);
  }

  private RescoringRun worker(Rescoring run, int most) {
    return new RescoringRun(
        rulesets, rescorings, chunks, run.id(), UUID.randomUUID(), 2, most, Actor.SERVICE);
  }

  private Rescoring work(Rescoring run, int most, Consumer<RescoringChunks.Written> between) {
    worker(run, most).work(between);
    return rescorings.find(run.id()).orElseThrow();
  }

  private List<StoredAssessment> history(int i) {
    return archive.history(id(i), 0, 100).orElseThrow().items();
  }

  private long made(int i, StoredRuleset by) {
    long version = archive.get(id(i)).orElseThrow().version();
    return history(i).stream()
        .filter(a -> a.revision().equals(by.revision()) && a.version() == version)
        .count();
  }

  /** Each stands once under it, by the bytes that it gives of the dossier as it is. */
  private void assertAllStandBy(StoredRuleset by) throws Exception {
    try (Ruleset ruleset = Ruleset.of(rulesets.files(by.revision()).orElseThrow())) {
      for (int i = 0; i < DOSSIERS; i++) {
        StoredAssessment stands = archive.assessment(id(i)).orElseThrow();
        assertThat(stands.revision()).isEqualTo(by.revision());
        byte[] document = archive.get(id(i)).orElseThrow().document();
        assertThat(stands.document())
            .isEqualTo(
                AssessmentJson.write(ruleset.judge(DossierReader.read(document), Language.EN)));
        assertThat(made(i, by)).isEqualTo(1);
      }
    }
  }

  @Test
  void allAreJudgedOnceAndWhatMovedIsKept() throws Exception {
    int before = given().get("/dossiers?country=" + COUNTRY).path("items[0].claims.score.max()");
    Rescoring done = work(begin(), 3, chunk -> {});
    assertThat(done.state()).isEqualTo(RescoringState.DONE);
    assertThat(done.chunks()).isEqualTo(3);
    assertThat(done.dossiers()).isEqualTo(DOSSIERS);
    assertThat(done.appended()).isEqualTo(DOSSIERS);
    assertThat(done.failed()).isZero();
    assertAllStandBy(other);
    given().get("/claims?country=" + COUNTRY).then().statusCode(400); // No such filter there.
    List<Object> lists =
        given().get("/dossiers?country=" + COUNTRY).path("items.collect { it.claims[0].ruleset }");
    assertThat(lists).hasSize(DOSSIERS).containsOnly(other.revision());
    int score = given().get("/dossiers?country=" + COUNTRY).path("items[0].claims.score.max()");
    assertThat(score).isLessThan(before);
    for (String bound : List.of("minScore", "maxScore")) {
      int found =
          given().get("/dossiers?country=%s&%s=%d".formatted(COUNTRY, bound, score)).path("total");
      assertThat(found).as(bound).isEqualTo(DOSSIERS);
    }
    given()
        .get("/dossiers?country=%s&minScore=%d".formatted(COUNTRY, score + 1))
        .then()
        .body("total", org.hamcrest.Matchers.equalTo(0));
    Moved moved = accounts.moved(done.id()).movement().moved(List.of());
    assertThat(moved.dossiers()).isEqualTo(DOSSIERS);
    assertThat(moved.changed()).isPositive();
    assertThat(moved.movers()).isNotEmpty();
    assertThat(ledger.verify(Optional.empty()).intact()).isTrue();
    assertThat(
            ledger
                .entries(Optional.of("rescoring:" + done.id()), Optional.empty(), 0, 10)
                .items()
                .stream()
                .map(entry -> entry.action()))
        .containsExactly("rescored", "rescored", "rescored", "rescoring-begun");

    // Again: nothing is left to append.
    Rescoring again = work(begin(), 3, chunk -> {});
    assertThat(again.dossiers()).isEqualTo(DOSSIERS);
    assertThat(again.appended()).isZero();
    // What moved is what the ruleset moved, whoever had it judge first.
    assertThat(accounts.moved(again.id()).movement().moved(List.of())).isEqualTo(moved);
  }

  private static void grade(int i, String claim, String grade) {
    given()
        .contentType("application/json")
        .body(Map.of("grade", grade, "reason", "Two colleagues have called."))
        .put("/dossiers/" + id(i) + "/claims/" + claim + "/override")
        .then()
        .statusCode(oneOf(200, 201));
  }

  private static List<String> found(String parameters) {
    return given().get("/dossiers?country=" + COUNTRY + "&" + parameters).path("items.incident");
  }

  /** What lists go by is that of the new assessments, and of what people said of the claims. */
  private void assertListsFit() {
    List<Map<String, Object>> listed = given().get("/dossiers?country=" + COUNTRY).path("items");
    assertThat(listed).hasSize(DOSSIERS);
    for (Map<String, Object> one : listed) {
      String id = (String) one.get("incident");
      List<String> why = new ArrayList<>();
      for (Object each : (List<?>) one.get("claims")) {
        Map<?, ?> claim = (Map<?, ?>) each;
        Map<?, ?> said = (Map<?, ?>) claim.get("override");
        String machine = (String) claim.get("grade");
        if (said == null && machine.equals("contested")) {
          why.add("contested");
        } else if (said != null && !said.get("grade").equals(machine)) {
          why.add("grade-differs");
        }
        String stands = said == null ? machine : (String) said.get("grade");
        assertThat(found("grade=" + stands)).contains(id);
      }
      List<?> look = (List<?>) one.get("look");
      for (String reason : List.of("contested", "grade-differs")) {
        assertThat(look.contains(reason)).as(id + " " + reason).isEqualTo(why.contains(reason));
      }
      assertThat(found("look=true").contains(id)).isEqualTo(!look.isEmpty());
    }
  }

  @Test
  void listsGoByTheNewAssessments() {
    List<String> graded = given().get("/dossiers/" + id(0) + "/assessment").path("claims.grade");
    List<String> claims = given().get("/dossiers/" + id(0) + "/assessment").path("claims.claim");
    for (int i = 0; i < claims.size(); i++) {
      grade(0, claims.get(i), graded.get(i));
    }
    work(begin(), 3, chunk -> {});
    List<String> now = given().get("/dossiers/" + id(0) + "/assessment").path("claims.grade");
    assertThat(found("look=true").contains(id(0))).isEqualTo(!now.equals(graded));
    assertListsFit();
    assertThat(found("contested=true")).hasSize(DOSSIERS); // each is denied by somebody
    grade(1, "civilians-14", "confirmed");
    assertThat(found("grade=confirmed")).containsExactly(id(1));
  }

  /** One of both comes last, and takes what the other has written into account. */
  @Test
  void aPersonGradesWhileARunGoesOn() throws Exception {
    CountDownLatch judged = new CountDownLatch(1);
    CountDownLatch graded = new CountDownLatch(1);
    AtomicReference<Throwable> fault = new AtomicReference<>();
    Thread person =
        new Thread(
            () -> {
              try {
                judged.await();
                for (int i = 0; i < DOSSIERS; i++) {
                  grade(i, "civilians-14", "confirmed");
                  graded.countDown();
                }
              } catch (Exception | AssertionError failure) {
                fault.set(failure);
              } finally {
                graded.countDown();
              }
            });
    person.start();
    // The run has the first dossier behind it and the others before it, and so has the person.
    assertThat(
            work(
                    begin(),
                    1,
                    chunk -> {
                      judged.countDown();
                      awaited(graded);
                    })
                .state())
        .isEqualTo(RescoringState.DONE);
    person.join();
    assertThat(fault).hasNullValue();
    assertAllStandBy(other);
    assertThat(found("grade=confirmed")).hasSize(DOSSIERS);
    assertThat(found("look=true")).hasSize(DOSSIERS);
    assertListsFit();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      throw new AssertionError(ended);
    }
  }

  @Test
  void aDryRunKeepsNothing() throws Exception {
    Rescoring dry =
        rescorings.begin(other, Optional.empty(), MINE, true, Optional.empty(), Actor.SERVICE);
    Rescoring done = work(dry, 3, chunk -> {});
    assertThat(done.appended()).isZero();
    assertThat(accounts.moved(done.id()).movement().moved(List.of()).changed()).isPositive();
    assertThat(made(0, other)).isZero();
  }

  @Test
  void twoRunsAtOnceMakeOneAssessmentOfEach() throws Exception {
    Rescoring one = begin();
    Rescoring two = begin();
    Thread beside = new Thread(() -> worker(two, 2).work(chunk -> {}));
    beside.start();
    worker(one, 2).work(chunk -> {});
    beside.join();
    Rescoring first = rescorings.find(one.id()).orElseThrow();
    Rescoring second = rescorings.find(two.id()).orElseThrow();
    assertThat(List.of(first.state(), second.state())).containsOnly(RescoringState.DONE);
    assertThat(first.appended() + second.appended()).isEqualTo(DOSSIERS);
    assertThat(List.of(first.dossiers(), second.dossiers())).containsOnly((long) DOSSIERS);
    assertAllStandBy(other);
  }

  /** What comes between the reading and the writing of a chunk is judged again, or passed over. */
  @Test
  void dossiersThatChangeMeanwhileAreJudgedAsTheyStand() throws Exception {
    // The ruleset that rescores is not in force: what is put is not judged by it.
    putBack();
    Rescoring run = begin();
    UUID worker = UUID.randomUUID();
    Rescoring taken = rescorings.take(run.id(), worker).orElseThrow();
    List<DueDossier> due = chunks.next(taken, "", 100);
    assertThat(due).hasSize(DOSSIERS);
    put(2, "sent again meanwhile");
    given().delete("/dossiers/" + id(3)).then().statusCode(204);
    given().delete("/dossiers/" + id(4)).then().statusCode(204);
    put(4, "another one of the same name");
    List<String> again = new ArrayList<>();
    try (Ruleset ruleset = Ruleset.of(rulesets.files(other.revision()).orElseThrow());
        ChunkJudge judge = new ChunkJudge(ruleset, Optional.empty(), new Stages(), 2)) {
      List<DueOutcome> outcomes = ChunkJudge.end(judge.begin(due));
      RescoringChunks.Written written =
          chunks.write(
              taken,
              worker,
              0,
              outcomes,
              one -> {
                again.add(one.incident());
                return judge.judge(one);
              },
              Actor.SERVICE);
      assertThat(written.dossiers()).isEqualTo(DOSSIERS - 1);
      assertThat(written.appended()).isEqualTo(DOSSIERS - 1);
      assertThat(again).containsExactly(id(2), id(4));
      for (int i : new int[] {0, 2, 4}) {
        StoredAssessment made =
            history(i).stream()
                .filter(a -> a.revision().equals(other.revision()))
                .findFirst()
                .orElseThrow();
        assertThat(made.version()).isEqualTo(archive.get(id(i)).orElseThrow().version());
        assertThat(made.document())
            .isEqualTo(
                AssessmentJson.write(
                    ruleset.judge(
                        DossierReader.read(archive.get(id(i)).orElseThrow().document()),
                        Language.EN)));
        // It only joins their history.
        assertThat(archive.assessment(id(i)).orElseThrow().revision())
            .isNotEqualTo(other.revision());
      }
      assertThat(archive.get(id(3))).isEmpty();
    }
  }

  @Test
  void dossiersAreSentAgainAllTheTimeWhileARunGoesOn() throws Exception {
    boolean[] end = new boolean[1];
    Thread people =
        new Thread(
            () -> {
              for (int n = 0; !end[0]; n++) {
                put(n % DOSSIERS, "title " + n);
              }
            });
    people.start();
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(work(begin(), 2, chunk -> {}).state()).isEqualTo(RescoringState.DONE);
      }
    } finally {
      end[0] = true;
      people.join();
    }
    assertThat(work(begin(), 2, chunk -> {}).failed()).isZero();
    assertAllStandBy(other);
  }

  /**
   * A run stays with the ruleset that it began with, and moves what stands only while it is in
   * force.
   */
  @Test
  void theRulesetChangesWhileARunGoesOn() throws Exception {
    StoredRuleset[] next = new StoredRuleset[1];
    Rescoring done =
        work(
            begin(),
            3,
            chunk -> {
              if (next[0] == null) {
                try {
                  next[0] = inForce("next " + System.nanoTime());
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }
            });
    assertThat(done.state()).isEqualTo(RescoringState.DONE);
    assertThat(done.appended()).isEqualTo(DOSSIERS);
    for (int i = 0; i < DOSSIERS; i++) {
      assertThat(made(i, other)).isEqualTo(1);
      assertThat(archive.assessment(id(i)).orElseThrow().revision().equals(other.revision()))
          .as("whether %d stands by it", i)
          .isEqualTo(i < 3);
    }
    // The next run, by the next ruleset, moves all.
    other = next[0];
    work(begin(), 3, chunk -> {});
    assertAllStandBy(other);
  }

  /** Where dossiers stand changes all lists: that is in the ledger, as what was appended is. */
  @Test
  void aRunThatOnlyMovesWhatStandsLeavesItsTraces() throws Exception {
    putBack();
    assertThat(work(begin(), 3, chunk -> {}).appended()).isEqualTo(DOSSIERS);
    rulesets.rollBack(other.id(), Actor.SERVICE, "It judges now");
    following.follow();
    Rescoring moving = work(begin(), 3, chunk -> {});
    assertThat(moving.appended()).isZero();
    assertAllStandBy(other);
    assertThat(
            ledger
                .entries(Optional.of("rescoring:" + moving.id()), Optional.empty(), 0, 10)
                .items()
                .stream()
                .map(entry -> entry.action()))
        .containsExactly("rescored", "rescored", "rescored", "rescoring-begun");
  }

  @Test
  void whoHasLostARunWritesNothing() throws Exception {
    Rescoring run = begin();
    UUID lost = UUID.randomUUID();
    Rescoring taken = rescorings.take(run.id(), lost).orElseThrow();
    assertThat(rescorings.take(run.id(), UUID.randomUUID())).isEmpty();
    List<DueDossier> due = chunks.next(taken, "", 2);
    try (Ruleset ruleset = Ruleset.of(rulesets.files(other.revision()).orElseThrow());
        ChunkJudge judge = new ChunkJudge(ruleset, Optional.empty(), new Stages(), 1)) {
      List<DueOutcome> outcomes = ChunkJudge.end(judge.begin(due));
      rescorings.leave(run.id(), lost);
      Rescoring done = work(run, 3, chunk -> {});
      assertThat(done.dossiers()).isEqualTo(DOSSIERS);
      assertThatThrownBy(() -> chunks.write(taken, lost, 0, outcomes, judge::judge, Actor.SERVICE))
          .isInstanceOf(LostRun.class);
      assertThat(rescorings.heard(run.id(), lost)).isFalse();
      assertThat(rescorings.done(run.id(), lost)).isFalse();
    }
    assertAllStandBy(other);
  }

  @Test
  void whoIsSilentForTooLongIsTakenOver() throws Exception {
    Rescoring run = begin();
    UUID silent = UUID.randomUUID();
    rescorings.take(run.id(), silent).orElseThrow();
    assertThat(rescorings.waiting()).doesNotContain(run.id());
    OwnerAccess.execute(
        "update rescoring set heard_at = heard_at - interval '%d seconds' where id = %d"
            .formatted(Rescorings.SILENCE_SECONDS + 1, run.id()));
    assertThat(rescorings.waiting()).contains(run.id());
    assertThat(work(run, 3, chunk -> {}).state()).isEqualTo(RescoringState.DONE);
    assertThat(rescorings.heard(run.id(), silent)).isFalse();
    assertAllStandBy(other);
  }

  /** As after kill -9: the chunk that was not committed is judged again, and no other. */
  @Test
  void aRunGoesOnFromItsCheckpoint() throws Exception {
    Rescoring run = begin();
    RescoringRun first = worker(run, 2);
    first.work(chunk -> first.stop());
    Rescoring stopped = rescorings.find(run.id()).orElseThrow();
    assertThat(stopped.state()).isEqualTo(RescoringState.RUNNING);
    assertThat(stopped.chunks()).isEqualTo(1);
    assertThat(stopped.worked()).isFalse();
    assertThat(rescorings.waiting()).contains(run.id());
    Rescoring done = work(run, 2, chunk -> {});
    assertThat(done.dossiers()).isEqualTo(DOSSIERS);
    assertThat(done.appended()).isEqualTo(DOSSIERS);
    assertAllStandBy(other);
  }
}
