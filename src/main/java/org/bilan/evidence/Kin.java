package org.bilan.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Kin that take this side: from each the positions, in the order of the reports. */
final class Kin {
  final int place;
  final List<Position> positions = new ArrayList<>();
  final BitSet reports = new BitSet();
  Position lead;

  /** Whether its leading report goes back to other kin on this side. */
  boolean echo;

  /** Whether what it says goes back to kin who repeat nobody here, perhaps itself. */
  boolean grounded;

  /** Whether it only repeats a circle, and the circle does not repeat it: it cannot lead that. */
  boolean outside;

  /** Places of the other kin to whom its leading report goes back, once somebody has asked. */
  BitSet repeated;

  int listed;

  Kin(int place) {
    this.place = place;
  }
}
