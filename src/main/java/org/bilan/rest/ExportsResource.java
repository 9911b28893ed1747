package org.bilan.rest;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Optional;
import org.bilan.archive.DossierFilter;
import org.bilan.assess.Exporting;
import org.bilan.assessment.Language;
import org.bilan.export.About;
import org.bilan.export.ExportFormat;
import org.bilan.people.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The archive's claims in the forms that the field's own tools read. */
@Path("/exports")
@Tag(name = "Archive")
@RolesAllowed(Role.Named.READER)
public class ExportsResource {

  /** The moment that an export is of. */
  static final String AS_OF = "Bilan-As-Of";

  private static final String BINARY = "binary";

  private final Exporting exporting;
  private final Caller caller;
  private final Optional<About.Newsroom> newsroom;

  ExportsResource(
      Exporting exporting,
      Caller caller,
      @ConfigProperty(name = "bilan.export.newsroom") Optional<String> newsroom,
      @ConfigProperty(name = "bilan.export.newsroom-url") Optional<String> url,
      @ConfigProperty(name = "bilan.export.page") Optional<String> page) {
    this.exporting = exporting;
    this.caller = caller;
    this.newsroom = newsroom.map(name -> new About.Newsroom(name, url, page));
  }

  @GET
  @Path("/claims.{form}")
  @Operation(
      operationId = "exportClaims",
      summary = "All claims as last assessed: csv, parquet, geojson, or jsonld (ClaimReview)",
      description =
          "Claims that pass, of dossiers that pass, by the incidents' ids, as of one moment: that of the header Bilan-As-Of. A row, a feature or a review for each claim; each names the revision of the rules that judged it (ruleset) and up to when its reports count (as_of). grade is the one that stands: a person's (human_grade) where there is one, else the machine's (machine_grade); both are told. GeoJSON has a feature for each claim, so that its properties are flat; without coordinates its geometry is null. A dossier that no longer fits the contract is left out: the log names it, and GeoJSON says how many there are (leftOut, after the features). It is streamed: an answer that breaks off is not whole.")
  @Parameter(
      name = "form",
      in = ParameterIn.PATH,
      required = true,
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"csv", "parquet", "geojson", "jsonld"}))
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
  @Parameter(name = "lang", in = ParameterIn.QUERY, ref = "lang")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The export",
      headers =
          @Header(
              name = AS_OF,
              description = "The moment that it is of",
              schema = @Schema(type = SchemaType.STRING, format = "date-time")),
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/vnd.apache.parquet",
            schema = @Schema(type = SchemaType.STRING, format = BINARY)),
        @Content(mediaType = "application/geo+json", schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = "application/ld+json", schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response claims(
      @PathParam("form") String form,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context RoutingContext context) {
    ExportFormat format = format(form);
    Query query = new Query(uri);
    DossierFilter filter = Filters.dossiers(query, caller.seesConfidential());
    Language language = Languages.asked(query, headers);
    query.check();
    Exporting.Wanted wanted =
        new Exporting.Wanted(format, filter, caller.seesConfidential(), newsroom, language);
    HttpServerResponse response = context.response();
    Streamed export =
        new Streamed(
            context.request(),
            out ->
                exporting.write(wanted, out, asOf -> response.putHeader(AS_OF, asOf.toString())));
    return Response.ok(export, format.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"claims.%s\"".formatted(format.ending()))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private static ExportFormat format(String form) {
    return Arrays.stream(ExportFormat.values())
        .filter(format -> format.ending().equals(form))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "There is no such export. Forms: claims.csv, claims.parquet, claims.geojson, claims.jsonld."));
  }
}
