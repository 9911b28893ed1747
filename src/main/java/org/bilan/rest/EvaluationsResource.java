package org.bilan.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.bilan.assessment.Language;
import org.bilan.evaluation.Evaluation;
import org.bilan.evaluation.EvaluationJson;
import org.bilan.evaluation.EvaluationPage;
import org.bilan.evaluation.Progress;
import org.bilan.evaluation.Split;
import org.bilan.people.Role;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.tuning.Evaluations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How rules agree with people on dossiers of the archive. */
@Path("/evaluations")
@RolesAllowed({Role.Named.EDITOR, Role.Named.APPROVER})
@Tag(name = "Rulesets")
public class EvaluationsResource {

  private static final String CSV = "text/csv";
  private static final MediaType HTML = new MediaType("text", "html", "UTF-8");
  private static final MediaType EVENTS = MediaType.SERVER_SENT_EVENTS_TYPE;

  private static final Forms FORMS = new Forms(MediaType.APPLICATION_JSON_TYPE, HTML, EVENTS);

  private final EvaluationQuestions questions;
  private final Evaluations evaluations;
  private final EvaluationEvents events;
  private final Caller caller;

  EvaluationsResource(
      EvaluationQuestions questions,
      Evaluations evaluations,
      EvaluationEvents events,
      Caller caller) {
    this.questions = questions;
    this.evaluations = evaluations;
    this.events = events;
    this.caller = caller;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, CSV})
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.SERVER_SENT_EVENTS})
  @Operation(
      operationId = "evaluate",
      summary = "How rules agree with people who graded incidents of the archive",
      description =
          "Judges the kept dossiers of these incidents by the ruleset in force, or another, and tells how far people and machine agree, with 95% intervals; what each rule adds; where they differ most. Keeps nothing. JSON, or with Accept: text/html a page with plots. With Accept: text/event-stream it tells how far it is while it works: events named progress (an EvaluationProgress each), and last one named evaluation, or problem when it fails after it has begun; whoever breaks off ends the work. Grades may be sent as a table too, text/csv with the columns id, grade and perhaps claim; then ruleset, split (with commas), resamples and seed are parameters, and what is wrong with the table is told in the language asked for. One is made at a time (503 and Retry-After when too many wait).")
  @Parameter(name = "Accept-Language", in = ParameterIn.HEADER, ref = "language")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "EvaluationQuestion")))
  @APIResponse(
      responseCode = "200",
      description = "What was measured",
      content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Evaluation")),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(ref = "EvaluationProgress"))
      })
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "406", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "415", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response evaluate(
      InputStream body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context RoutingContext context) {
    MediaType form = FORMS.wanted(headers);
    Language language = Languages.asked(headers);
    Evaluations.Question question = question(body, uri, headers, language);
    boolean table = isTable(headers);
    return in(form, question, table, context.request())
        .header(HttpHeaders.CONTENT_LANGUAGE, language.word())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private Response.ResponseBuilder in(
      MediaType form, Evaluations.Question question, boolean table, HttpServerRequest request) {
    if (form.isCompatible(EVENTS)) {
      return Response.ok(
          new Streamed(
              request, out -> events.write(progress -> evaluation(question, table, progress), out)),
          EVENTS);
    }
    Evaluation evaluation = evaluation(question, table, Progress.UNSEEN);
    return form.isCompatible(HTML)
        ? Response.ok(EvaluationPage.of(evaluation, question.language()), HTML)
            .header(ResponseHeaders.POLICY, ResponseHeaders.PAGE)
        : Response.ok(EvaluationJson.write(evaluation), MediaType.APPLICATION_JSON_TYPE);
  }

  private Evaluations.Question question(
      InputStream body, UriInfo uri, HttpHeaders headers, Language language) {
    Query query = new Query(uri);
    if (isTable(headers)) {
      return questions.ofTable(body, query, caller.seesConfidential(), language);
    }
    query.check();
    return questions.ofJson(body, caller.seesConfidential(), language);
  }

  private static boolean isTable(HttpHeaders headers) {
    MediaType type = headers.getMediaType();
    return type != null && type.isCompatible(MediaType.valueOf(CSV));
  }

  private Evaluation evaluation(Evaluations.Question question, boolean table, Progress progress) {
    try {
      return evaluations
          .of(question, progress)
          .orElseThrow(
              () ->
                  Refusal.conflict(
                      "none-in-archive",
                      "The archive holds none of these incidents, or none with the claim that was"
                          + " graded. GET /dossiers tells those that are there."));
    } catch (InvalidRuleset refused) {
      throw Refusal.unfit(Drafts.faults(refused.problems()));
    } catch (Split.TooManyValues many) {
      throw EvaluationQuestions.refused(many, table, question.language());
    } catch (Evaluations.TooLong late) {
      throw Refusal.tookTooLong();
    }
  }
}
