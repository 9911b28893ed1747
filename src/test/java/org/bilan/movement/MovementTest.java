package org.bilan.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bilan.movement.Example.claim;
import static org.bilan.movement.Example.firm;
import static org.bilan.movement.Example.line;
import static org.bilan.movement.Example.origin;
import static org.bilan.movement.Example.stood;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.bilan.assessment.Grade;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Victims;
import org.bilan.movement.TollSums.Sum;
import org.junit.jupiter.api.Test;

/** What is counted of dossiers that are judged again, and of such that are judged first. */
class MovementTest {

  private static final Where SOMEWHERE =
      new Where("i", Optional.of("ML"), Optional.empty(), Optional.of("2024-03"));

  private final Moved example = Example.moved();

  private static Where incident(String id) {
    return new Where(id, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void dossiersAndClaimsAreCountedOnEitherSide() {
    assertThat(example.dossiers()).isEqualTo(4);
    assertThat(example.first()).isEqualTo(1);
    assertThat(example.failed()).isEqualTo(1);
    assertThat(example.revisions()).isEqualTo(Map.of("b".repeat(64), 2L, "c".repeat(64), 1L));
    assertThat(example.claims()).isEqualTo(5);
    assertThat(example.compared()).isEqualTo(3);
    assertThat(example.came()).isEqualTo(2);
    assertThat(example.went()).isEqualTo(1);
    assertThat(example.changed()).isEqualTo(2);
    assertThat(example.regraded()).isEqualTo(2);
  }

  @Test
  void gradesOfComparedClaimsAreAMatrixAndTheOthersApart() {
    assertThat(example.grades())
        .isEqualTo(
            Map.of(
                Grade.FAIR, Map.of(Grade.FAIR, 1L, Grade.WEAK, 1L),
                Grade.WEAK, Map.of(Grade.FAIR, 1L)));
    assertThat(example.gradesCame()).isEqualTo(Map.of(Grade.CONFIRMED, 1L, Grade.WEAK, 1L));
  }

  @Test
  void binsHoldTheirBoundsAndNoScoreIsLeftOut() {
    Movement movement = new Movement();
    int[] evidences = {-64, 0, 64};
    for (int before : evidences) {
      for (int after : evidences) {
        movement.add(
            SOMEWHERE,
            "",
            Optional.of(stood("b", List.of(claim("c", before, Grade.WEAK)), List.of())),
            stood("a", List.of(claim("c", after, Grade.WEAK)), List.of()));
      }
    }
    Moved moved = movement.moved(List.of());
    assertThat(moved.scores()).hasSize(20);
    assertThat(moved.scores())
        .filteredOn(bin -> bin.before() + bin.after() + bin.came() > 0)
        .containsExactly(
            new Moved.ScoreBin(0, 4, 3, 3, 0),
            new Moved.ScoreBin(50, 54, 3, 3, 0),
            new Moved.ScoreBin(95, 100, 3, 3, 0));
    assertThat(moved.changes()).hasSize(41);
    assertThat(moved.changes())
        .filteredOn(bin -> bin.claims() > 0)
        .containsExactly(
            new Moved.ChangeBin(-100, -96, 1),
            new Moved.ChangeBin(-50, -46, 2),
            new Moved.ChangeBin(0, 0, 3),
            new Moved.ChangeBin(46, 50, 2),
            new Moved.ChangeBin(96, 100, 1));
    int next = -100;
    for (Moved.ChangeBin bin : moved.changes()) {
      assertThat(bin.from()).isEqualTo(next);
      next = bin.to() + 1;
    }
    assertThat(next).isEqualTo(101);
  }

  @Test
  void aMoverTellsWhatCameWentAndWeighsOtherwise() {
    assertThat(example.movers()).extracting(Mover::claim).containsExactly("several", "fourteen");
    Mover up = example.movers().get(1);
    assertThat(up.incident()).isEqualTo("ml-2024-03-17-a");
    assertThat(up.before().score()).isEqualTo(67);
    assertThat(up.after().score()).isEqualTo(89);
    assertThat(up.findings())
        .containsExactly(
            new FindingMoved(
                "independence.second-origin", Proposition.HARM, Optional.empty(), Optional.of(5)),
            new FindingMoved("wording.firm", Proposition.HARM, Optional.of(1), Optional.of(2)));
    assertThat(example.movers().get(0).findings())
        .containsExactly(
            new FindingMoved(
                "independence.second-origin", Proposition.HARM, Optional.of(5), Optional.empty()));
  }

  /** Of the same distance by score, evidence decides, and then names do. */
  @Test
  void theFarthestAreKeptWhateverCameFirst() {
    List<Stood.Claim> far = new ArrayList<>();
    List<Stood.Claim> stood = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      // 64 decibans and 60 are both a score of 100.
      far.add(claim("a-%02d".formatted(i), 60, Grade.FAIR));
      far.add(claim("b-%02d".formatted(i), 64, Grade.FAIR));
      far.add(claim("0-%02d".formatted(i), 1, Grade.FAIR));
      far.add(claim("still-%02d".formatted(i), 0, Grade.FAIR));
    }
    far.forEach(claim -> stood.add(claim(claim.claim(), 0, Grade.FAIR)));
    for (long seed = 0; seed < 5; seed++) {
      Collections.shuffle(far, new Random(seed));
      Movement movement = new Movement();
      movement.add(
          SOMEWHERE, "", Optional.of(stood("b", stood, List.of())), stood("a", far, List.of()));
      Moved moved = movement.moved(List.of());
      assertThat(moved.changed()).isEqualTo(90);
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        expected.add((i < 30 ? "b-%02d" : "a-%02d").formatted(i % 30));
      }
      assertThat(moved.movers()).extracting(Mover::claim).isEqualTo(expected);
    }
  }

