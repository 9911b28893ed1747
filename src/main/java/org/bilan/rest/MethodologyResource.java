package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.Language;
import org.bilan.methodology.Methodology;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives the methodology of the rules in force, for people to read and publish. */
@Path("/methodology")
@Tag(name = "Rules")
@RolesAllowed(Role.Named.READER)
public class MethodologyResource {

  private static final MediaType HTML = new MediaType("text", "html", "UTF-8");
  private static final MediaType MARKDOWN = new MediaType("text", "markdown", "UTF-8");

  private static final Forms FORMS = new Forms(HTML, MARKDOWN);

  private final RulesetInForce inForce;

  MethodologyResource(RulesetInForce inForce) {
    this.inForce = inForce;
  }

  @GET
  @Produces({"text/html", "text/markdown"})
  @Operation(
      operationId = "getMethodology",
      summary = "What is asked, with which weights, on whose authority: a page to publish",
      description =
          "Generated from the rules in force: the same rules give the same bytes. HTML unless"
              + " `Accept: text/markdown` asks for Markdown. `check --methodology FILE` writes the"
              + " same page to a file.")
  @Parameter(name = "lang", in = ParameterIn.QUERY, ref = "lang")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The page",
      content = {
        @Content(
            mediaType = "text/html",
            schema = @Schema(implementation = String.class),
            examples =
                @ExampleObject(name = "html", value = "<!DOCTYPE html>\n<html lang=\"en\">…")),
        @Content(
            mediaType = "text/markdown",
            schema = @Schema(implementation = String.class),
            examples =
                @ExampleObject(name = "markdown", value = "# Methodology of casualty claims: …"))
      })
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "406", ref = "Problem")
  public Response methodology(@Context UriInfo uri, @Context HttpHeaders headers) {
    Query query = new Query(uri);
    Language language = Languages.asked(query, headers);
    query.check();
    boolean html = FORMS.wanted(headers).isCompatible(HTML);
    Methodology methodology = Methodology.of(inForce.get(), language);
    Response.ResponseBuilder answer =
        Response.ok(html ? methodology.html() : methodology.markdown(), html ? HTML : MARKDOWN)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.word())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
    if (html) {
      // Nothing in it runs or is fetched, whatever a rule file says.
      answer.header(ResponseHeaders.POLICY, ResponseHeaders.PAGE);
    }
    return answer.build();
  }
}
