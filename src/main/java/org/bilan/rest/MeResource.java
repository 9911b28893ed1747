package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.bilan.access.Authentication;
import org.bilan.access.Credential;
import org.bilan.access.Identified;
import org.bilan.access.Logins;
import org.bilan.access.NotRecognised;
import org.bilan.access.PageSessions;
import org.bilan.access.Passwords;
import org.bilan.access.TooManyGuesses;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells who asks, and lets them change their password. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.READER)
@Tag(name = "Access")
public class MeResource {

  private final Caller caller;
  private final Logins logins;
  private final Authentication authentication;
  private final PageSessions sessions;

  MeResource(Caller caller, Logins logins, Authentication authentication, PageSessions sessions) {
    this.caller = caller;
    this.logins = logins;
    this.authentication = authentication;
    this.sessions = sessions;
  }

  /**
   * Who asks.
   *
   * @param means how it was shown who that is
   * @param csrfToken of a session: what changes are sent with, in the header X-CSRF-Token
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Me(String name, List<Role> roles, String means, Optional<String> csrfToken) {

    static Me of(Identified who, String word) {
      return new Me(
          who.actor().name(), who.roles().stream().sorted().toList(), "session", Optional.of(word));
    }
  }

  @GET
  @Operation(operationId = "getMe", summary = "Who you are here, and what you may do")
  @APIResponse(
      responseCode = "200",
      description = "The login",
      content = @Content(schema = @Schema(implementation = Me.class)))
  public Me me(@Context UriInfo uri, @Context RoutingContext context) {
    new Query(uri).check();
    String means = caller.actor().means();
    return new Me(
        caller.name(),
        caller.roles().stream().sorted().toList(),
        means,
        means.equals("session")
            ? Optional.of(
                sessions.word(context.request().getCookie(SessionResource.COOKIE).getValue()))
            : Optional.empty());
  }

  @PUT
  @Path("/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeMyPassword",
      summary = "Change your password",
      description = "Fields: current, new. Ends all your sessions; tokens stay.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "PasswordChange")))
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response password(
      InputStream body, @Context UriInfo uri, @Context RoutingContext context) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    String current = fields.secret("current").orElse("");
    String chosen = fields.secret("new").orElse("");
    String fault = Passwords.fault(chosen, caller.name());
    if (fault != null) {
      fields.wrong("field.not-allowed", "new", null, fault);
    }
    fields.check();
    caller.refuseToken("A password is changed by who knows it, not by a token.");
    try {
      authentication.identify(
          new Credential.Password(caller.name(), current), Caller.address(context));
    } catch (NotRecognised wrong) {
      throw Refusal.forbidden("The current password is another one.");
    } catch (TooManyGuesses slowed) {
      throw Refusal.tooManyGuesses(slowed.seconds());
    }
    logins.password(caller.name(), Optional.of(chosen), caller.actor());
    return Response.noContent().build();
  }
}
