package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.access.Logins;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.bilan.people.Token;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gives tokens to programs: everybody for themselves, admins for all. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.READER)
@Tag(name = "Access")
public class TokensResource {

  private static final int DAYS = 90;

  private final Logins logins;
  private final Caller caller;

  TokensResource(Logins logins, Caller caller) {
    this.logins = logins;
    this.caller = caller;
  }

  /**
   * A token.
   *
   * @param secret what its bearer sends, as Authorization: Bearer; told this once
   */
  @Schema(name = "Token")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Shown(@JsonUnwrapped Token token, Optional<String> secret) {}

  @GET
  @Operation(
      operationId = "listTokens",
      summary = "Tokens, the newest first",
      description = "Your own; an admin sees everybody's, or those of the person named.")
  @Parameter(
      name = "person",
      in = ParameterIn.QUERY,
      schema = @Schema(implementation = String.class))
  @APIResponse(responseCode = "200", description = "The tokens, without their secrets")
  public List<Token> tokens(@Context UriInfo uri) {
    Query query = new Query(uri);
    Optional<String> person = query.text("person", Person.NAME, Person.NAME_FORM);
    query.check();
    boolean all = caller.has(Role.ADMIN);
    if (!all && !person.orElse(caller.name()).equals(caller.name())) {
      throw Refusal.forbidden("Only an admin sees the tokens of others.");
    }
    return logins.tokens(all ? person : Optional.of(caller.name()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addToken",
      summary = "Make a token",
      description =
          "Fields: label, what it is for; roles, those of yours that it shall have (else: all); days until it ends (else: 90); person, if it is for somebody else, which only an admin may. A token cannot make tokens.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewToken")))
  @APIResponse(
      responseCode = "201",
      description = "Made; its secret is told this once",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response add(InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    String label = fields.text("label", Token.LABEL, Token.LABEL_FORM);
    Optional<Set<Role>> roles = fields.words("roles", Role.class);
    int days = fields.integer("days", 1, (int) Logins.LONGEST_TOKEN.toDays()).orElse(DAYS);
    String person =
        fields.optionalText("person", Person.NAME, Person.NAME_FORM).orElse(caller.name());
    fields.check();
    caller.refuseToken("A token cannot make tokens. Use a name and a password.");
    if (!person.equals(caller.name()) && !caller.has(Role.ADMIN)) {
      throw Refusal.forbidden("Only an admin makes tokens for others.");
    }
    if (!person.equals(caller.name()) && !caller.seesConfidential()) {
      // Who manages logins does not thereby see sources.
      if (roles.map(asked -> asked.contains(Role.CONFIDANT)).orElse(false)) {
        throw Refusal.forbidden(
            "Only a confidant makes tokens by which others see confidential sources.");
      }
      roles = roles.or(() -> logins.person(person).map(owner -> without(owner.roles())));
    }
    Logins.NewToken made = made(person, label, roles, days);
    return Response.status(Response.Status.CREATED)
        .entity(new Shown(made.token(), Optional.of(made.spelt())))
        .build();
  }

  private static Set<Role> without(Set<Role> roles) {
    Set<Role> others = new HashSet<>(roles);
    others.remove(Role.CONFIDANT);
    return others;
  }

  private Logins.NewToken made(String person, String label, Optional<Set<Role>> roles, int days) {
    try {
      return logins
          .token(person, label, roles, Duration.ofDays(days), caller.actor())
          .orElseThrow(() -> Refusal.notFound("There is no login of this name."));
    } catch (Logins.LacksRole lacks) {
      throw Refusal.badFields(
          List.of(
              new ProblemDetail.Fault(
                  "field.not-allowed",
                  "/roles",
                  null,
                  null,
                  "roles that the person has: "
                      + String.join(", ", lacks.has().stream().sorted().map(Role::word).toList()),
                  "")));
    }
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeToken",
      summary = "Revoke a token",
      description = "Yours, or anybody's if you are an admin. It is refused from now on.")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(responseCode = "404", ref = "Problem")
  public Response revoke(@PathParam("id") String id, @Context UriInfo uri) {
    new Query(uri).check();
    Optional<String> whose = caller.has(Role.ADMIN) ? Optional.empty() : Optional.of(caller.name());
    if (!id.matches("[0-9a-f]{16}") || !logins.revoke(id, whose, caller.actor())) {
      throw Refusal.notFound("There is no token of this id, or it is not yours.");
    }
    return Response.noContent().build();
  }
}
