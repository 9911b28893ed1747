package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bilan.archive.OverrideEntry;
import org.bilan.archive.Overrides;
import org.bilan.assess.Discretion;
import org.bilan.assess.Teller;
import org.bilan.assessment.Grade;
import org.bilan.confidential.Redaction;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lets a person's grade stand above the machine's, under their name and with their reason. */
@Path("/dossiers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Overrides",
    description =
        "A person's grade for a claim. It stands above the machine's until it is withdrawn, whatever the rules or new versions of the dossier say.")
@RolesAllowed(Role.Named.READER)
public class OverridesResource {

  private static final int SIZE = 50;

  /** Each entry may need the names of another version of the dossier. */
  private static final int MOST_SIZE = 100;

  /**
   * Neither control characters, nor half ones, nor those that turn the order of what is shown
   * around; and at least ten that can be seen.
   */
  private static final Pattern REASON =
      Pattern.compile(
          "(?=(?:[\\s\\p{Z}\\p{Cf}]*+[^\\s\\p{Z}\\p{Cf}]){10})"
              + "[\\n[^\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]]{10,2000}");

  private static final String REASON_FORM =
      "10 to 2,000 characters beside blanks; line breaks (\\n) are the only control characters";

  private final Overrides overrides;
  private final Caller caller;
  private final Discretion discretion;

  OverridesResource(Overrides overrides, Caller caller, Discretion discretion) {
    this.overrides = overrides;
    this.caller = caller;
    this.discretion = discretion;
  }

  @PUT
  @Path("/claims/{claim}/override")
  @RolesAllowed(Role.Named.EDITOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "overrideGrade",
      summary = "Grade a claim",
      description =
          "Your grade stands above the machine's, with your name and reason, in place of any that a person gave before, which stays in the claim's history. Lists show it beside the machine's, and the filter grade goes by it; assessments are not changed. In a dossier that holds confidential sources only who sees them grades; others read the reason with pseudonyms in place of their names. With after, the number of the newest entry that you have seen (0: none), it is refused where somebody else has graded the claim since.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewOverride")))
  @APIResponse(
      responseCode = "200",
      description = "It stands in place of the one before",
      content = @Content(schema = @Schema(implementation = OverrideEntry.class)))
  @APIResponse(
      responseCode = "201",
      description = "It stands, and none did before",
      content = @Content(schema = @Schema(implementation = OverrideEntry.class)))
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response override(
      @PathParam("id") String id,
      @PathParam("claim") String claim,
      InputStream body,
      @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    Optional<Grade> grade = fields.word("grade", Grade.class);
    String reason = fields.text("reason", REASON, REASON_FORM);
    OptionalInt after = fields.integer("after", 0, Integer.MAX_VALUE);
    fields.check();
    Overrides.Made made =
        overrides
            .make(
                Paths.incident(id),
                Paths.claim(claim),
                grade.orElseThrow(),
                reason,
                after,
                caller.seesConfidential(),
                caller.actor())
            .orElseThrow(Paths::noClaim);
    return Response.status(made.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(made.entry())
        .build();
  }

  @POST
  @Path("/claims/{claim}/override/withdrawal")
  @RolesAllowed(Role.Named.EDITOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawOverride",
      summary = "Withdraw a person's grade",
      description =
          "The machine's grade stands again. What was said stays in the claim's history. Also for a claim that the dossier has no more.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewWithdrawal")))
  @APIResponse(
      responseCode = "200",
      description = "Withdrawn",
      content = @Content(schema = @Schema(implementation = OverrideEntry.class)))
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public OverrideEntry withdraw(
      @PathParam("id") String id,
      @PathParam("claim") String claim,
      InputStream body,
      @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    String reason = fields.text("reason", REASON, REASON_FORM);
    OptionalInt after = fields.integer("after", 0, Integer.MAX_VALUE);
    fields.check();
    return overrides
        .withdraw(
            Paths.incident(id),
            Paths.claim(claim),
            reason,
            after,
            caller.seesConfidential(),
            caller.actor())
        .orElseThrow(
            () -> Refusal.notFound("No person's grade is in force for a claim of this id."));
  }

  @GET
  @Path("/claims/{claim}/overrides")
  @Operation(
      operationId = "listOverridesOfClaim",
      summary = "All that people said of a claim's grade, the newest first",
      description =
          "An entry without a grade withdraws the one before. The claim is called as lists call it for you; one that the dossier has no more is found too.")
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(
      name = "size",
      in = ParameterIn.QUERY,
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
  @APIResponse(responseCode = "200", description = "A page of the history")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Pages.Page<OverrideEntry> history(
      @PathParam("id") String id, @PathParam("claim") String claim, @Context UriInfo uri) {
    Query query = new Query(uri);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    String incident = Paths.incident(id);
    String called = Paths.claim(claim);
    return discretion.telling(
        incident,
        caller.seesConfidential(),
        teller ->
            page.of(
                overrides.history(
                    incident, own(incident, called, teller), page.number(), page.size()),
                entry -> told(entry, teller.of(entry.version()))));
  }

  /** The id of a claim by what it is called for who asks: else whoever tries ids finds names. */
  private String own(String incident, String called, Teller teller) {
    return overrides.claims(incident).stream()
        .filter(
            known ->
                known
                    .version()
                    .map(version -> teller.of(version))
                    .orElseGet(() -> teller.of())
                    .claim(known.claim())
                    .equals(called))
        .findFirst()
        .map(Overrides.Known::claim)
        .orElseThrow(Paths::noClaim);
  }

  private static OverrideEntry told(OverrideEntry entry, Redaction redaction) {
    return entry.told(reason -> redaction.text(reason, Locale.ENGLISH));
  }
}
