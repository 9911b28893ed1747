package org.bilan.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.bilan.assessment.Admiralty;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Score;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Victims;

/** Dossiers that were judged twice, or the first time, made up from a seed. */
final class MadeUp {

  /** One of them. */
  record Judged(Where where, String state, Optional<Stood> before, Stood after) {

    void count(Movement movement) {
      movement.add(where, state, before, after);
    }
  }

  private final Random random;

  private MadeUp(Random random) {
    this.random = random;
  }

  /** So many: often they move as far as others do, and are of few countries and conflicts. */
  static List<Judged> judged(long seed, int many) {
    MadeUp madeUp = new MadeUp(new Random(seed));
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      judged.add(madeUp.dossier("i-" + i));
    }
    return judged;
  }

  private Judged dossier(String incident) {
    Where where =
        new Where(incident, maybe("ML", "BF", "NE"), maybe("north", "south"), maybe("2024-03"));
    Optional<Stood> before = chance(80) ? Optional.of(stood(one("r1", "r2"))) : Optional.empty();
    return new Judged(where, "tag-" + random.nextInt(9), before, stood("r3"));
  }

  private Stood stood(String revision) {
    List<Stood.Claim> claims = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (chance(70)) {
        claims.add(claim("c" + i));
      }
    }
    List<Stood.Line> toll = new ArrayList<>();
    for (Harm harm : List.of(Harm.KILLED, Harm.KILLED_OR_INJURED)) {
      if (chance(50)) {
        int low = random.nextInt(5);
        OptionalInt high = chance(80) ? OptionalInt.of(low + 9) : OptionalInt.empty();
        toll.add(new Stood.Line(harm, any(Victims.values()), low, low + 2, high));
      }
    }
    return new Stood(revision, claims, toll);
  }

  private Stood.Claim claim(String id) {
    Score score = Score.of(random.nextInt(21) - 10);
    List<Stood.Finding> findings = new ArrayList<>();
    for (Proposition proposition : Proposition.values()) {
      for (String rule : List.of("topic.one", "topic.other", "topic.third")) {
        if (chance(50)) {
          findings.add(new Stood.Finding(rule, proposition, random.nextInt(7) - 3));
        }
      }
    }
    return new Stood.Claim(
        id,
        new Standing(
            score.score(), score.evidence(), any(Grade.values()), new Admiralty(Reliability.C, 3)),
        findings);
  }

  private Optional<String> maybe(String... words) {
    return chance(80) ? Optional.of(one(words)) : Optional.empty();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String one(String... words) {
    return any(words);
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
