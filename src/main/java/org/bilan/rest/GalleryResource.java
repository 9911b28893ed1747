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
import org.bilan.assess.Assessor;
import org.bilan.assess.Discretion;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.gallery.GalleryPage;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pictures of a kept dossier for the eye. */
@Path("/dossiers/{id}")
@RolesAllowed(Role.Named.READER)
@Tag(name = "Pictures")
public class GalleryResource {

  private final Assessor assessor;
  private final Discretion discretion;
  private final Caller caller;

  GalleryResource(Assessor assessor, Discretion discretion, Caller caller) {
    this.assessor = assessor;
    this.discretion = discretion;
    this.caller = caller;
  }

  @GET
  @Path("/pictures.html")
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      operationId = "getPicturesPage",
      summary = "The pictures of a dossier as a page to look at",
      description =
          "Each picture that is offered for a claim and of which Bilan has examined a file: what the dossier says, what was established, and the earlier picture beside it where it was seen before. Those that a confidential source published are shown to those alone who see such sources.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, ref = "lang")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response page(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Query query = new Query(uri);
    Language language = Languages.asked(query, headers);
    query.check();
    String incident = Paths.incident(id);
    Actor actor = caller.actor();
    byte[] told =
        discretion.telling(
            incident,
            caller.seesConfidential(),
            teller ->
                assessor
                    .current(incident, language, actor)
                    .map(made -> teller.tell(made).json())
                    .orElseThrow(Paths::noDossier));
    Assessment assessment = AssessmentJson.read(told);
    return Response.ok(
            GalleryPage.of(incident, assessment.pictures(), language), "text/html; charset=UTF-8")
        .header(ResponseHeaders.POLICY, ResponseHeaders.GALLERY)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.word())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
