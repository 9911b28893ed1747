package org.bilan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.StoredRuleset;
import org.bilan.rescoring.Asking;
import org.bilan.rescoring.Rescorer;

/** Begins rescorings for who asks over HTTP. */
@ApplicationScoped
class RescoringOrders {

  private final Asking asking;
  private final Rescorer rescorer;
  private final Caller caller;

  RescoringOrders(Asking asking, Rescorer rescorer, Caller caller) {
    this.asking = asking;
    this.rescorer = rescorer;
    this.caller = caller;
  }

  /** Begins one, and tells where it is. */
  Response begin(Optional<StoredRuleset> ruleset, RescoringFilter filter, boolean dryRun) {
    try {
      Rescoring run = asking.begin(ruleset, filter, dryRun, Optional.empty(), caller.actor());
      rescorer.wake();
      return Response.accepted(RescoringView.of(run))
          .header(HttpHeaders.LOCATION, "/rescorings/" + run.id())
          .build();
    } catch (Asking.NotSo why) {
      throw Refusal.conflict(why.getMessage());
    }
  }
}
