package org.bilan.evidence;

import java.util.List;

/**
 * Positions of one side that go back to one act of knowing.
 *
 * @param lead the position that stands for it: the earliest on its own account
 * @param members places of all its reports: the leading one first, then in order
 * @param links the kinds of links that join them, in alphabetical order
 * @param attributed whether it is known whom it goes back to; false for relays of nobody named
 */
record Cluster(Position lead, List<Integer> members, List<String> links, boolean attributed) {

  /** Whether it can corroborate: attributed, and of no known stake in what it says. */
  boolean independent() {
    return lead.interest().disinterested();
  }
}
