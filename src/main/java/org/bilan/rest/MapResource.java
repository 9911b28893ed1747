package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.bilan.archive.Atlas;
import org.bilan.archive.DossierFilter;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows where the incidents of the archive were. */
@Path("/map")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.READER)
@Tag(name = "Archive")
public class MapResource {

  /** So that an answer has some thousand cells at most. */
  private static final int MOST_ACROSS = 64;

  private static final int ACROSS = 32;

  private final Atlas atlas;
  private final Caller caller;

  MapResource(Atlas atlas, Caller caller) {
    this.atlas = atlas;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "mapDossiers",
      summary = "Where incidents were, near ones counted together",
      description =
          "Of the dossiers that GET /dossiers lists for the same filters. Places are told as dossiers tell them, also of those with confidential sources.")
  @Parameter(name = "country", in = ParameterIn.QUERY, ref = "country")
  @Parameter(name = "from", in = ParameterIn.QUERY, ref = "from")
  @Parameter(name = "to", in = ParameterIn.QUERY, ref = "to")
  @Parameter(name = "grade", in = ParameterIn.QUERY, ref = "grade")
  @Parameter(name = "minScore", in = ParameterIn.QUERY, ref = "minScore")
  @Parameter(name = "maxScore", in = ParameterIn.QUERY, ref = "maxScore")
  @Parameter(name = "q", in = ParameterIn.QUERY, ref = "q")
  @Parameter(name = "contested", in = ParameterIn.QUERY, ref = "contested")
  @Parameter(name = "look", in = ParameterIn.QUERY, ref = "look")
  @Parameter(name = "west", in = ParameterIn.QUERY, ref = "west")
  @Parameter(name = "south", in = ParameterIn.QUERY, ref = "south")
  @Parameter(name = "east", in = ParameterIn.QUERY, ref = "east")
  @Parameter(name = "north", in = ParameterIn.QUERY, ref = "north")
  @Parameter(
      name = "cells",
      in = ParameterIn.QUERY,
      description =
          "How finely: at most so many cells, and one more, beside and above one another in the box, or in the world",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "64", defaultValue = "32"))
  @APIResponse(responseCode = "200", description = "The cells that hold incidents")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Atlas.WorldMap map(@Context UriInfo uri) {
    Query query = new Query(uri);
    DossierFilter filter = Filters.dossiers(query, caller.seesConfidential());
    int across = query.integer("cells", 1, MOST_ACROSS).orElse(ACROSS);
    query.check();
    return atlas.map(filter, across);
  }
}
