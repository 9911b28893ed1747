package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Report;
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
    Optional<Flaw> flaw) {

  enum Side {
    FOR,
    AGAINST,
    IN_DOUBT
  }

  /** Why a position counts for nothing; its links say so in the assessment. */
  enum Flaw {
    /** It repeats others, and does not say whom. */
    UNATTRIBUTED("unattributed"),
    /** It was published before the incident, and can know nothing of it. */
    EARLIER("published-before-the-incident");

    final String link;

    Flaw(String link) {
      this.link = link;
    }
  }

  /** Whether it counts. */
  boolean stands() {
    return flaw.isEmpty();
  }

  /** The positions of all reports on one proposition of a claim, in the order of the reports. */
  static List<Position> on(Claim claim, Proposition proposition, Index index, Relations relations) {
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < index.reports.size(); i++) {
      Report report = index.reports.get(i);
      if (!report.stances().isEmpty()) {
        position(i, report, claim, proposition, index, relations).ifPresent(positions::add);
      }
    }
    return positions;
  }

  private static Optional<Position> position(
      int place,
      Report report,
      Claim claim,
      Proposition proposition,
      Index index,
      Relations relations) {
    for (Stance stance : report.stances()) {
      if (stance.claim().equals(claim.id())) {
        Side side =
            switch (stance.kind()) {
              case ASSERTS, RELAYS -> Side.FOR;
              case DENIES -> Side.AGAINST;
              case DOUBTS -> Side.IN_DOUBT;
            };
        Position direct = position(place, side, stance, claim, true, proposition, index);
        Optional<Position> granted =
            side == Side.FOR
                ? Optional.empty()
                : indirect(place, report, claim, proposition, index, relations)
                    .filter(p -> p.side() == Side.FOR);
        return granted.isEmpty() ? Optional.of(direct) : granted(granted.get());
      }
    }
    return indirect(place, report, claim, proposition, index, relations);
  }

  /**
   * Who denies a claim and asserts another that agrees with it on this part denies another part. A
   * party's voice has then granted this one; of anybody else it counts for nothing here, so that a
   * denial never raises a claim.
   */
  private static Optional<Position> granted(Position position) {
    return Optional.of(position).filter(p -> p.source().voiceOfParty());
  }

  /** Who says things that both support and contradict a claim takes no side. */
  private static Optional<Position> indirect(
      int place,
      Report report,
      Claim claim,
      Proposition proposition,
      Index index,
      Relations relations) {
    List<Position> supporting = new ArrayList<>();
    List<Position> contradicting = new ArrayList<>();
    for (Stance stance : report.stances()) {
      if (stance.kind().carries()) {
        Claim said = index.claim(stance.claim());
        switch (relations.of(claim, said, proposition)) {
          case SUPPORTS ->
              supporting.add(position(place, Side.FOR, stance, said, false, proposition, index));
          case CONTRADICTS ->
              contradicting.add(
                  position(place, Side.AGAINST, stance, said, false, proposition, index));
          default -> {}
        }
      }
    }
    if (supporting.isEmpty() == contradicting.isEmpty()) {
      return Optional.empty();
    }
    return (supporting.isEmpty() ? contradicting : supporting).stream().min(mostTelling(claim));
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
        .thenComparing(p -> p.stance.hedged(), Order.absentLast())
        .thenComparing(p -> p.stance.basis(), Order.absentLast());
  }

  private static Position position(
      int place,
      Side side,
      Stance stance,
      Claim said,
      boolean direct,
      Proposition proposition,
      Index index) {
    Source source = index.source(place);
    Interest inSaying = Interest.of(index, source, said, proposition);
    Interest ofParty = Interest.ofOwnParty(index, source, said, proposition);
    boolean denied = direct && side != Side.FOR;
    Interest own = denied ? ofParty.opposite() : ofParty;
    return new Position(
        place,
        source,
        side,
        stance,
        said,
        direct,
        denied ? inSaying.opposite() : inSaying,
        source.kind().person() && own == Interest.AGAINST,
        index.flaw(place, stance));
  }
}
