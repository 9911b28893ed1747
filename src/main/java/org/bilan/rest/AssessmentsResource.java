package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bilan.archive.Viewer;
import org.bilan.assess.Assessor;
import org.bilan.assess.Establishing;
import org.bilan.assess.Explaining;
import org.bilan.assess.Rendered;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Moment;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Judges dossiers without keeping them. */
@Path("/assessments")
@Tag(name = "Assessments", description = "Judge a dossier and keep nothing.")
@RolesAllowed(Role.Named.READER)
public class AssessmentsResource {

  static final String AS_OF =
      "Leaves out what was published later: a date (then all of that day, UTC, counts, and nothing of the next) or a date-time with offset. Reports without a date are always included.";

  private final Assessor assessor;
  private final Explaining explaining;
  private final Establishing establishing;
  private final Caller caller;

  AssessmentsResource(
      Assessor assessor, Explaining explaining, Establishing establishing, Caller caller) {
    this.assessor = assessor;
    this.explaining = explaining;
    this.establishing = establishing;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "assess",
      summary = "Judge a dossier, keep nothing",
      description =
          "Scores how well each claim is supported by what has been reported, and says why. Not whether it is true.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @Parameter(
      name = "asOf",
      in = ParameterIn.QUERY,
      description = AS_OF,
      example = "2024-03-18",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = Detail.PARAMETER,
      in = ParameterIn.QUERY,
      description = Detail.DESCRIPTION,
      schema = @Schema(type = SchemaType.STRING, enumeration = "full"))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "Dossier"),
              examples = @ExampleObject(name = "dossier", ref = "dossier")))
  @APIResponse(
      responseCode = "200",
      description = "The assessment, its reasons in the language of Accept-Language (en, fr)",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Assessment.class),
              examples = @ExampleObject(name = "assessment", ref = "assessment")))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response assess(
      InputStream body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Query query = new Query(uri);
    Optional<Instant> asOf = query.moment("asOf").map(Moment::latest);
    boolean full = Detail.full(query);
    query.check();
    byte[] document = BodyLimit.read(body, encoding);
    Language language = Languages.asked(headers);
    Dossier dossier =
        establishing
            .of(
                read(document, language),
                document,
                new Viewer(caller.actor().name(), caller.seesConfidential()))
            .dossier();
    return answer(
        Response.ok(),
        full
            ? explaining.assess(dossier, asOf, language)
            : assessor.assess(dossier, asOf, language));
  }

  /**
   * A dossier that somebody sends.
   *
   * @param language that its problems are told in
   */
  static Dossier read(byte[] body, Language language) {
    try {
      return DossierReader.read(body, Locale.forLanguageTag(language.word()));
    } catch (InvalidDossier invalid) {
      throw InvalidDossiers.of(invalid, language);
    }
  }

  /** The answer that gives an assessment and says in which language it speaks. */
  static Response answer(Response.ResponseBuilder response, Rendered assessment) {
    return response
        .entity(assessment.json())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, assessment.language().word())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