  @Test
  void aRuleIsCountedOnceForAClaimOnEachSide() {
    Movement movement = new Movement();
    Stood twice =
        stood(
            "a",
            List.of(
                claim(
                    "c",
                    0,
                    Grade.WEAK,
                    origin(Proposition.HARM, 5),
                    origin(Proposition.STATUS, 5),
                    firm(1))),
            List.of());
    Stood none = stood("b", List.of(claim("c", 0, Grade.WEAK)), List.of());
    movement.add(SOMEWHERE, "", Optional.of(none), twice);
    movement.add(SOMEWHERE, "", Optional.empty(), twice);
    movement.add(SOMEWHERE, "", Optional.of(twice), twice);
    Moved moved = movement.moved(List.of("wording.firm", "imagery.geolocated"));
    assertThat(moved.rules())
        .containsExactly(
            new Moved.RuleUse("imagery.geolocated", 0, 0, 0),
            new Moved.RuleUse("independence.second-origin", 1, 2, 1),
            new Moved.RuleUse("wording.firm", 1, 2, 1));
    assertThat(moved.never()).containsExactly("imagery.geolocated");
    // The other one fires on every claim too, and is live no more.
    assertThat(moved.always()).containsExactly("wording.firm");
  }

  @Test
  void ofNoClaimNoRuleAlwaysFires() {
    Moved nothing = new Movement().moved(List.of("wording.firm"));
    assertThat(nothing.always()).isEmpty();
    assertThat(nothing.never()).containsExactly("wording.firm");
    assertThat(nothing.toll().lines()).isEmpty();
    assertThat(nothing.countries()).isEmpty();
  }

  private static Sum sum(long incidents, long low, long best, long high) {
    return new Sum(incidents, low, best, OptionalLong.of(high), high, 0);
  }

  private static final Sum NONE = sum(0, 0, 0, 0);

  @Test
  void tollsBeforeAndAfterAreOfTheSameIncidents() {
    assertThat(example.toll())
        .isEqualTo(
            new TollSums(
                TollSums.Of.ALL,
                "",
                3,
                1,
                List.of(
                    new TollSums.Line(
                        Harm.KILLED,
                        Victims.CIVILIAN,
                        // Open upwards: 2 is what the highest cannot be less than.
                        new Sum(2, 5, 5, OptionalLong.empty(), 5, 1),
                        sum(2, 16, 17, 19),
                        sum(1, 4, 4, 4)),
                    new TollSums.Line(
                        Harm.INJURED, Victims.UNKNOWN, sum(1, 1_200, 1_500, 2_000), NONE, NONE)),
                new TreeMap<>()));
  }

