package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Optional;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.RulesetInForce;
import org.bilan.assess.Told;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Language;
import org.bilan.people.Role;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.NumberChange;
import org.bilan.tuning.DossierTrials;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What other numbers would do to one dossier, before they are even drafted. */
@Path("/dossiers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rulesets")
@RolesAllowed({Role.Named.EDITOR, Role.Named.APPROVER})
public class TrialResource {

  private final DossierTrials trials;
  private final RulesetInForce inForce;
  private final RulesetPaths paths;
  private final Caller caller;

  TrialResource(DossierTrials trials, RulesetInForce inForce, RulesetPaths paths, Caller caller) {
    this.trials = trials;
    this.inForce = inForce;
    this.paths = paths;
    this.caller = caller;
  }

  @POST
  @Path("/trial")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "tryNumbers",
      summary = "What other numbers, or another ruleset, would do to a dossier",
      description =
          "Judges the dossier as it is kept by the rules in force, and by those with other values or by another ruleset, and tells what differs. Changes nothing and keeps nothing: quick enough to follow a slider, where questions and cases are those in force. Then cases are not run, which other values cannot break; a ruleset with others is compiled and its cases run, which takes seconds.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @RequestBody(
      required = true,
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Trial")))
  @APIResponse(
      responseCode = "200",
      description = "The difference; before is by the rules in force",
      content =
          @Content(
              schema = @Schema(implementation = Comparison.class),
              examples = @ExampleObject(name = "comparison", ref = "comparison")))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response trial(
      @PathParam("id") String id,
      InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    List<NumberChange> changes = NumberChanges.read(fields, () -> inForce.get().numbers());
    Optional<String> named =
        fields.reference("ruleset", RulesetPaths.NAMED, RulesetPaths.NAMED_FORM);
    NumberChanges.either(
        fields, "ruleset", "either changes of numbers, at least one, or a ruleset");
    fields.check();
    String incident = Paths.incident(id);
    Language language = Languages.asked(headers);
    Optional<StoredRuleset> ruleset = named.map(paths::find);
    Optional<Told> told =
        ruleset.isPresent()
            ? by(incident, ruleset.get(), language)
            : by(incident, changes, language);
    return ComparisonResource.answer(told.orElseThrow(Paths::noDossier));
  }

  private Optional<Told> by(String incident, StoredRuleset ruleset, Language language) {
    try {
      return trials.of(incident, ruleset, caller.seesConfidential(), language);
    } catch (InvalidRuleset refused) {
      throw Refusal.unfit(Drafts.faults(refused.problems()));
    }
  }

  private Optional<Told> by(String incident, List<NumberChange> changes, Language language) {
    try {
      return trials.of(incident, changes, caller.seesConfidential(), language);
    } catch (InvalidRuleset refused) {
      throw Drafts.refused(refused.problems());
    }
  }
}
