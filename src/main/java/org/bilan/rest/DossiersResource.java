package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;
import org.bilan.archive.Archive;
import org.bilan.archive.Condition;
import org.bilan.archive.StoredDossier;
import org.bilan.assess.Assessor;
import org.bilan.assess.Discretion;
import org.bilan.assess.Kept;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Dossier;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps one dossier an incident. */
@Path("/dossiers/{id}")
@Tag(name = "Dossiers", description = "Keep dossiers, and how they were judged.")
@RolesAllowed(Role.Named.READER)
public class DossiersResource {

  private final Assessor assessor;
  private final Archive archive;
  private final Caller caller;
  private final Discretion discretion;

  DossiersResource(Assessor assessor, Archive archive, Caller caller, Discretion discretion) {
    this.assessor = assessor;
    this.archive = archive;
    this.caller = caller;
    this.discretion = discretion;
  }

  @PUT
  @RolesAllowed(Role.Named.REPORTER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putDossier",
      summary = "Keep a dossier, and judge it",
      description =
          "Creates or replaces the dossier of an incident. Earlier versions and their assessments stay in its history. "
              + "With If-Match only the state that the client has seen is replaced; with If-None-Match: * only a new dossier is created.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "The ETag to be replaced")
  @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, description = "*: only if new")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "Dossier"),
              examples = @ExampleObject(name = "dossier", ref = "dossier")))
  @APIResponse(
      responseCode = "200",
      description = "Replaced; its assessment",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created; its assessment",
      headers = {
        @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
      },
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "412", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response put(
      @PathParam("id") String id,
      InputStream body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    new Query(uri).check();
    Condition condition = Conditions.forChange(headers);
    Language language = Languages.asked(headers);
    byte[] document = BodyLimit.read(body, encoding);
    Dossier dossier = AssessmentsResource.read(document, language);
    String incident = dossier.incident().id();
    if (!incident.equals(id)) {
      throw InvalidDossiers.other(incident, language);
    }
    Kept kept =
        assessor.store(
            dossier, document, condition, caller.seesConfidential(), language, caller.actor());
    Response.ResponseBuilder response =
        kept.receipt().created()
            ? Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/dossiers/" + incident)
            : Response.ok();
    response.header(HttpHeaders.ETAG, Conditions.quoted(kept.receipt().tag()));
    return AssessmentsResource.answer(response, kept.assessment());
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getDossier",
      summary = "A dossier, exactly as it was sent",
      description =
          "To who does not see confidential sources: with pseudonyms in their place, and another ETag.")
  @APIResponse(
      responseCode = "200",
      description = "The dossier",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(ref = "Dossier")))
  @APIResponse(responseCode = "304", description = "If-None-Match holds its ETag")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response get(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    Discretion.Shown shown =
        discretion
            .dossier(Paths.incident(id), caller.seesConfidential())
            .orElseThrow(Paths::noDossier);
    StoredDossier dossier = shown.stored();
    Redaction redaction = shown.redaction();
    // What lacks something is another state: nobody replaces the whole on the strength of it.
    String tag = redaction.needed() ? discretion.tag(dossier.tag()) : dossier.tag();
    Response.ResponseBuilder response =
        Conditions.notModified(headers, tag)
            ? Response.notModified()
            : Response.ok(
                redaction.dossier(dossier.document(), Locale.ENGLISH),
                MediaType.APPLICATION_JSON_TYPE);
    return response
        .header(HttpHeaders.ETAG, Conditions.quoted(tag))
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .build();
  }

  @DELETE
  @RolesAllowed(Role.Named.REPORTER)
  @Operation(
      operationId = "deleteDossier",
      summary = "Forget a dossier",
      description = "Removes the dossier with all its versions, assessments and overrides.")
  @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "The ETag to be deleted")
  @APIResponse(responseCode = "204", description = "Forgotten")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "412", ref = "Problem")
  public Response delete(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    if (!archive.delete(
        Paths.incident(id),
        Conditions.forChange(headers),
        caller.seesConfidential(),
        caller.actor())) {
      throw Paths.noDossier();
    }
    return Response.noContent().build();
  }
}
