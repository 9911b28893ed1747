package org.bilan.records;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Goes through time, forward only, and adds up what has become known. */
final class Sweep {

  private final PriorityQueue<GradedIncident> waiting =
      new PriorityQueue<>(Comparator.comparing(GradedIncident::next));
  private final Tally tally = new Tally();

  Sweep(Collection<GradedIncident> incidents) {
    waiting.addAll(incidents);
  }

  /** What was known by a moment, which is not before that of an earlier call. */
  Tally until(Instant moment) {
    while (!waiting.isEmpty() && !waiting.peek().next().isAfter(moment)) {
      GradedIncident incident = waiting.poll();
      incident.tell(moment, tally);
      if (incident.tellsMore()) {
        waiting.add(incident);
      }
    }
    return tally;
  }
}