  @Test
  void tollsAreToldByPlaceAndMonthWithWhatIsNotKnownLast() {
    Function<List<TollSums>, List<String>> names =
        tolls -> tolls.stream().map(t -> t.of().word() + " " + t.name()).toList();
    assertThat(names.apply(example.countries()))
        .containsExactly("named ML", "named NE", "unknown ");
    assertThat(names.apply(example.conflicts())).containsExactly("named Mali, north", "unknown ");
    assertThat(names.apply(example.months()))
        .containsExactly("named 2024-03", "named 2024-04", "unknown ");
    TollSums mali = example.countries().get(0);
    assertThat(mali.compared()).isEqualTo(2);
    assertThat(mali.came()).isZero();
    assertThat(mali.lines())
        .containsExactly(
            new TollSums.Line(
                Harm.KILLED, Victims.CIVILIAN, sum(1, 3, 3, 3), sum(2, 16, 17, 19), NONE));
    TollSums unknown = example.conflicts().get(1);
    assertThat(unknown.compared()).isEqualTo(1);
    assertThat(unknown.came()).isEqualTo(1);
  }

  @Test
  void aConflictIsNamedAsLongAsADossierMayBeToldThatNamesIt() {
    Moved told =
        example.told((incident, state) -> Optional.of(claim -> claim), (incident, state) -> false);
    assertThat(told.conflicts())
        .extracting(sums -> sums.of().word() + " " + sums.name())
        .containsExactly("unknown ", "withheld ");
    assertThat(told.conflicts().get(1).lines()).isEqualTo(example.conflicts().get(0).lines());
    assertThat(told.countries()).isEqualTo(example.countries());
    assertThat(example.conflicts().get(0).in()).isNotEmpty();
    Moved one =
        example.told(
            (incident, state) -> Optional.of(claim -> claim),
            (incident, state) -> example.conflicts().get(0).in().lastKey().equals(incident));
    assertThat(one.conflicts()).isEqualTo(example.conflicts());
  }

  /** As many people as the contract allows, in as many dossiers as there may be. */
  @Test
  void sumsDoNotOverflow() {
    Movement movement = new Movement();
    Stood.Line most =
        line(Harm.KILLED, Victims.MIXED, 10_000_000, 10_000_000, OptionalInt.of(10_000_000));
    for (int i = 0; i < 1_000; i++) {
      movement.add(incident("i" + i), "", Optional.empty(), stood("a", List.of(), List.of(most)));
    }
    assertThat(movement.moved(List.of()).toll().lines().get(0).came().best())
        .isEqualTo(10_000_000_000L);
  }

  @Test
  void whoMayNotKnowAllIsToldNoNamesOfMovers() {
    Moved told =
        example.told(
            (incident, state) ->
                incident.equals("ml-2024-03-17-a") && state.equals("tag-1")
                    ? Optional.of(claim -> "claim-" + claim.length())
                    : Optional.empty(),
            (incident, state) -> true);
    assertThat(told.movers()).singleElement().extracting(Mover::claim).isEqualTo("claim-8");
    assertThat(told.changed()).isEqualTo(2);
    assertThat(told.toll()).isEqualTo(example.toll());
    assertThat(
            example.told(
                (incident, state) -> Optional.of(claim -> claim), (incident, state) -> true))
        .isEqualTo(example);
  }

  @Test
  void theStateIsKeptWhenItIsWrittenAndRead() {
    Movement read = Movement.read(Example.movement().write());
    assertThat(read.moved(Example.LIVE)).isEqualTo(example);
    assertThat(read.moved(Example.LIVE).movers())
        .extracting(Mover::state)
        .containsExactly("tag-2", "tag-1");
  }

  @Test
  void whatAnotherVersionKeptIsRead() {
    byte[] older = "{\"dossiers\": 3, \"later\": [{}]}".getBytes(StandardCharsets.UTF_8);
    Moved moved = Movement.read(older).moved(List.of());
    assertThat(moved.dossiers()).isEqualTo(3);
    assertThat(moved.movers()).isEmpty();
    assertThat(moved.scores()).hasSize(20);
    assertThatThrownBy(() -> Movement.read(new byte[] {'['}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIncidentBelongsToTheMonthOfItsStartInUtc() {
    DossierBuilder dossier =
        new DossierBuilder()
            .source("s", "resident")
            .incident(
                "id: 'i', conflict: 'Mali, north', place: {country: 'ML'},"
                    + " date: {from: '2024-03-01T00:30:00+01:00', to: '2024-03-02'}");
    assertThat(Where.of(dossier.claim("c", "killed", "count: {min: 1}").build()))
        .isEqualTo(
            new Where("i", Optional.of("ML"), Optional.of("Mali, north"), Optional.of("2024-02")));
  }
}
