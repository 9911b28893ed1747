package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.AbsentLast;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;

/**
 * Where one report stands on one proposition of a claim: by a stance on that claim, or by what it
 * says of another claim that agrees or contradicts.
 *
 * @param report place of the report in the dossier
 * @param side for, against, or in doubt
 * @param stance the stance that this follows from
 * @param said the claim that the stance is about
 * @param direct whether {@code said} is the claim itself
 * @param againstOwnParty whether somebody who belongs to a party, without being its voice, says
 *     what harms it
 * @param flaw why it counts for nothing, where it does
 */
record Position(
    int report,
    Source source,
    Side side,
    Stance stance,
    Claim said,
    boolean direct,
    Interest interest,
    boolean againstOwnParty,
    Optional<Link> flaw) {

  enum Side {
    FOR,
    AGAINST,
    IN_DOUBT
  }

  /** Whether it counts. */
  boolean stands() {
    return flaw.isEmpty();
  }

  /**
   * Whether a party itself says what harms it: it knows what it did, whatever it goes back to, as
   * where it accepts what an inquiry found.
   */
  boolean concedes() {
    return source.voiceOfParty()
        && interest == Interest.AGAINST
        && stance.kind() == Stance.Kind.ASSERTS;
  }

  /** The positions of all reports on one proposition of a claim, in the order of the reports. */
  static List<Position> on(int claim, Proposition proposition, Index index, Relations relations) {
    return new Finder(claim, proposition, index, relations).all();
  }

  private static final class Finder {
    private final int claim;
    private final Proposition proposition;
    private final Index index;
    private final Relations relations;
    private final Agreement[] agreements;

    /** What each claim says of who did it, once somebody has denied this one. */
    private Agreement[] onWho;

    Finder(int claim, Proposition proposition, Index index, Relations relations) {
      this.claim = claim;
      this.proposition = proposition;
      this.index = index;
      this.relations = relations;
      this.agreements = relations.with(claim, proposition);
    }

    List<Position> all() {
      List<Position> positions = new ArrayList<>();
      for (int report = 0; report < index.reports.size(); report++) {
        Position position = on(report);
        if (position != null) {
          positions.add(position);
        }
      }
      return positions;
    }

    private Position on(int report) {
      int[] said = index.saidBy(report);
      for (int i = 0; i < said.length; i++) {
        if (said[i] == claim) {
          Position direct = position(report, i, side(stance(report, i).kind()));
          return direct.side() == Side.FOR ? direct : unlessGranted(direct);
        }
      }
      return indirect(report);
    }

    /**
     * Who denies a claim and asserts another that agrees with it on this part denies another part.
     * A party's voice has then granted this one; of anybody else it counts for nothing here, so
     * that a denial never raises a claim. So does the denial of who blames somebody else for it and
     * leaves this part open: "people were killed, but by others" does not deny that ten were. Who
     * only doubts it and asserts what contradicts it has contradicted it: saying more of the same
     * makes a witness no weaker.
     */
    private Position unlessGranted(Position denied) {
      Position part = indirect(denied.report());
      if (part == null) {
        return blamesAnother(denied.report()) ? null : denied;
      }
      if (part.side() == Side.AGAINST) {
        return denied.side() == Side.IN_DOUBT ? part : denied;
      }
      return part.source().voiceOfParty() ? part : null;
    }

    /** Whether all else that it says is that somebody else did it, and leaves this part open. */
    private boolean blamesAnother(int report) {
      if (onWho == null) {
        onWho = relations.with(claim, Proposition.RESPONSIBILITY);
      }
      int[] said = index.saidBy(report);
      boolean blames = false;
      for (int i = 0; i < said.length; i++) {
        if (said[i] != claim && stance(report, i).kind().carries()) {
          if (agreement(report, said[i]) != Agreement.SILENT) {
            return false;
          }
          blames |= onWho[said[i]] == Agreement.CONTRADICTS;
        }
      }
      return blames;
    }

    /** Who says things that both support and contradict a claim takes no side. */
    private Position indirect(int report) {
      int[] said = index.saidBy(report);
      Position supporting = null;
      Position contradicting = null;
      for (int i = 0; i < said.length; i++) {
        Agreement agreement = agreement(report, said[i]);
        if (agreement != Agreement.SILENT && stance(report, i).kind().carries()) {
          if (agreement == Agreement.SUPPORTS) {
            supporting = moreTelling(supporting, position(report, i, Side.FOR));
          } else {
            contradicting = moreTelling(contradicting, position(report, i, Side.AGAINST));
          }
        }
      }
      if (supporting != null && contradicting != null) {
        return null;
      }
      return supporting == null ? contradicting : supporting;
    }

    private Agreement agreement(int report, int said) {
      boolean reconciled =
          agreements[said] == Agreement.CONTRADICTS && relations.reconciles(report, claim, said);
      return reconciled ? Agreement.SILENT : agreements[said];
    }

    private Position moreTelling(Position known, Position other) {
      boolean more = known == null || mostTelling(relations.claim(claim)).compare(other, known) < 0;
      return more ? other : known;
    }

    private static Side side(Stance.Kind kind) {
      return switch (kind) {
        case ASSERTS, RELAYS -> Side.FOR;
        case DENIES -> Side.AGAINST;
        case DOUBTS -> Side.IN_DOUBT;
      };
    }

    private Stance stance(int report, int place) {
      return index.reports.get(report).stances().get(place);
    }

    private Position position(int report, int place, Side side) {
      Stance stance = stance(report, place);
      int said = index.saidBy(report)[place];
      boolean direct = said == claim;
      boolean denied = direct && side != Side.FOR;
      Interest inSaying = relations.interest(report, said, proposition);
      return new Position(
          report,
          index.source(report),
          side,
          stance,
          relations.claim(said),
          direct,
          denied ? inSaying.opposite() : indirectly(report, said, side, inSaying),
          againstOwnParty(index.source(report), relations.claim(said), denied),
          flaw(report, stance, said));
    }

    private Optional<Link> flaw(int report, Stance stance, int said) {
      return index
          .flaw(report, stance, said)
          .or(
              () ->
                  relations.withdrawn(report, said, proposition)
                      ? Optional.of(Link.WITHDRAWN)
                      : Optional.empty());
    }

    private Interest indirectly(int report, int said, Side side, Interest inSaying) {
      if (side != Side.AGAINST) {
        return inSaying;
      }
      boolean less =
          proposition == Proposition.HARM
              && Agreement.fewer(relations.claim(claim), relations.claim(said));
      Interest inClaim = relations.interest(report, claim, proposition);
      return Interest.inContradicting(inSaying, inClaim, less);
    }

    private boolean againstOwnParty(Source source, Claim said, boolean denied) {
      if (source.voiceOfParty() || source.party().isEmpty()) {
        return false;
      }
      Interest own = Interest.ofOwnParty(index, source, said, proposition);
      return (denied ? own.opposite() : own) == Interest.AGAINST;
    }
  }

  /**
   * Of several things that one report says on a proposition, the most telling counts: what is said
   * against the own interest stands, whatever else is said. The choice must not depend on the order
   * of the claims.
   */
  private static Comparator<Position> mostTelling(Claim claim) {
    return Comparator.comparing((Position p) -> !p.said.responsible().equals(claim.responsible()))
        .thenComparing(Position::interest)
        .thenComparing(p -> p.stance.kind())
        .thenComparing(p -> p.stance.hedged(), AbsentLast.order())
        .thenComparing(p -> p.stance.basis(), AbsentLast.order());
  }
}
