package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bilan.archive.Archive;
import org.bilan.assess.Discretion;
import org.bilan.assessment.Language;
import org.bilan.movement.MovedCsv;
import org.bilan.movement.MovedJson;
import org.bilan.movement.MovedPage;
import org.bilan.people.Role;
import org.bilan.rescoring.WhatMoved;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a rescoring moved: for machines, for spreadsheets, for people. */
@Path("/rescorings")
@RolesAllowed(Role.Named.READER)
@Tag(name = "Rescorings")
public class MovedResource {

  private static final String CSV = "text/csv";

  private final RescoringPaths paths;
  private final WhatMoved whatMoved;
  private final Discretion discretion;
  private final Archive archive;
  private final Caller caller;

  MovedResource(
      RescoringPaths paths,
      WhatMoved whatMoved,
      Discretion discretion,
      Archive archive,
      Caller caller) {
    this.paths = paths;
    this.whatMoved = whatMoved;
    this.discretion = discretion;
    this.archive = archive;
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
  @APIResponse(
      responseCode = "200",
      description = "The run, and what it moved",
      content = @Content(schema = @Schema(ref = "Moved")))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public byte[] json(@PathParam("id") String id, @Context UriInfo uri) {
    WhatMoved.Told told = told(id, new Query(uri));
    return MovedJson.write(told.facts(), told.moved());
  }

  @GET
  @Path("/{id}/moved.csv")
  @Produces(CSV)
  @Operation(
      operationId = "getMovedCsv",
      summary = "What a rescoring moved, as one table for spreadsheets")
  @APIResponse(
      responseCode = "200",
      description = "The table, UTF-8",
      content =
          @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response csv(@PathParam("id") String id, @Context UriInfo uri) {
    WhatMoved.Told told = told(id, new Query(uri));
    return Response.ok(MovedCsv.write(told.facts(), told.moved()), "text/csv; charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"moved-" + told.facts().run() + ".csv\"")
        .build();
  }

  @GET
  @Path("/{id}/moved.html")
  @Produces(MediaType.TEXT_HTML)
  @Operation(operationId = "getMovedPage", summary = "What a rescoring moved, as a page to read")
  @Parameter(name = "lang", in = ParameterIn.QUERY, ref = "lang")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response page(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Query query = new Query(uri);
    Language language = Languages.asked(query, headers);
    WhatMoved.Told told = told(id, query);
    return Response.ok(
            MovedPage.of(told.facts(), told.moved(), language), "text/html; charset=UTF-8")
        .header(ResponseHeaders.POLICY, ResponseHeaders.PAGE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.word())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private WhatMoved.Told told(String id, Query query) {
    query.check();
    WhatMoved.Told told = whatMoved.of(paths.find(id));
    // Of a dossier that was deleted nobody is told a claim's id: it may have been why.
    return new WhatMoved.Told(
        told.facts(),
        told.moved()
            .told(caller.seesConfidential() ? this::there : discretion::claims, this::open));
  }

  private boolean open(String incident, String state) {
    return archive
        .state(incident)
        .filter(now -> now.isOf(state))
        .filter(now -> caller.seesConfidential() || !now.confidential())
        .isPresent();
  }

  private Optional<UnaryOperator<String>> there(String incident, String state) {
    return archive
        .state(incident)
        .filter(now -> now.isOf(state))
        .map(any -> UnaryOperator.identity());
  }
}
