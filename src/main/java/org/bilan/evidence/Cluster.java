package org.bilan.evidence;

import java.util.List;

/**
 * Positions of one side that go back to one act of knowing.
 *
 * @param lead the position that stands for it: the earliest on its own account
 * @param members places of all its reports: the leading one first, then in order
 * @param links the kinds of links that join them, or may join it to others, or why it counts for
 *     nothing
 * @param uncertain whether it may go back to others on the same side: see {@link WeakLinks}
 */
record Cluster(Position lead, List<Integer> members, List<Link> links, boolean uncertain) {

  /** Whether it counts: not for relays of nobody named, nor for what was said too early. */
  boolean stands() {
    return lead.stands();
  }

  /** Whether it can corroborate: nothing but its truth speaks for it, and it is its own. */
  boolean independent() {
    return disinterested() && !uncertain;
  }

  /** Whether it has no stake in it, or speaks against its own. */
  boolean disinterested() {
    return lead.interest().disinterested();
  }
}
