package org.bilan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bilan.access.Logins;
import org.bilan.access.Passwords;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Manages logins. Nobody is deleted: what they did keeps its name. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Named.ADMIN)
@Tag(name = "Access")
public class UsersResource {

  private final Logins logins;
  private final Caller caller;

  UsersResource(Logins logins, Caller caller) {
    this.logins = logins;
    this.caller = caller;
  }

  /**
   * A login.
   *
   * @param password if it was just generated; told this once
   */
  @Schema(name = "User")
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record User(
      String name,
      List<Role> roles,
      boolean disabled,
      Instant createdAt,
      Optional<String> password) {

    static User of(Person person, Optional<String> password) {
      return new User(
          person.name(),
          person.roles().stream().sorted().toList(),
          person.disabled(),
          person.createdAt(),
          password);
    }
  }

  @GET
  @Operation(operationId = "listUsers", summary = "All logins, by name")
  @APIResponse(responseCode = "200", description = "The logins")
  public List<User> users(@Context UriInfo uri) {
    new Query(uri).check();
    return logins.people().stream().map(person -> User.of(person, Optional.empty())).toList();
  }

  @GET
  @Path("/{name}")
  @Operation(operationId = "getUser", summary = "A login")
  @APIResponse(
      responseCode = "200",
      description = "The login",
      content = @Content(schema = @Schema(implementation = User.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public User user(@PathParam("name") String name, @Context UriInfo uri) {
    new Query(uri).check();
    return User.of(known(name), Optional.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addUser",
      summary = "Add a login",
      description =
          "Fields: name; roles, a list (else: reader); password, which is generated and told this once if it is left out.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewUser")))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = User.class)))
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public Response add(InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    String name = fields.text("name", Person.NAME, Person.NAME_FORM);
    Set<Role> roles = roles(fields).orElse(EnumSet.of(Role.READER));
    Optional<String> password = password(fields, name);
    fields.check();
    caller.refuseToken("A token cannot make logins. Use a name and a password.");
    String told =
        logins
            .add(name, roles, password, caller.actor())
            .orElseThrow(() -> Refusal.conflict("taken", "There is a login of this name already."));
    return Response.status(Response.Status.CREATED)
        .header("Location", "/users/" + name)
        .entity(User.of(known(name), password.isPresent() ? Optional.empty() : Optional.of(told)))
        .build();
  }

  @PATCH
  @Path("/{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeUser",
      summary = "Change a login",
      description =
          "Fields, each of which may be left out: roles, a list; disabled. Counts at once, also for tokens and sessions.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UserChange")))
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = User.class)))
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public User change(@PathParam("name") String name, InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    Optional<Set<Role>> roles = roles(fields);
    Optional<Boolean> disabled = fields.yesOrNo("disabled");
    fields.check();
    caller.refuseToken("A token cannot change what logins may do. Use a name and a password.");
    known(name);
    if (name.equals(caller.name())
        && (disabled.orElse(false) || !roles.map(r -> r.contains(Role.ADMIN)).orElse(true))) {
      throw Refusal.forbidden("Nobody locks themselves out. Let another admin do it.");
    }
    logins.change(name, roles, disabled, caller.actor());
    return User.of(known(name), Optional.empty());
  }

  @POST
  @Path("/{name}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resetPassword",
      summary = "Give somebody another password",
      description =
          "Field: password, which is generated and told this once if it is left out. Ends the sessions of that login.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewPassword")))
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = User.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  public User reset(@PathParam("name") String name, InputStream body, @Context UriInfo uri) {
    new Query(uri).check();
    Fields fields = Fields.read(body);
    Optional<String> password = password(fields, name);
    fields.check();
    caller.refuseToken("A token cannot change passwords. Use a name and a password.");
    known(name);
    Optional<String> told = logins.password(name, password, caller.actor());
    return User.of(known(name), password.isPresent() ? Optional.empty() : told);
  }

  private static Optional<Set<Role>> roles(Fields fields) {
    Optional<Set<Role>> roles = fields.words("roles", Role.class);
    if (roles.map(Set::isEmpty).orElse(false)) {
      fields.wrong("field.not-allowed", "roles", "[]", "at least one role, such as reader");
    }
    return roles;
  }

  private static Optional<String> password(Fields fields, String name) {
    Optional<String> password = fields.secret("password");
    password
        .map(chosen -> Passwords.fault(chosen, name))
        .ifPresent(fault -> fields.wrong("field.not-allowed", "password", null, fault));
    return password;
  }

  private Person known(String name) {
    return (Person.NAME.matcher(name).matches() ? logins.person(name) : Optional.<Person>empty())
        .orElseThrow(() -> Refusal.notFound("There is no login of this name."));
  }
}
