package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bilan.archive.Archive;
import org.bilan.archive.StoredAssessment;
import org.bilan.assess.Assessor;
import org.bilan.assess.Discretion;
import org.bilan.assess.Explaining;
import org.bilan.assess.Rendered;
import org.bilan.assess.Teller;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Moment;
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
import org.jboss.resteasy.reactive.RestResponse;

/** How one kept dossier stands, and how it stood before. */
@Path("/dossiers/{id}")
@Tag(name = "Dossiers")
@RolesAllowed(Role.Named.READER)
public class HistoryResource {

  /** Assessments are long: fewer on a page than elsewhere. */
  private static final int SIZE = 10;

  private static final int MOST_SIZE = 100;

  private final Assessor assessor;
  private final Explaining explaining;
  private final Archive archive;
  private final Caller caller;
  private final Discretion discretion;

  HistoryResource(
      Assessor assessor,
      Explaining explaining,
      Archive archive,
      Caller caller,
      Discretion discretion) {
    this.assessor = assessor;
    this.explaining = explaining;
    this.archive = archive;
    this.caller = caller;
    this.discretion = discretion;
  }

  /**
   * One entry of a dossier's history.
   *
   * @param version of the dossier
   * @param ruleset revision of the rules
   */
  @Schema(name = "HistoryEntry")
  record Entry(
      long version,
      String ruleset,
      Instant storedAt,
      Language language,
      @JsonRawValue @Schema(implementation = Assessment.class) String assessment) {}

  @GET
  @Path("/assessment")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getAssessment",
      summary = "How a dossier stands now",
      description =
          "Under the rules in force. If these have not judged it yet they do so now, and the assessment is added to its history. With asOf it is judged as it was known then, and that is not kept.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @Parameter(
      name = "asOf",
      in = ParameterIn.QUERY,
      description = AssessmentsResource.AS_OF,
      example = "2024-03-18",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = Detail.PARAMETER,
      in = ParameterIn.QUERY,
      description = Detail.DESCRIPTION,
      schema = @Schema(type = SchemaType.STRING, enumeration = "full"))
  @APIResponse(
      responseCode = "200",
      description = "The assessment",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response current(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Query query = new Query(uri);
    Optional<Instant> asOf = query.moment("asOf").map(Moment::latest);
    boolean full = Detail.full(query);
    query.check();
    String incident = Paths.incident(id);
    Language language = Languages.asked(headers);
    Actor actor = caller.actor();
    return discretion.telling(
        incident,
        caller.seesConfidential(),
        teller -> {
          Optional<Rendered> assessment =
              full
                  ? explaining.current(incident, asOf, language, actor)
                  : asOf.map(moment -> assessor.current(incident, moment, language))
                      .orElseGet(() -> assessor.current(incident, language, actor));
          return AssessmentsResource.answer(
              Response.ok(),
              assessment.map(made -> teller.tell(made)).orElseThrow(Paths::noDossier));
        });
  }

  @GET
  @Path("/assessments")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listHistory",
      summary = "All assessments ever made of a dossier, the newest first",
      description =
          "Nothing is ever changed here. Reasons are given in the language asked for if the rules that judged are still in force, else in English.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(
      name = "size",
      in = ParameterIn.QUERY,
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "10"))
  @APIResponse(responseCode = "200", description = "A page of the history")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public RestResponse<Pages.Page<Entry>> history(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Query query = new Query(uri);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    Language language = Languages.asked(headers);
    String incident = Paths.incident(id);
    Pages.Page<Entry> body =
        discretion.telling(
            incident,
            caller.seesConfidential(),
            teller ->
                page.of(
                    archive
                        .history(incident, page.number(), page.size())
                        .orElseThrow(Paths::noDossier),
                    assessment -> entry(assessment, language, teller)));
    String languages =
        body.items().stream()
            .map(e -> e.language().word())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    var response =
        RestResponse.ResponseBuilder.ok(body).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    if (!languages.isEmpty()) {
      response.header(HttpHeaders.CONTENT_LANGUAGE, languages);
    }
    return response.build();
  }

  private Entry entry(StoredAssessment stored, Language language, Teller teller) {
    Rendered rendered = teller.tell(assessor.rendered(stored, language), stored.version());
    return new Entry(
        stored.version(),
        stored.revision(),
        stored.storedAt(),
        rendered.language(),
        new String(rendered.json(), StandardCharsets.UTF_8));
  }
}
