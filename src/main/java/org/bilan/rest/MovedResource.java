package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.bilan.archive.RescoringAccounts;
import org.bilan.assess.Discretion;
import org.bilan.movement.Moved;
import org.bilan.people.Role;
import org.bilan.rescoring.LiveRules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a rescoring moved. */
@Path("/rescorings")
@RolesAllowed(Role.Named.READER)
@Tag(name = "Rescorings")
public class MovedResource {

  private final RescoringPaths paths;
  private final RescoringAccounts accounts;
  private final LiveRules live;
  private final Discretion discretion;
  private final Caller caller;

  MovedResource(
      RescoringPaths paths,
      RescoringAccounts accounts,
      LiveRules live,
      Discretion discretion,
      Caller caller) {
    this.paths = paths;
    this.accounts = accounts;
    this.live = live;
    this.discretion = discretion;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/moved")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getMoved",
      summary = "What a rescoring moved, so far",
      description =
          "Grades, histograms, the claims that moved farthest with the findings that differ, and tolls by country, conflict and month.")
  @APIResponse(responseCode = "200", description = "What moved")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Moved moved(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    return told(accounts.moved(paths.find(id).id()));
  }

  private Moved told(RescoringAccounts.Moved run) {
    Moved moved = run.movement().moved(live.of(run.run().revision()));
    return caller.seesConfidential() ? moved : moved.told(discretion::claims);
  }
}
