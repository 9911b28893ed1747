package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.StoredRuleset;
import org.bilan.people.Role;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.tuning.Impact;
import org.bilan.tuning.Impacts;
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
  private final RescoringOrders orders;
  private final Caller caller;

  ImpactResource(RulesetPaths paths, Impacts impacts, RescoringOrders orders, Caller caller) {
    this.paths = paths;
    this.impacts = impacts;
    this.orders = orders;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/impact")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "measureImpact",
      summary = "What a ruleset would do to the archive",
      description =
          "Judges kept dossiers by the ruleset in force and by this one, and tells what differs. Of a sample, always the same one, the answer tells it. With \"all\": true the whole archive is judged while you go on, as a dry run of a rescoring: the answer tells where that is. Changes nothing.")
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
      description = "A dry run over all of the archive is under way; Location tells where",
      content = @Content(schema = @Schema(implementation = RescoringView.class)))
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
        return orders.begin(Optional.of(ruleset), RescoringFilter.ALL, true);
      }
      return Response.ok(
              impacts.ofSample(ruleset, sample.orElse(Impacts.SAMPLE), caller.seesConfidential()))
          .build();
    } catch (InvalidRuleset refused) {
      throw Refusal.unfit(Drafts.faults(refused.problems()));
    }
  }
}
