package org.bilan.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.bilan.access.NotRecognised;
import org.bilan.access.PageSessions;
import org.bilan.access.TooManyGuesses;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Logging in to the page, and out. Programs use tokens. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access", description = "Who may enter, and what was done.")
public class SessionResource {

  /** The cookie that the page cannot read. */
  static final String COOKIE = "bilan_session";

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private final PageSessions sessions;
  private final Caller caller;

  SessionResource(PageSessions sessions, Caller caller) {
    this.sessions = sessions;
    this.caller = caller;
  }

  static boolean wellFormed(String cookie) {
    return FORM.matcher(cookie).matches();
  }

  /** Whether that is how one logs in. */
  static boolean logsIn(HttpServerRequest request) {
    return request.method() == HttpMethod.POST && request.path().equals("/session");
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "logIn",
      summary = "Log in to the page",
      description =
          "Fields: name, password. Sets a cookie that scripts cannot read, always a new one. The answer's csrfToken is sent along with every change, in the header X-CSRF-Token; sent with what is only read, it keeps a page from reading in another session.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewSession")))
  @APIResponse(
      responseCode = "200",
      description = "Who is logged in",
      content = @Content(schema = @Schema(implementation = MeResource.Me.class)))
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "429", ref = "Problem")
  public Response logIn(InputStream body, @Context UriInfo uri, @Context RoutingContext context) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    String name = fields.text("name", Person.NAME, Person.NAME_FORM);
    String password = fields.secret("password").orElse("");
    if (password.isEmpty()) {
      fields.wrong("field.missing", "password", null, "the password");
    }
    fields.check();
    PageSessions.Begun session;
    try {
      session = sessions.begin(name, password, Caller.address(context));
    } catch (NotRecognised refused) {
      throw Refusal.unauthenticated(true, true);
    } catch (TooManyGuesses slowed) {
      throw Refusal.tooManyGuesses(slowed.seconds());
    }
    return Response.ok(MeResource.Me.of(session.who(), session.word()))
        .cookie(cookie(session.cookie(), (int) PageSessions.LASTS.toSeconds(), context))
        .build();
  }

  @DELETE
  @RolesAllowed(Role.Named.READER)
  @Operation(operationId = "logOut", summary = "Log out of the page")
  @APIResponse(responseCode = "204", description = "Logged out")
  public Response logOut(@Context UriInfo uri, @Context RoutingContext context) {
    new Query(uri).check();
    var cookie = context.request().getCookie(COOKIE);
    if (cookie != null && wellFormed(cookie.getValue())) {
      sessions.end(cookie.getValue(), caller.actor());
    }
    return Response.noContent().cookie(cookie("", 0, context)).build();
  }

  private static NewCookie cookie(String value, int seconds, RoutingContext context) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        // Over plain HTTP, on one's own machine, a browser would not send it back.
        .secure(context.request().isSSL() || "https".equals(context.request().scheme()))
        .build();
  }
}
