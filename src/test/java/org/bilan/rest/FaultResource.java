package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.bilan.people.Role;
import org.bilan.tuning.RulesReplaced;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as no resource of ours should. */
@RolesAllowed(Role.Named.READER)
@Path("/test/fault")
public class FaultResource {

  /** Takes three seconds, and a thread of the service for them. */
  @GET
  @Path("/slow")
  @Operation(hidden = true)
  public String slow() throws InterruptedException {
    Thread.sleep(3_000);
    return "done";
  }

  /** As when others activate rules while somebody tries numbers. */
  @GET
  @Path("/replaced")
  @Operation(hidden = true)
  public String replaced() {
    throw new RulesReplaced();
  }

  @GET
  @Operation(hidden = true)
  public String fail() {
    throw new IllegalStateException("secret");
  }
}
