package org.bilan.rest;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.Language;
import org.bilan.dossier.Suggestion;
import org.bilan.methodology.Terms;
import org.bilan.people.Role;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.Examples;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the rules in force. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "What claims are judged by.")
@RolesAllowed(Role.Named.READER)
public class RulesResource {

  private final RulesetInForce inForce;

  RulesResource(RulesetInForce inForce) {
    this.inForce = inForce;
  }

  /**
   * The ruleset in force.
   *
   * @param ruleset its revision, as in each assessment
   * @param settings numbers that stand beside the rules (prior, caps, grades), by the names by
   *     which they are changed as those of the rule {@code ruleset}
   */
  record Rules(String name, String ruleset, Map<String, Rule.Number> settings, List<Rule> rules) {}

  @GET
  @Operation(operationId = "listRules", summary = "All rules in force, by their ids")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The ruleset",
      content = @Content(schema = @Schema(implementation = Rules.class)))
  public Response rules(@Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    Language language = Languages.asked(headers);
    Ruleset ruleset = inForce.get();
    Terms terms = new Terms(language);
    Map<String, Rule.Number> settings = new LinkedHashMap<>();
    ruleset.numbers().all().stream()
        .filter(number -> number.rule().equals(CardNumbers.SETTINGS))
        .forEach(number -> settings.put(number.name(), Rule.Number.of(number, terms)));
    Map<String, List<String>> asks = ruleset.asks(language);
    return answer(
        new Rules(
            ruleset.name(),
            ruleset.revision(),
            settings,
            ruleset.cards().stream()
                .map(card -> Rule.of(card, asks.get(card.id()), ruleset.examples(card.id()), terms))
                .toList()),
        language);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRule", summary = "One rule, as its card has it, with its cases")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = Rule.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response rule(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    Language language = Languages.asked(headers);
    Ruleset ruleset = inForce.get();
    Examples examples = ruleset.examples(id);
    List<RuleCard> cards = ruleset.cards();
    return cards.stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .map(
            card ->
                answer(
                    Rule.of(card, ruleset.asks(language).get(id), examples, new Terms(language))
                        .with(examples),
                    language))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "There is no such rule. "
                        + Suggestion.advice(
                            id,
                            cards.stream().map(RuleCard::id).toList(),
                            "All are listed at /rules.")));
  }

  private static Response answer(Object body, Language language) {
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.word())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
