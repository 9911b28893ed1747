package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.people.Role;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.sheet.CardSheet;
import org.bilan.tuning.RulesetZip;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All rulesets: to be read, and to be drafted. */
@Path("/rulesets")
@Tag(name = "Rulesets", description = "Change what claims are judged by, and take it back.")
@RolesAllowed(Role.Named.READER)
public class RulesetsResource {

  private static final String ZIP = "application/zip";
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int SIZE = 50;
  private static final int MOST_SIZE = 500;

  private final Rulesets rulesets;
  private final RulesetPaths paths;
  private final Drafts drafts;
  private final RulesetSteps steps;
  private final Caller caller;

  RulesetsResource(
      Rulesets rulesets, RulesetPaths paths, Drafts drafts, RulesetSteps steps, Caller caller) {
    this.rulesets = rulesets;
    this.paths = paths;
    this.drafts = drafts;
    this.steps = steps;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listRulesets", summary = "All rulesets, the newest first")
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of rulesets")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Pages.Page<RulesetView> all(@Context UriInfo uri) {
    Query query = new Query(uri);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(
        rulesets.all(page.number(), page.size()),
        ruleset -> RulesetView.of(ruleset, Optional.empty(), Optional.empty()));
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getRuleset",
      summary =
          "A ruleset: what happened to it, what differs from the one it was made from, and what you may do with it",
      description = "By its id, or by at least 8 digits of its revision.")
  @APIResponse(
      responseCode = "200",
      description = "The ruleset",
      content = @Content(schema = @Schema(implementation = RulesetView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public RulesetView one(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    return steps.told(paths.find(id));
  }

  @GET
  @Path("/{id}/files")
  @Produces({MediaType.APPLICATION_JSON, ZIP})
  @Operation(
      operationId = "getRulesetFiles",
      summary = "All that a ruleset is made of",
      description =
          "An object of paths and texts; or with Accept: application/zip an archive, which unpacked is a rules folder.")
  @APIResponse(
      responseCode = "200",
      description = "The files",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response files(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    StoredRuleset ruleset = paths.find(id);
    RulesetFiles files = rulesets.files(ruleset.revision()).orElseThrow();
    String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    boolean zip =
        accept != null
            && !accept.isBlank() // which Quarkus does not read
            && headers.getAcceptableMediaTypes().stream()
                .findFirst()
                .filter(
                    type -> type.isCompatible(MediaType.valueOf(ZIP)) && !type.isWildcardSubtype())
                .isPresent();
    Response.ResponseBuilder response =
        zip
            ? Response.ok(RulesetZip.write(files), ZIP)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"ruleset-%d.zip\"".formatted(ruleset.id()))
            : Response.ok(files.texts(), MediaType.APPLICATION_JSON);
    return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
  }

  @GET
  @Path("/{id}/cards.xlsx")
  @Produces(XLSX)
  @Operation(
      operationId = "getRulesetSheet",
      summary = "All numbers that editors may tune, as a spreadsheet",
      description =
          "One a row, with unit, limits and meaning in English and French. Change values in it, and POST it to /rulesets.")
  @APIResponse(
      responseCode = "200",
      description = "The spreadsheet",
      content =
          @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response xlsx(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    StoredRuleset ruleset = paths.find(id);
    return sheet(CardSheet.xlsx(numbers(ruleset), ruleset.revision()), XLSX, ruleset, "xlsx");
  }

  @GET
  @Path("/{id}/cards.csv")
  @Produces(CSV)
  @Operation(
      operationId = "getRulesetCsv",
      summary = "All numbers that editors may tune, as CSV",
      description = "As the spreadsheet, in UTF-8 with commas.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response csv(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    StoredRuleset ruleset = paths.find(id);
    return sheet(
        CardSheet.csv(numbers(ruleset), ruleset.revision()),
        CSV + ";charset=UTF-8",
        ruleset,
        "csv");
  }

  private CardNumbers numbers(StoredRuleset ruleset) {
    return CardNumbers.of(rulesets.files(ruleset.revision()).orElseThrow());
  }

  private static Response sheet(byte[] sheet, String type, StoredRuleset ruleset, String ending) {
    return Response.ok(sheet, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"ruleset-%d.%s\"".formatted(ruleset.id(), ending))
        .build();
  }

  @POST
  @RolesAllowed(Role.Named.EDITOR)
  @Consumes({XLSX, CSV})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response draftSheet(InputStream body, @Context UriInfo uri) {
    String why = Reasons.asked(new Query(uri));
    return created(drafts.ofSheet(BodyLimit.read(body, null), why, caller.actor()));
  }

  @POST
  @RolesAllowed(Role.Named.EDITOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "draftRuleset",
      summary = "Draft a change of the ruleset in force",
      description =
          "Other numbers, each by its rule and name as they stand at /rules, or whole files; or a rules folder as application/zip, or an edited sheet as it comes from cards.xlsx or cards.csv, with the reason as the parameter why. Say as base (of a ZIP archive a parameter too) which ruleset's files you changed: when another is in force by then, it is refused, since it would undo that. It judges nothing before it is checked, approved by somebody else and put in force. Questions (.drl) are not taken.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RulesetDraft")))
  @APIResponse(
      responseCode = "201",
      description = "Kept as a draft",
      content = @Content(schema = @Schema(implementation = RulesetView.class)))
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response draft(InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    return created(drafts.ofJson(body, caller.actor()));
  }

  @POST
  @RolesAllowed(Role.Named.EDITOR)
  @Consumes(ZIP)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response draftZip(InputStream body, @Context UriInfo uri) {
    Query query = new Query(uri);
    Optional<String> base = query.text("base", Drafts.ANY, Drafts.BASE);
    String why = Reasons.asked(query);
    return created(drafts.ofZip(BodyLimit.read(body, null), base, why, caller.actor()));
  }

  private Response created(StoredRuleset ruleset) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/rulesets/" + ruleset.id())
        .entity(steps.told(ruleset))
        .build();
  }
}
