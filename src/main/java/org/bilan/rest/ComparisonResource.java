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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.archive.Archive;
import org.bilan.archive.History;
import org.bilan.archive.StoredAssessment;
import org.bilan.assess.Assessor;
import org.bilan.assess.Comparing;
import org.bilan.assess.Discretion;
import org.bilan.assess.Teller;
import org.bilan.assess.Told;
import org.bilan.assess.TwoMoments;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Language;
import org.bilan.assessment.Timeline;
import org.bilan.dossier.Moment;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed between two assessments of one kept dossier, and how it came to stand so. */
@Path("/dossiers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@RolesAllowed(Role.Named.READER)
public class ComparisonResource {

  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{8,64}");
  private static final String REVISION_FORM = "8 to 64 hexadecimal digits, the revision's first";
  private static final int MOST_VERSION = 999_999_999;

  private final Assessor assessor;
  private final Comparing comparing;
  private final Archive archive;
  private final History history;
  private final Caller caller;
  private final Discretion discretion;

  ComparisonResource(
      Assessor assessor,
      Comparing comparing,
      Archive archive,
      History history,
      Caller caller,
      Discretion discretion) {
    this.assessor = assessor;
    this.comparing = comparing;
    this.archive = archive;
    this.history = history;
    this.caller = caller;
    this.discretion = discretion;
  }

  @GET
  @Path("/comparison")
  @Operation(
      operationId = "compareAssessments",
      summary = "What changed between two assessments of a dossier",
      description =
          "Between two entries of its history, or with fromAsOf between what was known at two moments. "
              + "An entry is named by a version of the dossier, a revision of the rules, or both: of several that fit, the newest is taken. Without toVersion and toRuleset the later side is how the dossier stands now (as GET /dossiers/{id}/assessment has it, which judges it anew if need be); without fromVersion and fromRuleset the earlier side is the entry before the later one in the history, or if that is the oldest, the newest other one. "
              + "At two moments the dossier is judged as it is kept now, by the rules in force, and that is not kept. "
              + "Tells of each claim how it stood, which findings came, went and moved, and which origins. A side's reasons are given in the language asked for if the rules in force give them in the same English words as those that judged it, else in English.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @Parameter(
      name = "fromVersion",
      in = ParameterIn.QUERY,
      description = "The earlier entry's version of the dossier",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
  @Parameter(
      name = "fromRuleset",
      in = ParameterIn.QUERY,
      description = "The earlier entry's revision of the rules, or how it begins",
      schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9a-f]{8,64}$"))
  @Parameter(
      name = "toVersion",
      in = ParameterIn.QUERY,
      description = "The later entry's version of the dossier",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
  @Parameter(
      name = "toRuleset",
      in = ParameterIn.QUERY,
      description = "The later entry's revision of the rules, or how it begins",
      schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9a-f]{8,64}$"))
  @Parameter(
      name = "fromAsOf",
      in = ParameterIn.QUERY,
      description =
          "The earlier moment: not after toAsOf; without that, one after all that is known is taken as the moment up to which that goes. "
              + AssessmentsResource.AS_OF,
      example = "2024-03-17",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "toAsOf",
      in = ParameterIn.QUERY,
      description =
          "The later moment, likewise; without it, all that is known. Only with fromAsOf.",
      example = "2024-03-18",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The difference",
      content =
          @Content(
              schema = @Schema(implementation = Comparison.class),
              examples = @ExampleObject(name = "comparison", ref = "comparison")))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response compare(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    Query query = new Query(uri);
    History.Wanted from = wanted(query, "fromVersion", "fromRuleset");
    History.Wanted to = wanted(query, "toVersion", "toRuleset");
    Optional<Moment> fromAsOf = query.moment("fromAsOf");
    Optional<Moment> toAsOf = query.moment("toAsOf");
    query.notTogether(
        Set.of("fromVersion", "fromRuleset", "toVersion", "toRuleset"),
        Set.of("fromAsOf", "toAsOf"));
    query.needs("toAsOf", "fromAsOf");
    query.ordered(
        fromAsOf.isEmpty()
            || toAsOf.isEmpty()
            || !toAsOf.get().latest().isBefore(fromAsOf.get().latest()),
        "fromAsOf",
        "toAsOf");
    query.check();
    String incident = Paths.incident(id);
    Language language = Languages.asked(headers);
    return answer(
        discretion.telling(
            incident,
            caller.seesConfidential(),
            teller ->
                fromAsOf.isPresent()
                    ? comparing
                        .moments(
                            incident,
                            new TwoMoments(fromAsOf.get().latest(), toAsOf.map(Moment::latest)),
                            language)
                        .map(told -> teller.tell(told))
                        .orElseThrow(Paths::noDossier)
                    : entries(incident, from, to, language, teller)));
  }

  @GET
  @Path("/timeline")
  @Operation(
      operationId = "getTimeline",
      summary = "How a dossier's claims stood as reports came in",
      description =
          "A point for each moment at which a report or picture that bears on a claim was published (of a date, the end of the day, UTC), judged by the rules in force as asOf would at that moment: its scores are those of GET /dossiers/{id}/assessment?asOf=. "
              + "Each tells what came in and, against the point before, which findings came, went and moved. What has no date is in from the first point on, and listed as undated. "
              + "Where there are more than 100 moments, those of one day share a point, or of one month, or year, as step says. A dossier of many claims and reports, or of much text, has fewer points (3 at least): of these moments the first, the last and others evenly among them, and thinned is true. Notes say both in words. "
              + "One timeline is judged at a time; who would wait too long for it is refused (503) and told when to try again. "
              + "It is judged from the dossier as it is kept now, not from what it held at the time.")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @APIResponse(
      responseCode = "200",
      description = "The timeline",
      content =
          @Content(
              schema = @Schema(implementation = Timeline.class),
              examples = @ExampleObject(name = "timeline", ref = "timeline")))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response timeline(
      @PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
    new Query(uri).check();
    String incident = Paths.incident(id);
    return AssessmentsResource.answer(
        Response.ok(),
        discretion.telling(
            incident,
            caller.seesConfidential(),
            teller ->
                comparing
                    .timeline(incident, Languages.asked(headers))
                    .map(made -> teller.tell(made))
                    .orElseThrow(Paths::noDossier)));
  }

  private Told entries(
      String incident, History.Wanted from, History.Wanted to, Language language, Teller teller) {
    // So that the history holds how the dossier stands under the rules in force.
    assessor.current(incident, Language.EN, caller.actor()).orElseThrow(Paths::noDossier);
    StoredAssessment after =
        (to.any() ? archive.assessment(incident) : history.newest(incident, to))
            .orElseThrow(() -> noEntry("to"));
    StoredAssessment before =
        history.before(after, from).orElseThrow(() -> from.any() ? onlyOne() : noEntry("from"));
    return teller.tell(
        comparing.entries(before, after, language), before.version(), after.version());
  }

  private static History.Wanted wanted(Query query, String version, String ruleset) {
    OptionalInt number = query.integer(version, 1, MOST_VERSION);
    return new History.Wanted(
        number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty(),
        query.text(ruleset, REVISION, REVISION_FORM));
  }

  private static Refusal noEntry(String side) {
    return Refusal.notFound(
        "The history has no assessment that fits %1$sVersion and %1$sRuleset. All are listed at /dossiers/{id}/assessments."
            .formatted(side));
  }

  private static Refusal onlyOne() {
    return Refusal.notFound(
        "The dossier has been judged only once: there is nothing to compare it with. Give fromAsOf to compare two moments.");
  }

  static Response answer(Told comparison) {
    return Response.ok(comparison.json(), MediaType.APPLICATION_JSON_TYPE)
        .header(
            HttpHeaders.CONTENT_LANGUAGE,
            comparison.languages().stream().map(Language::word).collect(Collectors.joining(", ")))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
