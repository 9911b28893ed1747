package org.bilan.evidence;

import java.util.Optional;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Victims;

/**
 * What somebody who says one claim says about another claim's proposition. Silence is not
 * contradiction, and claims about different people say nothing of each other.
 */
enum Agreement {
  SUPPORTS,
  CONTRADICTS,
  SILENT;

  /**
   * Two figures this near support each other: their gap, in percent of the larger. Counts of one
   * event by different people seldom match to the last one (UCDP, ranges of estimates).
   */
  private static final int NEAR_PERCENT = 10;

  /**
   * A range whose upper end is more than this many times its lower one holds too many figures to
   * support one of them: who says "1 to 1,000" supports 3 as much as 900. By hand.
   */
  private static final long WIDE = 2;

  private static final int OPEN = Integer.MAX_VALUE;

  /** What a speaker who asserts {@code said} says about a proposition of {@code claim}. */
  static Agreement of(Claim claim, Claim said, Proposition proposition) {
    if (claim == said) {
      return SUPPORTS;
    }
    if (!claim.asserts(proposition) || !said.asserts(proposition) || otherPeople(claim, said)) {
      return SILENT;
    }
    return switch (proposition) {
      case HARM -> ofHarm(claim, said);
      case STATUS -> ofStatus(claim, said);
      case RESPONSIBILITY -> ofResponsibility(claim, said);
    };
  }

  /**
   * Fighters of two different parties are not the same dead; nor are fighters of a party the same
   * as people whom that party is blamed for.
   */
  static boolean otherPeople(Claim one, Claim other) {
    if (one.victimsParty().isPresent() && other.victimsParty().isPresent()) {
      return !one.victimsParty().equals(other.victimsParty());
    }
    return ownVictims(one, other) || ownVictims(other, one);
  }

  private static boolean ownVictims(Claim fighters, Claim blaming) {
    return fighters.victimsParty().isPresent()
        && fighters.victimsParty().equals(blaming.responsible());
  }

  /**
   * Who took prisoners has not thereby killed, nor who injured two those whom another killed; whose
   * act hurt nobody is not who hurt somebody.
   */
  private static Agreement ofResponsibility(Claim claim, Claim said) {
    if (claim.responsible().equals(said.responsible())) {
      return SUPPORTS;
    }
    return comparable(claim.harm(), said.harm()) && claim.nobody() == said.nobody()
        ? CONTRADICTS
        : SILENT;
  }

  private static Agreement ofStatus(Claim claim, Claim said) {
    if (!comparable(claim.harm(), said.harm()) || claim.nobody() || said.nobody()) {
      return SILENT;
    }
    Victims ours = claim.status().orElseThrow();
    Victims theirs = said.status().orElseThrow();
    if (ours == theirs) {
      return SUPPORTS;
    }
    return ours == Victims.MIXED || theirs == Victims.MIXED ? SILENT : CONTRADICTS;
  }

  private static Agreement ofHarm(Claim claim, Claim said) {
    if (!comparable(claim.harm(), said.harm())) {
      return SILENT;
    }
    int least = least(claim);
    int most = most(claim);
    int saidLeast = least(said);
    // Who says how many were killed has not said how many more were injured.
    boolean partOf = claim.harm() == Harm.KILLED_OR_INJURED && said.harm() != claim.harm();
    int saidMost = partOf ? OPEN : most(said);
    boolean more = said.harm() == Harm.KILLED_OR_INJURED && said.harm() != claim.harm();
    if (claim.nobody() != said.nobody()) {
      // Nobody killed, and three injured: both may be true.
      boolean silentOnTheRest = partOf && said.nobody() || more && claim.nobody();
      return silentOnTheRest || nobodyElse(claim, said) ? SILENT : CONTRADICTS;
    }
    if (more) {
      return claim.nobody() ? SUPPORTS : SILENT;
    }
    if (saidLeast >= least && saidMost <= most) {
      return SUPPORTS;
    }
    if (saidLeast <= least && saidMost >= most && saidMost > saidLeast * WIDE) {
      return SILENT;
    }
    boolean bothBounded = most != OPEN && saidMost != OPEN;
    boolean apart =
        (saidLeast > most || saidMost < least) && !near(least, most, saidLeast, saidMost);
    if (bothBounded && !apart) {
      return SUPPORTS;
    }
    boolean total = totalAndPart(claim, said) || totalAndPart(said, claim);
    return apart && !total && !statusDisputed(claim, said) ? CONTRADICTS : SILENT;
  }

  /** No civilians killed, and ten fighters: both may be true. */
  private static boolean nobodyElse(Claim claim, Claim said) {
    Optional<Victims> none = (claim.nobody() ? claim : said).status();
    Optional<Victims> some = (claim.nobody() ? said : claim).status();
    return none.isPresent() && !none.equals(some);
  }

  /** Whether so many people in all were harmed by the one, and so many of them by the other. */
  private static boolean totalAndPart(Claim total, Claim part) {
    return total.status().isEmpty() && part.status().isPresent() && fewer(total, part);
  }

  /** Where the dead are civilians to one and fighters to the other, status is what they dispute. */
  private static boolean statusDisputed(Claim claim, Claim said) {
    return claim.status().isPresent()
        && said.status().isPresent()
        && !claim.status().equals(said.status());
  }

  /** Whether who says the one has said that fewer people were harmed than by the claim. */
  static boolean fewer(Claim claim, Claim said) {
    return most(said) < least(claim);
  }

  /** Whether the two are about the same kind of harm, or one about a part of the other's. */
  static boolean comparable(Harm one, Harm other) {
    return one == other
        || one == Harm.KILLED_OR_INJURED && (other == Harm.KILLED || other == Harm.INJURED)
        || other == Harm.KILLED_OR_INJURED && (one == Harm.KILLED || one == Harm.INJURED);
  }

  private static boolean near(int least, int most, int otherLeast, int otherMost) {
    int gap = otherLeast > most ? otherLeast - most : least - otherMost;
    int larger = Math.max(most == OPEN ? least : most, otherMost == OPEN ? otherLeast : otherMost);
    return gap <= Math.max(1, (int) ((long) larger * NEAR_PERCENT / 100));
  }

  /** A claim without a figure says that somebody was harmed. */
  private static int least(Claim claim) {
    Optional<Count> count = claim.count();
    return claim.nobody() ? 0 : Math.max(1, count.map(c -> c.least().orElse(1)).orElse(1));
  }

  private static int most(Claim claim) {
    return claim.count().map(c -> c.most().orElse(OPEN)).orElse(OPEN);
  }
}
