package org.bilan.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import org.bilan.archive.ClaimFilter;
import org.bilan.archive.DossierFilter;
import org.bilan.archive.DossierSummary;
import org.bilan.archive.Lists;
import org.bilan.archive.Order;
import org.bilan.archive.OverriddenClaim;
import org.bilan.archive.StoredClaim;
import org.bilan.assess.Discretion;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches the archive by how claims were last assessed. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Archive",
    description =
        "Search what is kept, by how it was last assessed, under the revision of the rules named.")
@RolesAllowed(Role.Named.READER)
public class ArchiveResource {

  private static final int SIZE = 50;
  private static final int MOST_SIZE = 500;

  private final Lists lists;
  private final Caller caller;
  private final Discretion discretion;

  ArchiveResource(Lists lists, Caller caller, Discretion discretion) {
    this.lists = lists;
    this.caller = caller;
    this.discretion = discretion;
  }

  @GET
  @Path("/dossiers")
  @Operation(
      operationId = "listDossiers",
      summary = "Dossiers: list them, search for them",
      description =
          "Incidents that pass all filters. A dossier is listed when at least one of its claims, as last assessed, has the grade and the score asked for. Where a person has given a claim another grade, override tells it beside grade, which is always the machine's, and the parameter grade goes by what the person said. Claims are shown as last assessed, under the revision that ruleset names. After a change of rules that is an older one until GET /dossiers/{id}/assessment judges the dossier anew. look tells why a person should look: grade-differs (a person's grade is another than the machine's now), newer-version (a person graded an earlier version), claim-gone (a person graded a claim that the dossier has no more), contested (by the machine, and no person has graded it), picture (a rule asks for a look at a picture).")
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
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      description =
          "By what: the incident's id, its first moment, when its dossier was sent last, the highest score of its claims; with a minus sign the other way round",
      schema =
          @Schema(
              type = SchemaType.STRING,
              defaultValue = "incident",
              enumeration = {
                "incident",
                "date",
                "-date",
                "updated",
                "-updated",
                "score",
                "-score"
              }))
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of dossiers")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Pages.Page<DossierSummary> dossiers(@Context UriInfo uri) {
    Query query = new Query(uri);
    DossierFilter filter = Filters.dossiers(query, caller.seesConfidential());
    Order order = Filters.order(query);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(
        lists.dossiers(filter, order, page.number(), page.size()),
        caller.seesConfidential() ? Function.identity() : discretion::tell);
  }

  @GET
  @Path("/claims")
  @Operation(
      operationId = "listClaims",
      summary = "Claims as last assessed",
      description =
          "Of all dossiers' last assessments, by the incidents' and the claims' ids; each under the revision that its ruleset names. Where a person has given a claim another grade, override tells it beside grade, which is always the machine's, and the parameter grade goes by what the person said. After a change of rules that is an older one until GET /dossiers/{id}/assessment judges the dossier anew.")
  @Parameter(name = "grade", in = ParameterIn.QUERY, ref = "grade")
  @Parameter(name = "minScore", in = ParameterIn.QUERY, ref = "minScore")
  @Parameter(name = "maxScore", in = ParameterIn.QUERY, ref = "maxScore")
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of claims")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Pages.Page<StoredClaim> claims(@Context UriInfo uri) {
    Query query = new Query(uri);
    ClaimFilter filter = Filters.claims(query);
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(
        lists.claims(filter, page.number(), page.size()),
        caller.seesConfidential() ? Function.identity() : discretion::tell);
  }

  @GET
  @Path("/overrides")
  @Operation(
      operationId = "listOverrides",
      summary = "Claims that people have graded, beside what the machine says",
      description =
          "Those in force, by the incidents' and the claims' ids. grade, score and evidence are the machine's, as the claim was last assessed under the revision that ruleset names; they are absent where claimGone says that the dossier has no such claim any more.")
  @Parameter(
      name = "incident",
      in = ParameterIn.QUERY,
      description = "Only claims of this incident; none where no dossier has this id",
      example = "ml-2024-03-17-amasrakad",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "disagreeing",
      in = ParameterIn.QUERY,
      description =
          "true: only where the machine's grade is another one; false: only where it is the same. A claim that is gone is neither.",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Parameter(name = "page", in = ParameterIn.QUERY, ref = "page")
  @Parameter(name = "size", in = ParameterIn.QUERY, ref = "size")
  @APIResponse(responseCode = "200", description = "A page of claims")
  @APIResponse(responseCode = "400", ref = "Problem")
  public Pages.Page<OverriddenClaim> overridden(@Context UriInfo uri) {
    Query query = new Query(uri);
    Optional<String> incident =
        query.text("incident", Paths.ID, "an incident's id (ml-2024-03-17-amasrakad)");
    Optional<Boolean> disagreeing = query.yesOrNo("disagreeing");
    Pages page = Pages.of(uri, query, SIZE, MOST_SIZE);
    query.check();
    return page.of(
        lists.overridden(incident, disagreeing, page.number(), page.size()),
        caller.seesConfidential() ? Function.identity() : discretion::tell);
  }
}
