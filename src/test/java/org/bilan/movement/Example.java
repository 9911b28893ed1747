package org.bilan.movement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bilan.assessment.Admiralty;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Score;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Victims;

/**
 * A run over five dossiers: one moves up, one down, one stays, one is new, one cannot be judged.
 */
public final class Example {

  /** What is told of the run. */
  public static final RunFacts RUN =
      new RunFacts(
          "12",
          "Bilan, shipped rules",
          Optional.of("b".repeat(64)),
          "a".repeat(64),
          "country ML or NE, from 2024-01",
          "amina",
          Instant.parse("2024-05-01T08:00:00Z"),
          Optional.of(Instant.parse("2024-05-01T08:03:20Z")),
          false,
          5,
          Optional.of(Instant.parse("2024-04-30T00:00:00Z")));

  /** Rules that are live in the ruleset of the run. */
  public static final List<String> LIVE =
      List.of("independence.second-origin", "wording.firm", "imagery.geolocated");

  private Example() {}

  /** What the run moved. */
  public static Moved moved() {
    return movement().moved(LIVE);
  }

  static Movement movement() {
    Movement movement = new Movement();
    up(movement);
    down(movement);
    stays(movement);
    comes(movement);
    movement.fail(1);
    return movement;
  }

  private static void up(Movement movement) {
    Stood before = stood("b", List.of(claim("fourteen", 3, Grade.WEAK, firm(1))), List.of());
    Stood after =
        stood(
            "a",
            List.of(
                claim("fourteen", 9, Grade.FAIR, firm(2), origin(Proposition.HARM, 5)),
                claim("injured", 0, Grade.WEAK, firm(2))),
            List.of(line(Harm.KILLED, Victims.CIVILIAN, 13, 14, OptionalInt.of(16))));
    movement.add(
        where("ml-2024-03-17-a", "ML", "Mali, north", "2024-03"),
        "tag-1",
        Optional.of(before),
        after);
  }

  private static void down(Movement movement) {
    Stood before =
        stood(
            "b",
            List.of(
                claim("several", 6, Grade.FAIR, origin(Proposition.HARM, 5)),
                claim("gone", 1, Grade.WEAK)),
            List.of(
                line(Harm.KILLED, Victims.CIVILIAN, 2, 2, OptionalInt.empty()),
                line(Harm.INJURED, Victims.UNKNOWN, 1_200, 1_500, OptionalInt.of(2_000))));
    Stood after = stood("a", List.of(claim("several", 1, Grade.WEAK)), List.of());
    movement.add(
        where("ne-2024-04-02-b", "NE", "", "2024-04"), "tag-2", Optional.of(before), after);
  }

  private static void stays(Movement movement) {
    Stood stood =
        stood(
            "c",
            List.of(claim("three", 6, Grade.FAIR, firm(1))),
            List.of(line(Harm.KILLED, Victims.CIVILIAN, 3, 3, OptionalInt.of(3))));
    movement.add(
        where("ml-2024-04-09-c", "ML", "Mali, north", "2024-04"),
        "tag-3",
        Optional.of(stood),
        new Stood("a", stood.claims(), stood.toll()));
  }

  private static void comes(Movement movement) {
    Stood stood =
        stood(
            "a",
            List.of(claim("four", 12, Grade.CONFIRMED, firm(2))),
            List.of(line(Harm.KILLED, Victims.CIVILIAN, 4, 4, OptionalInt.of(4))));
    movement.add(where("x-d", "", "", ""), "tag-4", Optional.empty(), stood);
  }

  private static Where where(String incident, String country, String conflict, String month) {
    return new Where(incident, known(country), known(conflict), known(month));
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  static Stood stood(String revision, List<Stood.Claim> claims, List<Stood.Line> toll) {
    return new Stood(revision.repeat(64), claims, toll);
  }

  static Stood.Claim claim(String id, int evidence, Grade grade, Stood.Finding... findings) {
    Standing standing =
        new Standing(Score.of(evidence).score(), evidence, grade, new Admiralty(Reliability.C, 2));
    return new Stood.Claim(id, standing, List.of(findings));
  }

  static Stood.Finding firm(int weight) {
    return new Stood.Finding("wording.firm", Proposition.HARM, weight);
  }

  static Stood.Finding origin(Proposition proposition, int weight) {
    return new Stood.Finding("independence.second-origin", proposition, weight);
  }

  static Stood.Line line(Harm harm, Victims victims, int low, int best, OptionalInt high) {
    return new Stood.Line(harm, victims, low, best, high);
  }
}
