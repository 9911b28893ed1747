package org.bilan.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringAccounts;
import org.bilan.archive.RescoringFailure;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.Rescorings;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Moment;
import org.bilan.people.Role;
import org.bilan.rescoring.Rescorer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Runs that judge the archive anew: begun here, watched, stopped. */
@Path("/rescorings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.READER)
@Tag(
    name = "Rescorings",
    description = "Judge all that is kept by other rules, and see what moves.")
public class RescoringsResource {

  private static final int SIZE = 50;
  private static final int MOST_SIZE = 500;
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern MOMENT = Pattern.compile("[0-9T:.Z+-]{10,40}");
  private static final String MOMENT_FORM =
      "a date (2024-03-17), or a date-time with offset (2024-03-17T06:30:00Z)";

  /** As often as a bar on a screen needs. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * Less than a request may take. Whoever watches longer asks again, as browsers do by themselves.
   */
  private static final int MOST_EVENTS = 50;

  private final RescoringPaths paths;
  private final RulesetPaths rulesets;
  private final Rescorings rescorings;
  private final RescoringAccounts accounts;
  private final RescoringOrders orders;
  private final Rescorer rescorer;
  private final Caller caller;

  RescoringsResource(
      RescoringPaths paths,
      RulesetPaths rulesets,
      Rescorings rescorings,
      RescoringAccounts accounts,
      RescoringOrders orders,
      Rescorer rescorer,
      Caller caller) {
    this.paths = paths;
    this.rulesets = rulesets;
    this.rescorings = rescorings;
    this.accounts = accounts;
    this.orders = orders;
    this.rescorer = rescorer;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.Named.OPERATOR, Role.Named.EDITOR, Role.Named.APPROVER})
  @Operation(
      operationId = "beginRescoring",
      summary = "Judge the archive anew, or a part of it",
      description =
          "Goes through the dossiers while you go on, and appends an assessment of each by this ruleset: of the current version, unless that ruleset judged it before. Where dossiers stand moves only by the ruleset in force; another one's assessments join their history. A dry run (\"dryRun\": true) keeps nothing but what would move.")
  @RequestBody(
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewRescoring")))
  @APIResponse(
      responseCode = "202",
      description = "It is under way",
      content = @Content(schema = @Schema(implementation = RescoringView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public Response begin(InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.readIfAny(body);
    Optional<String> ruleset =
        fields.reference("ruleset", RulesetPaths.NAMED, RulesetPaths.NAMED_FORM);
    boolean dryRun = fields.yesOrNo("dryRun").orElse(false);
    RescoringFilter filter =
        fields.object("filter").map(RescoringsResource::filter).orElse(RescoringFilter.ALL);
    if (!filter.ordered()) {
      fields.wrong("field.order", "filter", null, "from no later than to", "Exchange the two.");
    }
    fields.check();
    return orders.begin(ruleset.map(rulesets::find), filter, dryRun);
  }

  private static RescoringFilter filter(Fields fields) {
    Optional<Set<Grade>> grades = fields.words("grades", Grade.class);
    if (fields.isEmpty("grades")) {
      fields.wrong(
          "field.not-allowed", "grades", "[]", "at least one grade", "Leave it out for all.");
    }
    return new RescoringFilter(
        fields.optionalText("country", COUNTRY, "two capital letters, as ISO 3166-1 has them: ML"),
        moment(fields, "from"),
        moment(fields, "to"),
        grades.orElse(Set.of()));
  }

  private static Optional<String> moment(Fields fields, String name) {
    Optional<String> text = fields.optionalText(name, MOMENT, MOMENT_FORM);
    if (text.isPresent() && Moment.parse(text.get()).isEmpty()) {
      fields.wrong("field.time", name, text.get(), MOMENT_FORM);
      return Optional.empty();
    }
    return text;
  }

  @GET
  @Operation(operationId = "listRescorings", summary = "All rescorings, the newest first")
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of rescorings")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Pages.Page<RescoringView> all(@Context UriInfo uri) {
    Query query = new Query(uri);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(rescorings.all(page.number(), page.size()), RescoringView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRescoring", summary = "How far a rescoring is")
  @APIResponse(responseCode = "200", description = "How far it is, how fast, how long still")
  @APIResponse(responseCode = "404", ref = "Problem")
  public RescoringView one(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    return RescoringView.of(paths.find(id));
  }

  @GET
  @Path("/{id}/events")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "watchRescoring",
      summary = "How far a rescoring is, each second until it ends",
      description =
          "Server-sent events, each the rescoring as GET tells it. Ends with the run, or after 50 seconds: then ask again, as a browser's EventSource does by itself.")
  @APIResponse(responseCode = "200", description = "Events")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Multi<RescoringView> watch(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    long run = paths.find(id).id();
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                Uni.createFrom()
                    .item(() -> rescorings.find(run).orElseThrow())
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .withDelay(TICK)
        .whilst(now -> !now.ended())
        .select()
        .first(MOST_EVENTS)
        .map(RescoringView::of);
  }

  @GET
  @Path("/{id}/failures")
  @Operation(
      operationId = "listRescoringFailures",
      summary = "Dossiers that a rescoring could not judge, and why")
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of them, by their incidents")
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Pages.Page<RescoringFailure> failures(@PathParam("id") String id, @Context UriInfo uri) {
    Query query = new Query(uri);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(
        accounts.failures(paths.find(id).id(), page.number(), page.size()), Function.identity());
  }

  @POST
  @Path("/{id}/pause")
  @RolesAllowed({Role.Named.OPERATOR, Role.Named.EDITOR, Role.Named.APPROVER})
  @Operation(
      operationId = "pauseRescoring",
      summary = "Stop a rescoring for now",
      description =
          "What is committed stays. The chunk that is being judged is judged again later.")
  @APIResponse(responseCode = "200", description = "It is paused")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public RescoringView pause(@PathParam("id") String id, @Context UriInfo uri) {
    return stepped(id, uri, run -> rescorings.pause(run, caller.actor()));
  }

  @POST
  @Path("/{id}/resume")
  @RolesAllowed({Role.Named.OPERATOR, Role.Named.EDITOR, Role.Named.APPROVER})
  @Operation(
      operationId = "resumeRescoring",
      summary = "Let a paused or failed rescoring go on where it was")
  @APIResponse(responseCode = "200", description = "It goes on")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public RescoringView resume(@PathParam("id") String id, @Context UriInfo uri) {
    RescoringView view =
        stepped(id, uri, run -> rescorings.resume(run, Optional.empty(), caller.actor()));
    rescorer.wake();
    return view;
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed({Role.Named.OPERATOR, Role.Named.EDITOR, Role.Named.APPROVER})
  @Operation(
      operationId = "cancelRescoring",
      summary = "End a rescoring for good",
      description = "What it has appended stays.")
  @APIResponse(responseCode = "200", description = "It is cancelled")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public RescoringView cancel(@PathParam("id") String id, @Context UriInfo uri) {
    return stepped(id, uri, run -> rescorings.cancel(run, caller.actor()));
  }

  private interface Step {
    Rescoring take(long run) throws Rescorings.Refused;
  }

  private RescoringView stepped(String id, UriInfo uri, Step step) {
    new Query(uri).check();
    Rescoring run = paths.find(id);
    try {
      return RescoringView.of(step.take(run.id()));
    } catch (Rescorings.Refused refused) {
      throw Refusal.conflict(
          "changed-meanwhile",
          "It is %s. Only a running one is paused, a paused or failed one resumed, and one that has not ended cancelled."
              .formatted(refused.state().word()));
    }
  }
}
