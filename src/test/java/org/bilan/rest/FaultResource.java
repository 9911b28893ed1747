package org.bilan.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as no resource of ours should. */
@Path("/test/fault")
public class FaultResource {

  @GET
  @Operation(hidden = true)
  public String fail() {
    throw new IllegalStateException("secret");
  }
}
