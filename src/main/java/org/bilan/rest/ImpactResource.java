package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.bilan.archive.StoredRuleset;
import org.bilan.people.Role;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.tuning.Impact;
import org.bilan.tuning.Impacts;
import org.bilan.tuning.MeasuringAll;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a ruleset would do to the archive, before it counts. */
@Path("/rulesets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.Named.EDITOR, Role.Named.APPROVER})
@Tag(name = "Rulesets")
public class ImpactResource {

  private final RulesetPaths paths;
  private final Impacts impacts;
  private final Caller caller;

  ImpactResource(RulesetPaths paths, Impacts impacts, Caller caller) {
    this.paths = paths;
    this.impacts = impacts;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/impact")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "measureImpact",
      summary = "What a ruleset would do to the archive",
      description =
          "Judges kept dossiers by the ruleset in force and by this one, and tells what differs. Of a sample, always the same one, the answer tells it. With \"all\": true the whole archive is judged while you go on: GET of the same path tells how far it is, and in the end what differs. Changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "ImpactQuestion")))
  @APIResponse(
      responseCode = "200",
      description = "What differs in the sample",
      content = @Content(schema = @Schema(implementation = Impact.class)))
  @APIResponse(
      responseCode = "202",
      description = "All of the archive is being measured",
      content = @Content(schema = @Schema(implementation = MeasuringAll.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response impact(@PathParam("id") String id, InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.readIfAny(body);
    boolean all = fields.yesOrNo("all").orElse(false);
    var sample = fields.integer("sample", 1, Impacts.MOST_SAMPLE);
    if (all && sample.isPresent()) {
      fields.wrong("field.not-allowed", "sample", null, "none beside \"all\": true");
    }
    fields.check();
    StoredRuleset ruleset = paths.find(id);
    try {
      if (all) {
        impacts.begin(ruleset);
        return Response.accepted(measured(ruleset))
            .header(HttpHeaders.LOCATION, "/rulesets/" + ruleset.id() + "/impact")
            .build();
      }
      return Response.ok(
              impacts.ofSample(ruleset, sample.orElse(Impacts.SAMPLE), caller.seesConfidential()))
          .build();
    } catch (InvalidRuleset refused) {
      throw Refusal.conflict("It is not fit to judge. POST to its check tells what is wrong.");
    } catch (Impacts.AlreadyMeasuring other) {
      throw Refusal.conflict(
          "Ruleset %d is being measured over all of the archive, one at a time. Wait for it, or DELETE /rulesets/%d/impact."
              .formatted(other.ruleset(), other.ruleset()));
    }
  }

  @GET
  @Path("/{id}/impact")
  @Operation(
      operationId = "getImpact",
      summary = "How far the whole archive has been measured, and what differs",
      description =
          "This service remembers the last of them while it runs; another service of the archive does not know them.")
  @APIResponse(responseCode = "200", description = "How far it is; with the impact once it is done")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public MeasuringAll measured(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    return measured(paths.find(id));
  }

  @DELETE
  @Path("/{id}/impact")
  @Operation(
      operationId = "cancelImpact",
      summary = "End the measuring of the whole archive before it is done")
  @APIResponse(responseCode = "200", description = "It has ended")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  public MeasuringAll cancel(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    StoredRuleset ruleset = paths.find(id);
    MeasuringAll before = measured(ruleset);
    if (!impacts.cancel(ruleset)) {
      throw Refusal.conflict("It has ended already: it is " + before.state().word() + ".");
    }
    return measured(ruleset);
  }

  private MeasuringAll measured(StoredRuleset ruleset) {
    return impacts
        .ofAll(ruleset, caller.seesConfidential())
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Here nobody has asked for its impact on all of the archive: POST {\"all\": true} to this path."));
  }
}
