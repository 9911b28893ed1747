package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bilan.dossier.Dossier;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the contract by which dossiers are read. */
@Path("/dossier.schema.json")
@Tag(name = "Contract", description = "What a dossier is.")
@RolesAllowed(Role.Named.READER)
public class ContractResource {

  private static final String FILE = "dossier.schema.json";

  @GET
  @Produces({"application/schema+json", MediaType.APPLICATION_JSON})
  @Operation(operationId = "getContract", summary = "The JSON Schema of a dossier")
  @APIResponse(responseCode = "200", description = "JSON Schema, draft 2020-12")
  public byte[] contract(@Context UriInfo uri) {
    new Query(uri).check();
    return read();
  }

  static byte[] read() {
    try (InputStream schema = Dossier.class.getResourceAsStream(FILE)) {
      return schema.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
