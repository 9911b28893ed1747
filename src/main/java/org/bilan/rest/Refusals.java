package org.bilan.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.bilan.access.CannotAsk;
import org.bilan.access.Crowded;
import org.bilan.archive.ArchiveAway;
import org.bilan.archive.ConditionFailed;
import org.bilan.archive.GradedSince;
import org.bilan.archive.LastAdmin;
import org.bilan.archive.Outage;
import org.bilan.archive.StepRefused;
import org.bilan.archive.Withheld;
import org.bilan.assess.Busy;
import org.bilan.examination.TooManyWaiting;
import org.bilan.tuning.RulesReplaced;
import org.jboss.logging.Logger;

/** Answers requests that fail within a resource, or that reach none. */
@Provider
public class Refusals implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(Refusals.class);

  private final RoutingContext request;

  Refusals(RoutingContext request) {
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable failure) {
    Told told = told(failure);
    String path = request.request().path();
    Response.ResponseBuilder response =
        Response.status(told.refusal().status())
            .type(ProblemDetail.MEDIA_TYPE)
            .entity(told.refusal().detail(path, told.fault()).json());
    told.refusal().headers().forEach(response::header);
    if (told.refusal().status() == 405) {
      response.header("Allow", Paths.allowed(path));
    }
    if (told.refusal().status() == 413) {
      BodyLimit.closeAfterwards(request);
    }
    return response.build();
  }

  /** The same for an answer that has begun, which has sent its status and headers. */
  ProblemDetail detail(Throwable failure) {
    Told told = told(failure);
    return told.refusal().detail(request.request().path(), told.fault());
  }

  private record Told(Refusal refusal, String fault) {}

  private Told told(Throwable failure) {
    String fault = null;
    Refusal refusal;
    if (failure instanceof Refusal known) {
      refusal = known;
    } else if (failure instanceof ConditionFailed condition) {
      refusal = Conditions.failed(condition);
    } else if (failure instanceof Withheld) {
      refusal =
          Refusal.forbidden(
              "The dossier holds confidential sources, which you do not see. Only who sees them replaces,"
                  + " deletes or grades it: ask for the role confidant, or somebody who has it.");
    } else if (failure instanceof StepRefused step) {
      refusal =
          switch (step.reason()) {
            case OWN -> Refusal.forbidden(step.getMessage());
            case STATE -> Refusal.conflict("changed-meanwhile", step.getMessage());
            case BASE -> Refusal.conflict("base-replaced", step.getMessage());
            case KNOWN -> Refusal.conflict("known-ruleset", step.getMessage());
          };
    } else if (failure instanceof GradedSince) {
      refusal =
          Refusal.conflict(
              "changed-meanwhile",
              "Somebody has graded this claim, or taken a grade back, since you looked. Read it first.");
    } else if (failure instanceof RulesReplaced) {
      refusal =
          Refusal.conflict(
              "changed-meanwhile",
              "The rules in force were replaced meanwhile, and these numbers do not fit the new ones. Read them first.");
    } else if (failure instanceof LastAdmin) {
      refusal = Refusal.conflict(LastAdmin.DETAIL);
    } else if (failure instanceof Busy busy) {
      refusal =
          Refusal.busy(
              "Too many others wait for what takes long. Try again after the seconds of the header Retry-After.",
              busy.seconds());
    } else if (failure instanceof TooManyWaiting) {
      refusal = StatusRefusals.of(503);
    } else if (failure instanceof WebApplicationException http
        && http.getResponse().getStatus() < 500) {
      refusal = StatusRefusals.of(http.getResponse().getStatus());
    } else if (failure instanceof Crowded crowded) {
      refusal = Refusal.busy(Refusal.CROWDED, crowded.seconds());
    } else if (failure instanceof CannotAsk || failure instanceof ArchiveAway) {
      refusal = Refusal.unavailable();
    } else if (Outage.isCauseOf(failure)) {
      LOG.warnf("The archive cannot be reached: %s", failure.getMessage());
      refusal = Refusal.unavailable();
    } else if (request.response().ended()) {
      // It took too long and was answered so: nobody waits for what comes of it now.
      refusal = Refusal.tookTooLong();
    } else {
      refusal = StatusRefusals.of(500);
      fault = log(failure);
    }
    return new Told(refusal, fault);
  }

  /** Logs an internal fault. Returns the id by which it is found in the log. */
  static String log(Throwable failure) {
    String id = UUID.randomUUID().toString();
    LOG.errorf(failure, "Internal fault %s", id);
    return id;
  }
}
