package org.bilan.evidence;

import java.util.EnumSet;
import java.util.Set;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Source;
import org.bilan.dossier.Victims;

/**
 * Whose interest a statement serves. The same for every party, state or not: what counts is the
 * part it has in the claim, as the one blamed, as the one hit, or as the enemy of either. In order,
 * the most telling first.
 */
enum Interest {
  /** It harms the speaker's side: the strongest kind of statement. */
  AGAINST,
  /** The speaker's side has no known stake in it, or there is no side. */
  NEUTRAL,
  /**
   * It may help the speaker's side as well as harm it: a party that counts the dead among its own
   * fighters loses men, or makes propaganda.
   */
  EITHER,
  /** The speaker's side, or whom it fights, is not known. */
  UNKNOWN,
  /** It helps one side that the speaker belongs to or favours, and harms another. */
  MIXED,
  /** It helps the speaker's side. */
  SERVES;

  Interest opposite() {
    return switch (this) {
      case SERVES -> AGAINST;
      case AGAINST -> SERVES;
      default -> this;
    };
  }

  /** Whether a statement of such interest can corroborate: nothing speaks for it but its truth. */
  boolean disinterested() {
    return this == NEUTRAL || this == AGAINST;
  }

  /** Whether the speaker is known to gain by it, perhaps among other things. */
  boolean gains() {
    return this == SERVES || this == MIXED;
  }

  /** The interest of a source in saying a proposition of a claim: of all sides that it is on. */
  static Interest of(Index index, Source source, Claim claim, Proposition proposition) {
    if (source.partyMissing()) {
      return UNKNOWN;
    }
    Interest own = ofOwnParty(index, source, claim, proposition);
    Set<Interest> stakes = EnumSet.of(own);
    source.alignedWith().forEach(party -> stakes.add(ofParty(index, party, claim, proposition)));
    if (stakes.contains(SERVES)) {
      return stakes.contains(AGAINST) ? MIXED : SERVES;
    }
    // What harms one's own party is said against one's interest, whatever an ally's enemies are.
    if (own != AGAINST && stakes.contains(UNKNOWN)) {
      return UNKNOWN;
    }
    if (stakes.contains(EITHER)) {
      return EITHER;
    }
    return stakes.contains(AGAINST) ? AGAINST : NEUTRAL;
  }

  /**
   * The interest in contradicting a claim by saying another thing. Who says what spares the own
   * side something worse speaks for it, even where the words themselves harm nobody or harm it
   * less: "others did it", "it was only three".
   *
   * @param inSaying the interest in the words themselves
   * @param inClaim the interest in the claim that they contradict
   * @param less whether they say that fewer people were harmed
   */
  static Interest inContradicting(Interest inSaying, Interest inClaim, boolean less) {
    if (inSaying == AGAINST && !less) {
      return AGAINST;
    }
    Interest inDenying = inClaim.opposite();
    return inDenying.compareTo(inSaying) > 0 ? inDenying : inSaying;
  }

  /** The interest of the party alone that a source speaks for or belongs to. */
  static Interest ofOwnParty(Index index, Source source, Claim claim, Proposition proposition) {
    return source.party().map(p -> ofParty(index, p, claim, proposition)).orElse(NEUTRAL);
  }

  private static Interest ofParty(Index index, String party, Claim claim, Proposition proposition) {
    boolean blamed = claim.responsible().filter(party::equals).isPresent();
    boolean hit = claim.victimsParty().filter(party::equals).isPresent();
    // Whose fighters were hit is said only of fighters: then to be blamed for it is no shame.
    boolean fighters =
        claim.status().map(s -> s == Victims.COMBATANT).orElse(claim.victimsParty().isPresent());
    if (claim.nobody()) {
      // Nobody hurt: good news to who is blamed, whatever of it is said, and to who was shot at.
      boolean gains = blamed || hit && proposition == Proposition.HARM;
      return gains ? SERVES : NEUTRAL;
    }
    if (blamed) {
      // "Ten killed" may be a boast or an admission: that depends on who they were.
      boolean either = !fighters && claim.status().isEmpty();
      return fighters ? SERVES : either ? UNKNOWN : AGAINST;
    }
    if (hit) {
      return ofThoseHit(index, party, claim, proposition);
    }
    // Its enemy's misdeeds, and its enemy's dead, are good news to a party.
    String other =
        fighters && proposition != Proposition.RESPONSIBILITY && claim.victimsParty().isPresent()
            ? claim.victimsParty().get()
            : claim.responsible().orElse(null);
    return other == null ? NEUTRAL : ofEnemy(index, party, other);
  }

  /** Own losses admitted harm the speaker; to call the dead one's own may be propaganda. */
  private static Interest ofThoseHit(
      Index index, String party, Claim claim, Proposition proposition) {
    return switch (proposition) {
      case HARM -> AGAINST;
      case STATUS -> EITHER;
      case RESPONSIBILITY ->
          claim.responsible().map(blamed -> ofEnemy(index, party, blamed)).orElse(NEUTRAL);
    };
  }

  private static Interest ofEnemy(Index index, String party, String other) {
    if (index.adversaries(party, other)) {
      return SERVES;
    }
    return index.enemiesKnown(party) ? NEUTRAL : UNKNOWN;
  }
}
