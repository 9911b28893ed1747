package org.bilan.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.bilan.access.Authentication;
import org.bilan.access.Credential;
import org.bilan.access.Identified;
import org.bilan.access.NotRecognised;
import org.bilan.access.TooManyGuesses;
import org.bilan.people.Role;

/** Finds out for Quarkus who brings a credential. */
@ApplicationScoped
public class Identities implements IdentityProvider<Identities.Request> {

  /** Where a request notes that its guess was not even looked at. */
  static final String SLOWED = "bilan.slowed";

  /** Where an identity holds who acts. */
  static final String ACTOR = "bilan.actor";

  private final Authentication authentication;

  Identities(Authentication authentication) {
    this.authentication = authentication;
  }

  /** A credential, and where it comes from. */
  public static final class Request extends BaseAuthenticationRequest {
    private final Credential credential;
    private final String address;

    Request(Credential credential, String address) {
      this.credential = credential;
      this.address = address;
    }
  }

  @Override
  public Class<Request> getRequestType() {
    return Request.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identify(request));
  }

  private SecurityIdentity identify(Request request) {
    try {
      return identity(authentication.identify(request.credential, request.address));
    } catch (NotRecognised refused) {
      throw new AuthenticationFailedException("Not recognised");
    } catch (TooManyGuesses slowed) {
      HttpSecurityUtils.getRoutingContextAttribute(request).put(SLOWED, slowed);
      throw new AuthenticationFailedException("Too many guesses");
    }
  }

  static SecurityIdentity identity(Identified who) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(who.actor().name()))
            .addAttribute(ACTOR, who.actor())
            // Whoever has a login may read.
            .addRole(Role.Named.READER);
    who.roles().forEach(role -> identity.addRole(role.word()));
    return identity.build();
  }
}
