package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bilan.dossier.Limits;
import org.bilan.dossier.Victims;

/**
 * Who was killed, as a row of UCDP GED counts it: fighters of side A, of side B, civilians, and
 * people of whom nothing is known, each a claim. {@code low}, {@code best} and {@code high} are
 * sums over all four. A part is its own figure where these agree with each other and with the
 * parts' sum; else it may be off by as much as they are, since a row does not say in which part the
 * doubt lies, nor in which those belong who are in no part.
 */
final class GedFigures {

  private final Cells row;
  private final Draft draft;
  private final boolean oneSided;
  private int below;
  private int above;
  private int sum;

  GedFigures(Cells row, Draft draft, boolean oneSided) {
    this.row = row;
    this.draft = draft;
    this.oneSided = oneSided;
  }

  void claims() {
    OptionalInt low = row.people("low", "low_est");
    OptionalInt best = row.people("best", "best_est");
    OptionalInt high = row.people("high", "high_est");
    OptionalInt a = row.people("deaths_a");
    OptionalInt b = row.people("deaths_b");
    OptionalInt civilians = row.people("deaths_civilians");
    OptionalInt unknown = row.people("deaths_unknown");
    if (!row.problems().isEmpty()) {
      return;
    }
    sum = IntStream.of(of(a), of(b), of(civilians), of(unknown)).sum();
    if (sum == 0 && low.isEmpty() && best.isEmpty() && high.isEmpty()) {
      row.problem("figures.none", "best", "no figure", "how many were killed", "Fill it in.");
      return;
    }
    int middle = best.orElse(sum > 0 ? sum : low.orElse(high.orElse(0)));
    int least = IntStream.of(low.orElse(middle), middle, high.orElse(middle)).min().orElseThrow();
    int most = IntStream.of(low.orElse(middle), middle, high.orElse(middle)).max().orElseThrow();
    check(low.orElse(middle), middle, high.orElse(middle));
    below = Math.max(middle, sum) - least;
    above = most - Math.min(middle, sum);
    part("side-a-fighters", a, Victims.COMBATANT, "side-a");
    part("side-b-fighters", b, Victims.COMBATANT, "side-b");
    part("civilians", civilians, Victims.CIVILIAN, "");
    part("unknown", unknown, Victims.UNKNOWN, "");
    if (sum == 0) {
      ObjectNode all = draft.killed("all", Victims.UNKNOWN);
      all.putObject("count").put("min", least).put("max", most);
      blame(all);
    }
  }

  private void check(int low, int best, int high) {
    if (low > best || best > high) {
      row.note(
          "figures.order",
          "best",
          "low %d, best %d, high %d".formatted(low, best, high),
          "low at most best, best at most high",
          "The lowest and the highest of them are taken as bounds.");
    }
    if (sum > 0 && sum != best) {
      row.note(
          "figures.sum",
          "best",
          "best %d, parts that make %d".formatted(best, sum),
          "the same",
          "The parts are taken; each may be off by the difference.");
    }
  }

  private void part(String id, OptionalInt people, Victims victims, String party) {
    if (of(people) == 0) {
      return;
    }
    ObjectNode claim = draft.killed(id, victims);
    if (!party.isEmpty() && !(oneSided && party.equals("side-b"))) {
      claim.put("victimsParty", party);
    }
    claim
        .putObject("count")
        .put("min", Math.max(0, of(people) - below))
        .put("max", Math.min(Limits.PEOPLE, of(people) + above));
    if (victims != Victims.COMBATANT) {
      blame(claim);
    }
  }

  /** Only violence that is one-sided tells who did it. */
  private void blame(ObjectNode claim) {
    if (oneSided) {
      claim.put("responsible", "side-a");
    }
  }

  private static int of(OptionalInt people) {
    return people.orElse(0);
  }
}
