package org.bilan.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.Language;
import org.bilan.methodology.Methodology;
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
public class MethodologyResource {

  private static final String HTML = "text/html;charset=UTF-8";
  private static final String MARKDOWN = "text/markdown;charset=UTF-8";

  private final RulesetInForce inForce;

  MethodologyResource(RulesetInForce inForce) {
    this.inForce = inForce;
  }

  @GET
  @Produces(HTML)
  @Operation(
      operationId = "getMethodology",
      summary = "What is asked, with which weights, on whose authority: a page to publish",
      description =
          "Generated from the rules in force: the same rules give the same bytes. HTML unless"
              + " `Accept: text/markdown` asks for Markdown. `check --methodology FILE` writes the"
              + " same page to a file.")
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
  public Response html(@Context UriInfo uri, @Context HttpHeaders headers) {
    Methodology methodology = methodology(uri, headers);
    return answer(methodology.html(), methodology.language())
        // Nothing in it runs or is fetched, whatever a rule file says.
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }

  @GET
  @Produces(MARKDOWN)
  @Operation(hidden = true)
  public Response markdown(@Context UriInfo uri, @Context HttpHeaders headers) {
    Methodology methodology = methodology(uri, headers);
    return answer(methodology.markdown(), methodology.language()).build();
  }

  private Methodology methodology(UriInfo uri, HttpHeaders headers) {
    new Query(uri).check();
    return Methodology.of(inForce.get(), Languages.asked(headers));
  }

  private static Response.ResponseBuilder answer(String page, Language language) {
    return Response.ok(page)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.word())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
  }
}
