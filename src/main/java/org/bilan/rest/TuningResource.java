package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.Following;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RuleProblem;
import org.bilan.tuning.Tuning;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done with a ruleset, from a draft to the one that judges, and back. */
@Path("/rulesets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rulesets")
public class TuningResource {

  private final RulesetPaths paths;
  private final Tuning tuning;
  private final Following following;
  private final RulesetSteps steps;
  private final Caller caller;

  TuningResource(
      RulesetPaths paths, Tuning tuning, Following following, RulesetSteps steps, Caller caller) {
    this.steps = steps;
    this.paths = paths;
    this.tuning = tuning;
    this.following = following;
    this.caller = caller;
  }

  /**
   * Whether files are fit to judge.
   *
   * @param problems all that is wrong with them
   */
  @Schema(name = "RulesetCheck")
  record Checked(boolean fit, List<RuleProblem> problems) {}

  @POST
  @Path("/{id}/check")
  @RolesAllowed({Role.Named.EDITOR, Role.Named.APPROVER})
  @Operation(
      operationId = "checkRuleset",
      summary = "Check a draft: all its files, all its cases",
      description =
          "When it is fit, its state is checked. A number outside its limits, a failing case, an unknown key: each is told with file and line.")
  @APIResponse(responseCode = "200", description = "Whether it is fit, or all that is wrong")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Checked check(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    List<RuleProblem> problems = tuning.check(paths.find(id), caller.actor());
    return new Checked(problems.isEmpty(), problems);
  }

  @POST
  @Path("/{id}/approve")
  @RolesAllowed(Role.Named.APPROVER)
  @Operation(
      operationId = "approveRuleset",
      summary = "Approve what somebody else has drafted",
      description = "It has to be checked. Nobody approves what is their own.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ChangeReason")))
  @APIResponse(responseCode = "200", description = "Approved")
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public RulesetView approve(@PathParam("id") String id, InputStream body, @Context UriInfo uri) {
    String why = why(body, uri);
    caller.refuseToken("A token approves nothing. Use a name and a password.");
    return told(tuning.approve(paths.find(id), caller.actor(), why));
  }

  @POST
  @Path("/{id}/activate")
  @RolesAllowed(Role.Named.APPROVER)
  @Operation(
      operationId = "activateRuleset",
      summary = "Put an approved ruleset in force",
      description =
          "It judges from now on: here at once, by other services of the archive within seconds. Requests under way end under the former one.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ChangeReason")))
  @APIResponse(responseCode = "200", description = "In force")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public RulesetView activate(@PathParam("id") String id, InputStream body, @Context UriInfo uri) {
    return putInForce(tuning::activate, id, body, uri);
  }

  @POST
  @Path("/{id}/rollback")
  @RolesAllowed(Role.Named.APPROVER)
  @Operation(
      operationId = "rollBackRuleset",
      summary = "Put a ruleset in force again that was so before")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ChangeReason")))
  @APIResponse(responseCode = "200", description = "In force")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public RulesetView rollBack(@PathParam("id") String id, InputStream body, @Context UriInfo uri) {
    return putInForce(tuning::rollBack, id, body, uri);
  }

  @POST
  @Path("/reload")
  @RolesAllowed(Role.Named.OPERATOR)
  @Operation(
      operationId = "reloadRules",
      summary = "Read the rules folder again",
      description =
          "Without waiting until its change is noticed. What is refused changes nothing: the last good ruleset judges.")
  @APIResponse(responseCode = "200", description = "Whether it is fit, or all that is wrong")
  public Checked reload(@Context UriInfo uri) {
    new Query(uri).check();
    List<RuleProblem> problems = following.reload();
    return new Checked(problems.isEmpty(), problems);
  }

  /** A step after which another ruleset judges. */
  private interface Step {
    StoredRuleset take(StoredRuleset ruleset, Actor actor, String why) throws InvalidRuleset;
  }

  private RulesetView putInForce(Step step, String id, InputStream body, UriInfo uri) {
    String why = why(body, uri);
    try {
      return told(step.take(paths.find(id), caller.actor(), why));
    } catch (InvalidRuleset refused) {
      throw Refusal.conflict(
          "This version of Bilan refuses it, for %d problem(s), and would not judge by it. The first: %s"
              .formatted(refused.problems().size(), refused.problems().get(0)));
    }
  }

  private static String why(InputStream body, UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    String why = Reasons.in(fields);
    fields.check();
    return why;
  }

  private RulesetView told(StoredRuleset ruleset) {
    return steps.told(ruleset);
  }
}
