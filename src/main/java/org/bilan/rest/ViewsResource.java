package org.bilan.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.bilan.archive.SavedViews;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps searches that somebody likes to make again, for them alone. */
@Path("/views")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.READER)
@Tag(name = "Archive")
public class ViewsResource {

  /**
   * No dots alone: addresses with such parts mean others. Something to be seen, which fillers and
   * the blank of Braille are not; and nothing that turns the direction of what stands beside it.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?!\\.{1,2}$)(?=.*[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115F\\u1160\\u2800\\u3164\\uFFA0]])"
              + "[^/\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]{1,80}");

  /** No number sign: in an address nothing after it is a parameter. */
  private static final Pattern QUERY = Pattern.compile("[\\x21-\\x7e&&[^#]]{1,2000}");

  private static final String QUERY_FORM =
      "1 to 2000 characters of an address, as after GET /dossiers?, without #";

  private final SavedViews views;
  private final Caller caller;

  ViewsResource(SavedViews views, Caller caller) {
    this.views = views;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listViews",
      summary = "Your saved views, by their names",
      description = "Each is a search of dossiers: GET /dossiers?QUERY makes it.")
  @APIResponse(responseCode = "200", description = "Your views")
  public List<SavedViews.View> views(@Context UriInfo uri) {
    new Query(uri).check();
    return views.of(caller.name());
  }

  @PUT
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putView",
      summary = "Save a view",
      description =
          "In place of another of its name: 1 to 80 characters, one of which is to be seen, no slash, no marks of direction. Field: query, the parameters of GET /dossiers but page and size. At most 100 a person.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewView")))
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content = @Content(schema = @Schema(implementation = SavedViews.View.class)))
  @APIResponse(
      responseCode = "201",
      description = "Saved",
      content = @Content(schema = @Schema(implementation = SavedViews.View.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "413", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response put(
      @PathParam("name") String name,
      InputStream body,
      @Context UriInfo uri,
      @Context HttpServerRequest request) {
    new Query(uri).check();
    named(name, request);
    Fields fields = Fields.read(body);
    String query = fields.text("query", QUERY, QUERY_FORM);
    if (!query.isEmpty()) {
      judge(query, fields);
    }
    fields.check();
    SavedViews.View view =
        new SavedViews.View(name, query, Instant.now().truncatedTo(ChronoUnit.MICROS));
    boolean created =
        views
            .put(caller.name(), view)
            .orElseThrow(
                () ->
                    Refusal.conflict(
                        "limit-reached",
                        "You have %d saved views. Delete one first.".formatted(SavedViews.MOST)));
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
        .entity(view)
        .build();
  }

  /** Notes what the list of dossiers would refuse. */
  private static void judge(String text, Fields fields) {
    try {
      Query query = Query.of(text);
      // Whoever sees more or less later searches by what they see then.
      Filters.dossiers(query, false);
      Filters.order(query);
      query
          .problems()
          .forEach(
              fault ->
                  fields.wrong(
                      fault.code(),
                      "query",
                      fault.parameter() + ": " + fault.found(),
                      fault.expected(),
                      fault.advice()));
    } catch (IllegalArgumentException malformed) {
      fields.wrong("field.not-allowed", "query", text, QUERY_FORM, "Write a percent sign as %25.");
    }
  }

  @DELETE
  @Path("/{name}")
  @Operation(operationId = "deleteView", summary = "Forget a view")
  @APIResponse(responseCode = "204", description = "Forgotten")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response delete(
      @PathParam("name") String name, @Context UriInfo uri, @Context HttpServerRequest request) {
    new Query(uri).check();
    if (!views.delete(caller.name(), named(name, request))) {
      throw none();
    }
    return Response.noContent().build();
  }

  /** What stands after a semicolon is cut off the name: another one would be meant. */
  private static String named(String name, HttpServerRequest request) {
    if (!NAME.matcher(name).matches() || request.path().contains(";")) {
      throw none();
    }
    return name;
  }

  private static Refusal none() {
    return Refusal.notFound(
        "You have no saved view of this name. A name has 1 to 80 characters, one of which is to be"
            + " seen, no slash, and no mark of direction; in an address write a semicolon as %3B.");
  }
}
